using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Plan;

/// <summary>The plan of a review, phase by phase.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/plan")]
public sealed class ListModel(Rooms rooms) : CoalitionPage(rooms.Store)
{
    /// <summary>Null where the coalition has none yet.</summary>
    public ReviewPlan? Plan { get; private set; }

    public IReadOnlyList<ReviewPlan> Plans { get; private set; } = [];

    public ReviewTimeline? Timeline { get; private set; }

    public TaskList Tasks { get; private set; } = null!;

    public TaskFilter Filter { get; private set; } = null!;

    public IReadOnlyList<ClusterRow> Clusters { get; private set; } = [];

    /// <summary>Tasks that would move if the dates were brought up to date.</summary>
    public int Moves { get; private set; }

    public int At { get; private set; } = 1;

    public int Pages => (Tasks.Total + TaskRows.OnePage - 1) / TaskRows.OnePage;

    public DateOnly Today => rooms.Today;

    public async Task<IActionResult> OnGetAsync([FromQuery] long? plan, [FromQuery] string? show, [FromQuery] long? cluster, [FromQuery] string? phase, [FromQuery] int? at, CancellationToken cancel)
    {
        Plans = await OpenUpr.Planning.Plans.ListAsync(Store, Access, cancel);
        Plan = plan is { } number ? Plans.FirstOrDefault(p => p.Id == number) : Plans is [var first, ..] ? first : null;
        if (Plan is null)
        {
            return plan is null ? Page() : NotFound();
        }

        Filter = new TaskFilter(show is not null && TaskFilter.Shows.Contains(show) ? show : TaskFilter.Open, cluster, phase is not null && StepBook.Phases.Contains(phase) ? phase : null);
        At = at is > 0 and < 1_000 ? at.Value : 1;
        Timeline = OpenUpr.Planning.Plans.Timeline(Store.Reference, Plan);
        Tasks = await TaskRows.ListAsync(rooms, Access, Plan.Id, Filter, At, cancel);
        Clusters = await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel);
        Moves = (await PlanDates.PendingAsync(Store, Access, Plan, cancel)).Count(m => m.Kind != MoveKind.Stays);
        return Page();
    }

    /// <summary>The same list shown in another way.</summary>
    public string Address(string? show = null, string? phase = null, int page = 1)
    {
        var query = new List<string> { FormattableString.Invariant($"plan={Plan!.Id}"), $"show={show ?? Filter.Show}" };
        if (Filter.ClusterId is { } cluster)
        {
            query.Add(FormattableString.Invariant($"cluster={cluster}"));
        }

        if ((phase ?? Filter.Phase) is { Length: > 0 } chosen)
        {
            query.Add($"phase={chosen}");
        }

        if (page > 1)
        {
            query.Add(FormattableString.Invariant($"at={page}"));
        }

        return Link("/plan?" + string.Join('&', query));
    }
}
