using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>A cluster, as typed.</summary>
/// <param name="Issues">Names or slugs of UPR Info's issues.</param>
public sealed record ClusterWish(string? Name, string? Kind, bool IsClosed, IReadOnlyList<string> Issues, string? Region, long? LeadId);

/// <summary>A cluster with its numbers.</summary>
public sealed record ClusterRow(Cluster Cluster, string? Lead, int People, int Items);

/// <summary>A recommendation that a cluster owns.</summary>
/// <param name="Position">Null where none is known.</param>
public sealed record ClusterItemRow(long Id, long RecommendationId, string Text, string Sur, string Rs, int Session, Position? Position);

/// <summary>A cluster with its people and recommendations.</summary>
public sealed record ClusterView(Cluster Cluster, IReadOnlyList<PersonRow> People, IReadOnlyList<ClusterItemRow> Items, bool MayLead);

/// <summary>Thematic clusters and regional groups, which own recommendations (requirement D6).</summary>
public static class Clusters
{
    /// <summary>Recommendations of one cluster; a review has about three hundred.</summary>
    public const int MaxItems = 1_000;

    public static IReadOnlyList<string> Kinds { get; } = [Cluster.Thematic, Cluster.Regional];

    /// <summary>Those that the person may see: a closed cluster is there for its people alone, even by name.</summary>
    public static async Task<IReadOnlyList<ClusterRow>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var rows = await db.Clusters.AsNoTracking().Select(c => new
        {
            c, Lead = db.Members.Where(m => m.Id == c.LeadId).Select(m => m.Name).FirstOrDefault(),
            People = db.ClusterMembers.Count(m => m.ClusterId == c.Id), Items = db.ClusterItems.Count(i => i.ClusterId == c.Id),
        }).ToListAsync(cancel);
        return [.. rows.Select(r => new ClusterRow(r.c, r.Lead, r.People, r.Items)).OrderBy(r => r.Cluster.EndedAt is not null).ThenBy(r => r.Cluster.Kind == Cluster.Regional).ThenBy(r => r.Cluster.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Null where there is no such cluster for this person.</summary>
    public static async Task<ClusterView?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (await db.Clusters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } cluster)
        {
            return null;
        }

        var members = await db.ClusterMembers.Where(m => m.ClusterId == id).Select(m => m.MemberId).ToListAsync(cancel);
        var people = (await People.ListAsync(store, access, cancel)).Where(p => members.Contains(p.Id)).ToList();
        var items = await (
            from item in db.ClusterItems.AsNoTracking()
            join pair in db.Recommendations on item.ThingId equals pair.Id
            join text in db.Texts on pair.TextId equals text.Id
            join review in db.Reviews on text.ReviewId equals review.Id
            where item.ClusterId == id && item.Thing == ClusterItem.Recommendation
            orderby review.Session descending, pair.Id
            select new ClusterItemRow(item.Id, pair.Id, text.Text, review.Sur, pair.Rs, review.Session, db.Positions.Where(p => p.TextId == text.Id && p.IsCurrent).Select(p => (Position?)p.Value).FirstOrDefault())).ToListAsync(cancel);
        return new ClusterView(cluster, people, items, MayLead(access, cluster));
    }

    /// <summary>Adds a cluster, or changes one. Whoever makes a closed one is its first member, since nobody else could see it.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long? id, ClusterWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, id is null ? "cluster.add" : "cluster.change", "cluster", async db =>
        {
            var cluster = id is null ? new Cluster { CoalitionId = access.CoalitionId, Name = "", Kind = "", Issues = "" } : await db.Clusters.SingleOrDefaultAsync(c => c.Id == id, cancel);
            if (cluster is null || !(id is null ? access.Is(CoalitionRole.Editor) : MayLead(access, cluster)))
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            cluster.Name = fields.Required("name", wish.Name);
            cluster.Kind = fields.OneOf("kind", wish.Kind, Kinds);
            cluster.Issues = MemberOrganisations.ReadIssues(wish.Issues, fields);
            cluster.Region = fields.Optional("region", wish.Region);
            cluster.IsClosed = wish.IsClosed;
            cluster.LeadId = wish.LeadId is not { } lead ? null : await IsInAsync(db, access, lead, cancel) ? lead : fields.Refuse<long?>(Refusal.Unknown, "lead", null);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (id is null)
            {
                cluster.Id = await db.TakeIdsAsync(Counters.Clusters, 1, cancel);
                db.Clusters.Add(cluster);
            }

            await JoinAsync(db, access, cluster.Id, cluster.LeadId, cancel);
            await JoinAsync(db, access, cluster.Id, id is null || cluster.IsClosed ? access.MemberId : null, cancel);
            return Outcome.Done(cluster.Id);
        }, cancel);

    /// <summary>Adds a person to a cluster or takes them out. Into an open one everybody may go by themselves.</summary>
    public static Task<Outcome> SetPersonAsync(Rooms rooms, CoalitionAccess access, long id, long memberId, bool isIn, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Observer, isIn ? "cluster.join" : "cluster.leave", "cluster", async db =>
        {
            var cluster = await db.Clusters.SingleOrDefaultAsync(c => c.Id == id && c.EndedAt == null, cancel);
            if (cluster is null || !(MayLead(access, cluster) || memberId == access.MemberId) || !await IsInAsync(db, access, memberId, cancel))
            {
                return Outcome.Absent;
            }

            if (isIn)
            {
                await JoinAsync(db, access, id, memberId, cancel);
                return Outcome.Done(id);
            }

            // A closed cluster without anybody could never be opened again.
            if (cluster.IsClosed && !await db.ClusterMembers.AnyAsync(m => m.ClusterId == id && m.MemberId != memberId, cancel))
            {
                return Outcome.Not(Refusal.HasPeople);
            }

            db.ClusterMembers.RemoveRange(await db.ClusterMembers.Where(m => m.ClusterId == id && m.MemberId == memberId).ToListAsync(cancel));
            cluster.LeadId = cluster.LeadId == memberId ? null : cluster.LeadId;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>The cluster takes over a recommendation of the public database.</summary>
    /// <param name="number">The recommendation's number, or its address on this site.</param>
    public static Task<Outcome> AddItemAsync(Rooms rooms, CoalitionAccess access, long id, string? number, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "cluster.take", "cluster", async db =>
        {
            if (!await IsOfAsync(db, access, id, cancel))
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var text = fields.Required("recommendation", number, 500).Split('?', '#')[0].TrimEnd('/');
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (!long.TryParse(text[(text.LastIndexOf('/') + 1)..], out var pair) || !await db.Recommendations.AnyAsync(r => r.Id == pair, cancel) || await db.ClusterItems.CountAsync(i => i.ClusterId == id, cancel) >= MaxItems)
            {
                return Outcome.Not(Refusal.Unknown, "recommendation");
            }

            if (!await db.ClusterItems.AnyAsync(i => i.ClusterId == id && i.Thing == ClusterItem.Recommendation && i.ThingId == pair, cancel))
            {
                db.ClusterItems.Add(new ClusterItem
                {
                    Id = await db.TakeIdsAsync(Counters.ClusterItems, 1, cancel), CoalitionId = access.CoalitionId, ClusterId = id, Thing = ClusterItem.Recommendation, ThingId = pair, AuthorId = access.MemberId, AddedAt = rooms.Time.GetUtcNow(),
                });
            }

            return Outcome.Done(id);
        }, cancel);

    public static Task<Outcome> RemoveItemAsync(Rooms rooms, CoalitionAccess access, long id, long itemId, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "cluster.give-back", "cluster", async db =>
        {
            if (!await IsOfAsync(db, access, id, cancel) || await db.ClusterItems.SingleOrDefaultAsync(i => i.Id == itemId && i.ClusterId == id, cancel) is not { } item)
            {
                return Outcome.Absent;
            }

            db.ClusterItems.Remove(item);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>The cluster has done its work; it stays to be read.</summary>
    public static Task<Outcome> EndAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "cluster.end", "cluster", async db =>
        {
            if (await db.Clusters.SingleOrDefaultAsync(c => c.Id == id && c.EndedAt == null, cancel) is not { } cluster || !MayLead(access, cluster))
            {
                return Outcome.Absent;
            }

            cluster.EndedAt = rooms.Time.GetUtcNow();
            return Outcome.Done(id);
        }, cancel);

    private static bool MayLead(CoalitionAccess access, Cluster cluster) => access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && cluster.LeadId == access.MemberId);

    private static Task<bool> IsInAsync(OpenUprDb db, CoalitionAccess access, long memberId, CancellationToken cancel) =>
        db.Memberships.AnyAsync(m => m.Id == memberId && m.CoalitionId == access.CoalitionId && m.LeftAt == null && m.Role != "guest", cancel);

    /// <summary>Whether the person may change what the cluster owns: editors, and those who work in it.</summary>
    private static async Task<bool> IsOfAsync(OpenUprDb db, CoalitionAccess access, long id, CancellationToken cancel) =>
        await db.Clusters.AnyAsync(c => c.Id == id && c.EndedAt == null, cancel)
        && (access.Is(CoalitionRole.Editor) || await db.ClusterMembers.AnyAsync(m => m.ClusterId == id && m.MemberId == access.MemberId, cancel));

    private static async Task JoinAsync(OpenUprDb db, CoalitionAccess access, long id, long? memberId, CancellationToken cancel)
    {
        if (memberId is { } member && !db.ClusterMembers.Local.Any(m => m.ClusterId == id && m.MemberId == member) && !await db.ClusterMembers.AnyAsync(m => m.ClusterId == id && m.MemberId == member, cancel))
        {
            db.ClusterMembers.Add(new ClusterMember { Id = await db.TakeIdsAsync(Counters.ClusterMembers, 1, cancel), CoalitionId = access.CoalitionId, ClusterId = id, MemberId = member });
        }
    }
}
