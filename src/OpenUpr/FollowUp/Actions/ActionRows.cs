using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions;

/// <summary>An action as people read it.</summary>
/// <param name="Entry">The newest.</param>
/// <param name="Rows">The recommendations that it serves, in the order of the report.</param>
public sealed record ActionRow(PlannedAction Action, ActionEntry Entry, IReadOnlyList<FollowedRow> Rows, IReadOnlyList<ActionIndicator> Indicators, string? Author)
{
    /// <summary>"A12": how people speak of it.</summary>
    public string Code => ActionPlans.CodeOf(Action.Number);

    public bool IsLate(DateOnly today) => Entry.To < today && Entry.State is not (ActionEntry.Done or ActionEntry.Dropped);
}

/// <summary>The implementation matrix of a followed review: every action, those left out too.</summary>
public sealed record ActionsView(FollowView Follow, IReadOnlyList<ActionRow> Actions)
{
    /// <summary>Recommendations that no action serves.</summary>
    public IReadOnlyList<FollowedRow> Unserved
    {
        get
        {
            var served = Actions.Where(a => a.Entry.State != ActionEntry.Dropped).SelectMany(a => a.Rows).Select(r => r.Row.Id).ToHashSet();
            return [.. Follow.Rows.Where(r => !served.Contains(r.Row.Id))];
        }
    }
}

/// <summary>The implementation matrix as the coalition reads it.</summary>
public static class ActionRows
{
    public static async Task<ActionsView> ReadAsync(Store store, CoalitionAccess access, FollowView follow, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var id = follow.Review.Id;
        var names = await TaskRows.NamesAsync(db, cancel);
        var actions = await db.PlannedActions.AsNoTracking().Where(a => a.FollowId == id).OrderBy(a => a.Number).ToListAsync(cancel);
        var entries = (await (
            from a in db.PlannedActions.AsNoTracking()
            join e in db.ActionEntries.AsNoTracking() on new { ActionId = a.Id, Number = a.Revision } equals new { e.ActionId, e.Number }
            where a.FollowId == id
            select e).ToListAsync(cancel)).ToDictionary(e => e.ActionId);
        var links = (await (from l in db.ActionLinks.AsNoTracking() join a in db.PlannedActions on l.ActionId equals a.Id where a.FollowId == id select l).ToListAsync(cancel)).ToLookup(l => l.ActionId, l => l.RowId);
        var indicators = (await (from i in db.ActionIndicators.AsNoTracking() join a in db.PlannedActions on i.ActionId equals a.Id where a.FollowId == id && i.RemovedAt == null orderby i.Id select i).ToListAsync(cancel)).ToLookup(i => i.ActionId);
        var rows = follow.Rows.ToDictionary(r => r.Row.Id);
        return new ActionsView(follow, [.. actions.Where(a => entries.ContainsKey(a.Id)).Select(a => new ActionRow(
            a, entries[a.Id], [.. links[a.Id].Where(rows.ContainsKey).Select(r => rows[r]).OrderBy(r => r.Row.Place)], [.. indicators[a.Id]], entries[a.Id].AuthorId is { } author ? names.GetValueOrDefault(author) : null))]);
    }

    /// <summary>Everything that an action ever said, the newest first.</summary>
    public static async Task<IReadOnlyList<(ActionEntry Entry, string? Author)>> HistoryAsync(Store store, CoalitionAccess access, long actionId, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = store.Open(access);
        var names = await TaskRows.NamesAsync(db, cancel);
        return [.. (await db.ActionEntries.AsNoTracking().Where(e => e.ActionId == actionId).OrderByDescending(e => e.Number).ToListAsync(cancel)).Select(e => (e, e.AuthorId is { } a ? names.GetValueOrDefault(a) : null))];
    }
}
