using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning;

/// <summary>Which tasks of a plan are asked for.</summary>
/// <param name="Show">open (started too), mine, overdue, done, skipped or all.</param>
public sealed record TaskFilter(string Show, long? ClusterId, string? Phase)
{
    public const string Open = "open";
    public const string Mine = "mine";
    public const string Overdue = "overdue";
    public const string Done = "done";
    public const string Skipped = "skipped";
    public const string All = "all";

    public static IReadOnlyList<string> Shows { get; } = [Open, Mine, Overdue, Done, Skipped, All];
}

/// <summary>A task in a list.</summary>
/// <param name="Owner">Null for a former member or nobody; see the task's owner.</param>
public sealed record TaskRow(PlanTask Task, string? Owner, string? Cluster, int Ticked, int Points)
{
    public bool IsOverdue(DateOnly today) => IsOpen && Task.To < today;

    public bool IsOpen => Task.State is PlanTask.Open or PlanTask.Started;
}

/// <summary>A page of the list.</summary>
/// <param name="Counts">How many tasks each way of showing has, whatever is chosen.</param>
/// <param name="Phases">How many tasks of each phase are done and how many there are, skipped ones aside.</param>
public sealed record TaskList(IReadOnlyList<TaskRow> Rows, int Total, IReadOnlyDictionary<string, int> Counts, IReadOnlyDictionary<string, (int Done, int All)> Phases);

/// <summary>Something that happened to a task.</summary>
public sealed record TaskChange(PlanChange Change, string? Who);

/// <summary>One task with all that belongs to it.</summary>
/// <param name="Planned">How the plan would date it now; null for the coalition's own.</param>
/// <param name="Before">Tasks that come before it and are not done.</param>
public sealed record TaskView(ReviewPlan Plan, PlanTask Task, string? Owner, string? Cluster, IReadOnlyList<CheckPoint> Points, IReadOnlyList<TaskChange> History, IReadOnlyList<PlanTask> Before, PlannedTask? Planned, bool MayTick, bool MayEdit);

/// <summary>Reads the tasks of a plan.</summary>
public static class TaskRows
{
    /// <summary>Tasks on one page of the list.</summary>
    public const int OnePage = 200;

    /// <param name="page">From 1.</param>
    public static async Task<TaskList> ListAsync(Rooms rooms, CoalitionAccess access, long planId, TaskFilter filter, int page, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var tasks = await db.PlanTasks.AsNoTracking().Where(t => t.PlanId == planId).ToListAsync(cancel);
        var today = rooms.Today;
        var within = tasks.Where(t => (filter.ClusterId is not { } cluster || t.ClusterId == cluster) && (filter.Phase is not { } phase || t.Phase == phase)).ToList();
        var counts = TaskFilter.Shows.ToDictionary(s => s, s => within.Count(t => Shows(s, t, access, today)));
        var chosen = InOrder(within.Where(t => Shows(filter.Show, t, access, today))).ToList();
        var names = await NamesAsync(db, cancel);
        var clusters = await ClusterNamesAsync(db, access, cancel);
        return new TaskList(
            [.. chosen.Skip((page - 1) * OnePage).Take(OnePage).Select(t => Row(t, names, clusters))], chosen.Count, counts,
            tasks.Where(t => t.State != PlanTask.Skipped).GroupBy(t => t.Phase).ToDictionary(g => g.Key, g => (g.Count(t => t.State == PlanTask.Done), g.Count())));
    }

    /// <summary>Every task of a plan in its order, for a file.</summary>
    public static async Task<IReadOnlyList<TaskRow>> WholeAsync(Store store, CoalitionAccess access, long planId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var tasks = await db.PlanTasks.AsNoTracking().Where(t => t.PlanId == planId).ToListAsync(cancel);
        var (names, clusters) = (await NamesAsync(db, cancel), await ClusterNamesAsync(db, access, cancel));
        return [.. InOrder(tasks).Select(t => Row(t, names, clusters))];
    }

    /// <summary>Null where there is no such task for this person.</summary>
    public static async Task<TaskView?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (await db.PlanTasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } task)
        {
            return null;
        }

        var plan = await db.ReviewPlans.AsNoTracking().SingleAsync(p => p.Id == task.PlanId, cancel);
        var names = await NamesAsync(db, cancel);
        var history = (await db.PlanChanges.AsNoTracking().Where(c => c.TaskId == id).OrderByDescending(c => c.Id).ToListAsync(cancel)).Select(c => new TaskChange(c, c.MemberId is { } who ? names.GetValueOrDefault(who) : null)).ToList();
        var codes = StepBook.Find(task.Step)?.After.Select(a => a.Code).ToList() ?? [];
        var before = codes.Count == 0 ? [] : await db.PlanTasks.AsNoTracking().Where(t => t.PlanId == plan.Id && codes.Contains(t.Step!) && (t.State == PlanTask.Open || t.State == PlanTask.Started)).ToListAsync(cancel);
        var planned = task.Step is null ? null : (await PlanDates.PlannedAsync(db, store.Reference, plan, cancel)).FirstOrDefault(p => p.Step.Code == task.Step);
        var clusters = await ClusterNamesAsync(db, access, cancel);
        return new TaskView(
            plan, task, task.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null, task.ClusterId is { } cluster ? clusters.GetValueOrDefault(cluster) : null, Checklist.Read(task.Checklist), history, before, planned,
            TaskWriting.MayTick(access, task), TaskWriting.MayEdit(access, task));
    }

    /// <summary>By phase, then by time; what has no date comes last in its phase, in the order of the process.</summary>
    public static IEnumerable<PlanTask> InOrder(IEnumerable<PlanTask> tasks)
    {
        var places = StepBook.Phases.Index().ToDictionary(p => p.Item, p => p.Index);
        return tasks.OrderBy(t => places.GetValueOrDefault(t.Phase, places.Count)).ThenBy(t => t.From ?? DateOnly.MaxValue).ThenBy(t => t.To).ThenBy(t => StepBook.Place(t.Step)).ThenBy(t => t.Id);
    }

    internal static Task<Dictionary<long, string?>> NamesAsync(OpenUprDb db, CancellationToken cancel) => db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, cancel);

    internal static Task<Dictionary<long, string>> ClusterNamesAsync(OpenUprDb db, CoalitionAccess access, CancellationToken cancel) => db.Clusters.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, cancel);

    internal static TaskRow Row(PlanTask task, Dictionary<long, string?> names, Dictionary<long, string> clusters)
    {
        var points = Checklist.Read(task.Checklist);
        return new TaskRow(task, task.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null, task.ClusterId is { } cluster ? clusters.GetValueOrDefault(cluster) : null, points.Count(p => p.IsDone), points.Count);
    }

    private static bool Shows(string show, PlanTask task, CoalitionAccess access, DateOnly today)
    {
        var isOpen = task.State is PlanTask.Open or PlanTask.Started;
        return show switch
        {
            TaskFilter.Mine => isOpen && task.OwnerId is { } owner && owner == access.MemberId,
            TaskFilter.Overdue => isOpen && task.To < today,
            TaskFilter.Done => task.State == PlanTask.Done,
            TaskFilter.Skipped => task.State == PlanTask.Skipped,
            TaskFilter.All => true,
            _ => isOpen,
        };
    }
}
