using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions;

/// <summary>An indicator of an action with what was measured last.</summary>
/// <param name="Latest">Null while nothing was measured.</param>
public sealed record IndicatorRow(ActionRow Action, ActionIndicator Indicator, IndicatorValue? Latest)
{
    /// <summary>Whether the last value is at its target or beyond it, seen from the baseline; null where that cannot be told.</summary>
    public bool? IsReached => IndicatorRows.IsReached(Indicator.Baseline, Indicator.Target, Latest?.Value);
}

/// <summary>The indicators of a matrix in the order of its actions; those of actions that were left out aside.</summary>
public static class IndicatorRows
{
    public static async Task<IReadOnlyList<IndicatorRow>> ReadAsync(Store store, CoalitionAccess access, ActionsView matrix, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var id = matrix.Follow.Review.Id;
        var latest = (await (
            from v in db.IndicatorValues.AsNoTracking()
            join i in db.ActionIndicators on v.IndicatorId equals i.Id
            join a in db.PlannedActions on i.ActionId equals a.Id
            where a.FollowId == id
            select v).ToListAsync(cancel)).GroupBy(v => v.IndicatorId).ToDictionary(g => g.Key, g => g.OrderBy(v => v.On).ThenBy(v => v.Id).Last());
        return [.. from a in matrix.Actions where a.Entry.State != ActionEntry.Dropped from i in a.Indicators select new IndicatorRow(a, i, latest.GetValueOrDefault(i.Id))];
    }

    /// <summary>Whether a value is at its target or beyond it: below, where the baseline is above the target. Null where that cannot be told.</summary>
    public static bool? IsReached(decimal? baseline, decimal? target, decimal? latest) =>
        target is not { } wanted || latest is not { } value ? null : baseline > wanted ? value <= wanted : value >= wanted;
}
