using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Monitoring;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>The rounds in which the recommendations are assessed: how far each is, and the way to begin one.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/monitoring/rounds")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/follow-up/1/monitoring/rounds", Method = "POST")]
public sealed class MonitoringRoundsModel(Rooms rooms) : MonitoringPage(rooms)
{
    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel) => await LoadMonitoringAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var outcome = Act == "end" ? await Rounds.EndAsync(Rooms, Access, id, Number("round") ?? 0, cancel) : await Rounds.BeginAsync(Rooms, Access, id, Text("year"), Text("from"), Text("due"), cancel);
        return await AnswerAsync(outcome, FormattableString.Invariant($"/follow-up/{id}/monitoring/rounds"), "saved", () => OnGetAsync(id, cancel));
    }
}
