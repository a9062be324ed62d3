using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Joint;

namespace OpenUpr.App.Features.Actions;

/// <summary>One version of the matrix, for members and for the guests with whom it is shared: to read, take along, and speak about.</summary>
[Access(AccessAttribute.Guest, "/coalitions/{coalition}/action-versions/2")]
[Access(AccessAttribute.Guest, "/coalitions/{coalition}/action-versions/2", Method = "POST")]
public sealed class ActionVersionShowModel(Rooms rooms) : CoalitionForm(rooms)
{
    public VersionView View { get; private set; } = null!;

    public IReadOnlyList<VersionGuest> Guests { get; private set; } = [];

    /// <summary>Where a joint draft and the matrix differ; empty for guests and for other versions.</summary>
    public IReadOnlyList<JointDifference> Differences { get; private set; } = [];

    /// <summary>Who wrote into a joint draft last; null where nobody did.</summary>
    public (string Who, DateTimeOffset When)? Last { get; private set; }

    public string Client { get; } = Arrivals.NewClient();

    public bool IsMember => Access.Is(CoalitionRole.Observer);

    public string Here(string tail = "") => Link(FormattableString.Invariant($"/action-versions/{View.Version.Id}{tail}"));

    public string StateName(string code) => Store.Reference.FindState(code)?.Name(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? code;

    /// <summary>"Arvenia, session 38".</summary>
    public string Review => Numbers.Fill(FollowUpWords.Review_Name, StateName(View.Plan.State), View.Plan.Session);

    public string? Part => View.Version is { View: { } view, ViewOf: { } of } ? ActionLabels.Audience(new ActionAudience(view, of), StateName) : null;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await ActionVersions.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Differences = IsMember && view.Joint is { } joint && await FollowRows.ReadAsync(Store, Access, view.Version.FollowId, cancel) is { } follow ? await JointTaking.CompareAsync(Store, Access, follow, joint, cancel) : [];
        if (view.Joint?.Newest.Values.MaxBy(e => e.Id) is { } last)
        {
            Last = (JointActionModel.Who(Access, last, IsMember ? (await JointDrafts.HistoryAsync(Store, Access, view.Joint, last.ActionNumber, cancel))[0].Author : null), last.WrittenAt);
        }

        Guests = Access.Is(CoalitionRole.Editor) ? await ActionVersions.GuestsAsync(Store, Access, id, cancel) : [];
        return Page();
    }

    /// <summary>An action of the matrix that the draft does not have yet.</summary>
    private async Task<Outcome> BringAsync(long id, CancellationToken cancel) =>
        await JointDrafts.ReadAsync(Store, Access, id, cancel) is { } draft && await FollowRows.ReadAsync(Store, Access, draft.Version.FollowId, cancel) is { } follow
            ? await JointTaking.BringAsync(Rooms, Access, follow, id, (int)(Number("action") ?? 0), 0, cancel) : Outcome.Absent;

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "say" => await ActionVersions.SayAsync(Rooms, Access, id, ActionPlans.NumberOf(Text("action")), Text("kind"), Text("text"), Text("client"), cancel),
            "answer" => await ActionVersions.AnswerAsync(Rooms, Access, id, Number("comment") ?? 0, Text("answer"), cancel),
            "share" or "unshare" => await ActionVersions.ShareAsync(Rooms, Access, id, Number("guest") ?? 0, Act == "share", cancel),
            "writer" or "reader" => await ActionVersions.SetWriterAsync(Rooms, Access, id, Number("guest") ?? 0, Act == "writer", cancel),
            "agree" => await JointWriting.AgreeAsync(Rooms, Access, id, Text("title"), cancel),
            "close" or "open" => await JointWriting.SetOpenAsync(Rooms, Access, id, Act == "open", cancel),
            "bring" => await BringAsync(id, cancel),
            _ => null,
        };
        if (Act == "agree" && outcome is { IsDone: true } agreed)
        {
            return SeeOther(Link(FormattableString.Invariant($"/action-versions/{agreed.Id}?done=saved")));
        }

        return outcome is { } came ? await AnswerAsync(came, FormattableString.Invariant($"/action-versions/{id}"), "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }
}
