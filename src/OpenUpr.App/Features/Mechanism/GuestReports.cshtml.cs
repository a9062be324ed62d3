using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Mechanism;

namespace OpenUpr.App.Features.Mechanism;

/// <summary>For a guest who is a ministry's focal point: the actions that were given to them by name, and a form for a report on one of them. It shows nothing else of the room.</summary>
[Access(AccessAttribute.Guest, "/coalitions/{coalition}/reports")]
[Access(AccessAttribute.Guest, "/coalitions/{coalition}/reports", Method = "POST")]
public sealed class GuestReportsModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<ReportDuty> Duties { get; private set; } = [];

    /// <summary>The one that a form is open for; null for none.</summary>
    public ReportDuty? Chosen { get; private set; }

    public string Client { get; } = Arrivals.NewClient();

    public async Task<IActionResult> OnGetAsync(long? about, CancellationToken cancel)
    {
        Duties = await ReportDuties.MineAsync(Store, Access, cancel);
        Chosen = Duties.FirstOrDefault(d => d.Duty.Id == (about ?? Number("duty")));
        return about is not null && Chosen is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await AnswerAsync(
        await ReportWriting.AddAsGuestAsync(Rooms, Access, Number("duty") ?? 0, Number("seen"), new ReportWish(Text("done"), Text("state"), Text("percent"), Text("obstacles"), Text("help"), Text("next")), Text("client"), cancel),
        "/reports", "saved", () => OnGetAsync(null, cancel));
}
