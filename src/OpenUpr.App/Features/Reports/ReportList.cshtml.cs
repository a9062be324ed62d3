using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Planning;
using FollowReports = OpenUpr.FollowUp.Reports.Reports;

namespace OpenUpr.App.Features.Reports;

/// <summary>The reports of a followed review: when one is due, what is next with each, and the form that begins one.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/reports")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/reports", Method = "POST")]
public sealed class ReportListModel(Rooms rooms) : FollowPage(rooms)
{
    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];

    public MonitoringView Monitoring { get; private set; } = null!;

    /// <summary>The days in which a mid-term report is due; null where the day of the review is not known.</summary>
    public Days? Due => ReportDue.MidTerm(Store.Reference, View.Review.State, View.Review.Session);

    /// <summary>Judgements that a second person confirmed: a report counts no others.</summary>
    public int Confirmed => Monitoring.Rows.Sum(r => r.All.Count(a => a.IsConfirmed));

    /// <summary>The form's own number.</summary>
    public string Client { get; } = Arrivals.NewClient();

    public IReadOnlyList<string> Issues => [.. View.Rows.SelectMany(r => r.Issues).Distinct().Order(StringComparer.CurrentCulture)];

    public IEnumerable<Choice> Rounds => Monitoring.Rounds.Select(r => new Choice(Number(r.Round.Id)!, r.Round.Year.ToString(System.Globalization.CultureInfo.CurrentCulture)));

    public bool IsChosen(string issue) => Many("issues").Contains(issue);

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Lines = await ReportRows.ListAsync(Rooms, Access, id, cancel);
        Monitoring = await AssessmentRows.ReadAsync(Store, Access, View, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var wish = new ReportWish(Text("kind"), Text("mode"), Text("scope"), Text("language"))
        {
            Title = Text("title"), Issues = Many("issues"), ClusterId = Number("cluster"), RoundId = Number("round"), Client = Text("client"),
        };
        var begun = await FollowReports.BeginAsync(Rooms, Access, View, wish, cancel);
        return await AnswerAsync(begun, FormattableString.Invariant($"/follow-up/{id}/reports/{begun.Id}"), "saved", () => OnGetAsync(id, cancel));
    }
}
