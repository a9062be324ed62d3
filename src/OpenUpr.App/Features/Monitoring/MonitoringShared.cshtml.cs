using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>What a list of recommendations and the follow-up say about the same recommendations, side by side, to be carried from one to the other by a person.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/monitoring/list")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/monitoring/list", Method = "POST")]
public sealed class MonitoringSharedModel(Rooms rooms) : MonitoringPage(rooms)
{
    public IReadOnlyList<MatrixSheet> Lists { get; private set; } = [];

    public MatrixSheet? List { get; private set; }

    public IReadOnlyList<SharedRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMonitoringAsync(id, cancel))
        {
            return NotFound();
        }

        Lists = await SharedList.ListsAsync(Store, Access, View.Review, cancel);
        List = Lists.FirstOrDefault(l => Number(l.Id) == Request.Query["list"]) ?? (Lists.Count > 0 ? Lists[0] : null);
        Rows = List is null ? [] : await SharedList.ReadAsync(Store, Access, Monitoring, List.Id, cancel) ?? [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        // Both texts were before the person's eyes: one that changed since is not carried over.
        if (List is null || Rows.FirstOrDefault(r => r.Row.Row.Row.Id == Number("row")) is not { } row)
        {
            return NotFound();
        }

        var isStale = (row.Here?.Id ?? 0) != Number("here") || (row.Listed.Entry?.Number ?? 0) != Number("there");
        var outcome = isStale ? Outcome.Not(Refusal.Conflict) : Act switch
        {
            "come" => await SharedList.ComeAsync(Rooms, Access, id, row, cancel),
            "go" => await SharedList.GoAsync(Rooms, Access, List.Id, row, cancel),
            _ => Outcome.Absent,
        };
        return await AnswerAsync(outcome, FormattableString.Invariant($"/follow-up/{id}/monitoring/list?list={List.Id}"), "saved", () => OnGetAsync(id, cancel));
    }
}
