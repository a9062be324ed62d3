using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>A question that was answered with yes, and by whom.</summary>
public sealed record TickRow(StudioTick Tick, string? Author);

/// <summary>The checklist of a kind as a coalition answers it for one document: who ticked what, and when (Data/kind-advice.csv, the rows "check").</summary>
public static class StudioTicks
{
    /// <summary>What can be ticked for a kind.</summary>
    public static IReadOnlyList<string> Items(string kind) => [.. StudioOutlines.Advice(kind).Where(a => a.Sort == AdviceSort.Check).Select(a => a.Code)];

    /// <summary>
    /// Stores the checklist as it was sent. What somebody else ticked meanwhile stays: only boxes that the writer changed are changed.
    /// </summary>
    /// <param name="was">Boxes that were ticked when the form was drawn.</param>
    /// <param name="now">Boxes that are ticked.</param>
    public static Task<Outcome> SetAsync(Rooms rooms, CoalitionAccess access, long id, IReadOnlyCollection<string> was, IReadOnlyCollection<string> now, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "studio.tick", StudioRows.Thing, async db =>
        {
            if (await db.StudioDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && !d.IsTemplate, cancel) is not { } document || !(await StudioRows.RoleAsync(db, access, document, cancel)).MayWrite)
            {
                return Outcome.Absent;
            }

            var items = Items(document.Kind);
            if (!now.All(items.Contains))
            {
                return Outcome.Not(Refusal.Unknown, "tick");
            }

            var ticks = await db.StudioTicks.Where(t => t.DocumentId == id).ToListAsync(cancel);
            db.StudioTicks.RemoveRange(ticks.Where(t => was.Contains(t.Item) && !now.Contains(t.Item)));
            foreach (var item in now.Distinct().Where(i => !was.Contains(i) && !ticks.Exists(t => t.Item == i)))
            {
                db.StudioTicks.Add(new StudioTick
                {
                    Id = await db.TakeIdsAsync(Counters.StudioTicks, 1, cancel), CoalitionId = document.CoalitionId, ClusterId = document.ClusterId, DocumentId = id, Item = item, AuthorId = access.MemberId, At = rooms.Time.GetUtcNow(),
                });
            }

            return Outcome.Done(id);
        }, cancel);
}
