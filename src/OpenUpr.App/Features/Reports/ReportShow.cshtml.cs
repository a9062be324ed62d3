using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Studio;
using OpenUpr.FollowUp.Reports;

namespace OpenUpr.App.Features.Reports;

/// <summary>One report: its text, who was asked and what they say, the answers, and its release.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/reports/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/reports/1", Method = "POST")]
public sealed class ReportShowModel(Rooms rooms) : FollowPage(rooms)
{
    public ReportView Report { get; private set; } = null!;

    /// <summary>Guests, and who of them may read the version that is shown now: the released one, else that for comments.</summary>
    public IReadOnlyList<GuestRow> Guests { get; private set; } = [];

    /// <summary>Who is named in the text and its counted parts, and not yet settled.</summary>
    public IReadOnlyList<NamedWords> Names { get; private set; } = [];

    public IReadOnlyList<string> Issues => [.. View.Rows.SelectMany(r => r.Issues).Distinct().Order(StringComparer.CurrentCulture)];

    public OpenUpr.Storage.ReportVersion? Shared => Report.Released ?? Report.Shown;

    /// <summary>The form's own number.</summary>
    public string Client { get; } = Arrivals.NewClient();

    public string At(string tail = "") => Here(FormattableString.Invariant($"/reports/{Report.Report.Id}{tail}"));

    public static IEnumerable<Choice> Voices => ReportVoices.All.Select(v => new Choice(v, ReportLabels.Of("Voice", v)));

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long report, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || await ReportRows.ReadAsync(Rooms, Access, id, report, cancel) is not { } found)
        {
            return NotFound();
        }

        Report = found;
        if (MayOrder)
        {
            Guests = Shared is { } shared ? await ReportVersions.GuestsAsync(Store, Access, shared.Id, cancel) : [];
            Names = found.IsReleased ? [] : [.. StudioNames.Of(found.Document, await StudioSources.ReadAsync(Store, Access, found.Document, cancel)).Where(n => !n.IsSettled)];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long report, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Outcome? outcome = Act switch
        {
            "open" => await ReportRounds.OpenAsync(Rooms, Access, View, report, Text("until"), Flag("names"), cancel),
            "close" => await ReportRounds.CloseAsync(Rooms, Access, id, report, cancel),
            "ask" => await ReportRounds.AskAsync(Rooms, Access, id, report, Text("asked-kind"), Text("asked"), Text("asked-on"), cancel),
            "say" => await SayAsync(id, report, cancel),
            "answer" => await ReportRounds.AnswerAsync(Rooms, Access, id, report, Number("comment") ?? 0, Text("answer"), Flag("gap"), cancel),
            "release" => await ReportReleases.ReleaseAsync(Rooms, Access, View, report, new ReleaseWish(Text("stamp"), Text("reason"), Flag("names")), cancel),
            "share-all" => await ReportReleases.ShareAsync(Rooms, Access, id, report, cancel),
            "share" or "unshare" => await ShareAsync(id, report, cancel),
            _ => null,
        };
        return outcome is { } done ? await AnswerAsync(done, FormattableString.Invariant($"/follow-up/{id}/reports/{report}"), "saved", () => OnGetAsync(id, report, cancel)) : NotFound();
    }

    /// <summary>Somebody's words, typed in by a member; they are said of the version that is open.</summary>
    private async Task<Outcome> SayAsync(long id, long report, CancellationToken cancel) =>
        await ReportRows.ReadAsync(Rooms, Access, id, report, cancel) is { Shown: { } shown } ? await ReportRounds.SayAsync(Rooms, Access, shown.Id, new ReportSaying(Text("kind"), Text("who"), Text("issue"), Text("text"), Text("client")), cancel) : Outcome.Absent;

    private async Task<Outcome> ShareAsync(long id, long report, CancellationToken cancel) =>
        await ReportRows.ReadAsync(Rooms, Access, id, report, cancel) is { } found && (found.Released ?? found.Shown) is { } version ? await ReportVersions.ShareAsync(Rooms, Access, version.Id, Number("guest") ?? 0, Act == "share", cancel) : Outcome.Absent;
}
