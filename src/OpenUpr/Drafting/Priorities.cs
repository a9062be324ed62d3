using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Drafting;

/// <summary>A priority, as typed.</summary>
/// <param name="Issue">Name or slug of one of UPR Info's issues.</param>
/// <param name="Revision">The one that the writer had before them; null for a new one.</param>
public sealed record PriorityWish(string? Issue, string? Title, string? Why, long? ClusterId, int? Revision);

/// <summary>A priority with the name of its owner and its numbers.</summary>
/// <param name="Cluster">Null for the whole coalition.</param>
/// <param name="Agreed">Drafts under it that the coalition agreed to, of <paramref name="Drafts"/>; withdrawn ones aside.</param>
public sealed record PriorityRow(DraftPriority Priority, string? Cluster, int Links, int Drafts, int Agreed);

/// <summary>
/// The issues that a coalition chooses for a review. There is no limit on the issues of a submission, only a warning of sprawl (UPR Info, Compendium, 2017: "no
/// limit to", requirement F13); an advocacy paper takes four at most (fact sheet, requirement H1: "4 max."), so that those beyond are in the submission alone.
/// </summary>
public static class Priorities
{
    /// <summary>Issues that go to missions; whoever reads more reads none.</summary>
    public const int Advised = 4;

    /// <summary>Issues of one review altogether; a list of all is no choice.</summary>
    public const int Most = 12;

    internal const string Thing = "priority";

    /// <summary>Those that the person may see, in the coalition's order.</summary>
    public static async Task<IReadOnlyList<PriorityRow>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var clusters = await TaskRows.ClusterNamesAsync(db, access, cancel);
        var links = await db.PriorityLinks.GroupBy(l => l.PriorityId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var drafts = (await db.DraftRecommendations.Where(d => d.PriorityId != null && d.State != DraftRecommendation.Dropped).Select(d => new { d.PriorityId, d.State }).ToListAsync(cancel)).ToLookup(d => d.PriorityId!.Value, d => d.State);
        return [.. (await db.DraftPriorities.AsNoTracking().OrderBy(p => p.Place).ThenBy(p => p.Id).ToListAsync(cancel))
            .Select(p => new PriorityRow(p, p.ClusterId is { } cluster ? clusters.GetValueOrDefault(cluster) : null, links.GetValueOrDefault(p.Id), drafts[p.Id].Count(), drafts[p.Id].Count(s => s == DraftRecommendation.Ready)))];
    }

    /// <summary>Whether an issue was chosen that the person may see.</summary>
    public static async Task<bool> AnyAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.DraftPriorities.AnyAsync(cancel);
    }

    /// <summary>Null where there is none for this person.</summary>
    public static async Task<PriorityRow?> FindAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel) =>
        (await ListAsync(store, access, cancel)).FirstOrDefault(p => p.Priority.Id == id);

    /// <summary>Chooses an issue, or changes what is said of one. Two who write at once do not overwrite each other: the second is told.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long? id, PriorityWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, id is null ? "priority.add" : "priority.change", Thing, async db =>
        {
            var row = id is null ? new DraftPriority { CoalitionId = access.CoalitionId, Issue = "", Title = "", AuthorId = access.MemberId } : await db.DraftPriorities.SingleOrDefaultAsync(p => p.Id == id, cancel);
            if (row is null)
            {
                return Outcome.Absent;
            }

            if (id is not null && row.Revision != wish.Revision)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            var fields = new Fields();
            row.Issue = IssueList.Current.Find(wish.Issue ?? "")?.Name ?? fields.Refuse(string.IsNullOrWhiteSpace(wish.Issue) ? Refusal.Empty : Refusal.Unknown, "issue", "");
            row.Title = fields.Optional("title", wish.Title) ?? row.Issue;
            row.Why = fields.Optional("why", wish.Why, Fields.Note);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            row.Revision++;
            return id is null ? await AddAsync(db, access, row, wish.ClusterId, cancel) : Outcome.Done(row.Id);
        }, cancel);

    /// <summary>Moves a priority up or down the order.</summary>
    public static Task<Outcome> MoveAsync(Rooms rooms, CoalitionAccess access, long id, bool up, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "priority.order", Thing, async db =>
        {
            var all = await db.DraftPriorities.OrderBy(p => p.Place).ThenBy(p => p.Id).ToListAsync(cancel);
            return Order.Move(all, p => p.Id == id, up, (p, place) => p.Place = place) ? Outcome.Done(id) : Outcome.Absent;
        }, cancel);

    /// <summary>Takes an issue off the list. Its drafts stay, under no priority.</summary>
    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "priority.remove", Thing, async db =>
        {
            if (await db.DraftPriorities.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            foreach (var draft in await db.DraftRecommendations.Where(d => d.PriorityId == id).ToListAsync(cancel))
            {
                draft.PriorityId = null;
                draft.Revision++;
            }

            db.PriorityLinks.RemoveRange(await db.PriorityLinks.Where(l => l.PriorityId == id).ToListAsync(cancel));
            db.DraftPriorities.Remove(row);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>The owner is chosen once: another one would open what a closed cluster wrote, or close what all could read.</summary>
    private static async Task<Outcome> AddAsync(OpenUprDb db, CoalitionAccess access, DraftPriority row, long? cluster, CancellationToken cancel)
    {
        if (cluster is { } owner && !await db.Clusters.AnyAsync(c => c.Id == owner && c.EndedAt == null, cancel))
        {
            return Outcome.Not(Refusal.Unknown, "cluster");
        }

        if (await db.DraftPriorities.CountAsync(cancel) >= Most)
        {
            return Outcome.Not(Refusal.TooMany, "issue");
        }

        row.ClusterId = cluster;
        row.PlanId = await db.ReviewPlans.Where(p => p.ClosedAt == null).OrderByDescending(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel);
        row.Place = (await db.DraftPriorities.MaxAsync(p => (int?)p.Place, cancel) ?? 0) + 1;
        row.Id = await db.TakeIdsAsync(Counters.DraftPriorities, 1, cancel);
        db.DraftPriorities.Add(row);
        return Outcome.Done(row.Id);
    }
}

/// <summary>Lists in an order that people chose.</summary>
internal static class Order
{
    /// <summary>Moves one thing a place up or down and numbers all from 1; false where it is not in the list.</summary>
    public static bool Move<T>(List<T> all, Predicate<T> which, bool up, Action<T, int> place)
    {
        var at = all.FindIndex(which);
        if (at < 0)
        {
            return false;
        }

        var to = Math.Clamp(at + (up ? -1 : 1), 0, all.Count - 1);
        (all[at], all[to]) = (all[to], all[at]);
        for (var i = 0; i < all.Count; i++)
        {
            place(all[i], i + 1);
        }

        return true;
    }
}
