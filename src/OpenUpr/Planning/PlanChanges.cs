using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning;

/// <summary>A change of a plan's dates that was made.</summary>
/// <param name="Task">Null where the plan itself changed.</param>
public sealed record PastChange(PlanTask? Task, TaskChange Change);

/// <summary>What has changed in a plan's dates so far.</summary>
public static class PlanChanges
{
    /// <summary>Changes that are shown.</summary>
    public const int Most = 200;

    /// <summary>Changes of dates and of the session, the latest first. Those of a task that the person may not see are left out.</summary>
    public static async Task<IReadOnlyList<PastChange>> ListAsync(Store store, CoalitionAccess access, long planId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var names = await TaskRows.NamesAsync(db, cancel);
        var rows = await (
            from change in db.PlanChanges.AsNoTracking()
            where change.PlanId == planId && (change.Kind == PlanChange.Dates || change.Kind == PlanChange.Session)
            join task in db.PlanTasks.AsNoTracking() on change.TaskId equals task.Id into tasks
            from task in tasks.DefaultIfEmpty()
            where change.TaskId == null || task != null
            orderby change.Id descending
            select new { change, task }).Take(Most).ToListAsync(cancel);
        return [.. rows.Select(r => new PastChange(r.task, new TaskChange(r.change, r.change.MemberId is { } who ? names.GetValueOrDefault(who) : null)))];
    }

    /// <summary>The window that a change's before or after holds; null for none.</summary>
    public static Days? Window(string? written) => PlanRows.Parse(written);
}
