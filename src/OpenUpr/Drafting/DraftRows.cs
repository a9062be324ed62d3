using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>A line of the list.</summary>
/// <param name="Cluster">Null for none.</param>
/// <param name="Open">Comments that are not settled.</param>
/// <param name="Steps">What the reader may do next.</param>
/// <param name="WaitsForMe">Whether it is for the reader to agree: as the cluster's lead, one of its people while it has none, or an editor for the coalition.</param>
public sealed record DraftRow(DraftRecommendation Draft, DraftVersion Newest, string? Cluster, string? Author, int Open, IReadOnlyList<DraftStep> Steps, bool WaitsForMe);

/// <summary>A version with the name of its writer.</summary>
public sealed record VersionRow(DraftVersion Version, string? Author);

/// <summary>A step that was taken, with the name of who took it.</summary>
public sealed record MoveRow(DraftMove Move, string? Author);

/// <summary>A comment with the names of who wrote and who settled it.</summary>
public sealed record CommentRow(DraftComment Comment, string? Author, string? SettledBy);

/// <summary>A draft with all that belongs to it; versions and steps the newest first, comments in their order.</summary>
/// <param name="Priority">Null where it stands under none, or under one that the reader does not see.</param>
public sealed record DraftView(DraftRow Row, DraftPriority? Priority, DraftRole Role, IReadOnlyList<VersionRow> Versions, IReadOnlyList<MoveRow> Moves, IReadOnlyList<CommentRow> Comments)
{
    public DraftRecommendation Draft => Row.Draft;

    /// <summary>The change that took back an agreement; null where none did, or somebody agreed since.</summary>
    public MoveRow? BroughtBack => Moves is [{ Move.Why: DraftMove.TextChanged } last, ..] ? last : null;
}

/// <summary>Draft recommendations as people read them.</summary>
public static class DraftRows
{
    internal const string Thing = "draft";

    /// <summary>Drafts of one coalition: ten times what a long submission has.</summary>
    public const int Most = 1_000;

    /// <summary>Those that the person may see, in the order of the priorities and under each in its own.</summary>
    public static async Task<IReadOnlyList<DraftRow>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var drafts = await db.DraftRecommendations.AsNoTracking().OrderBy(d => d.Place).ThenBy(d => d.Id).ToListAsync(cancel);
        var places = await db.DraftPriorities.ToDictionaryAsync(p => p.Id, p => p.Place, cancel);
        return await RowsAsync(db, access, [.. drafts.OrderBy(d => d.PriorityId is { } id ? places.GetValueOrDefault(id, int.MaxValue) : int.MaxValue)], cancel);
    }

    /// <summary>Null where there is none for this person.</summary>
    public static async Task<DraftView?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Observer) || await db.DraftRecommendations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return null;
        }

        var names = await TaskRows.NamesAsync(db, cancel);
        var versions = await DraftVersions.OfAsync(db, draft, cancel);
        var moves = await db.DraftMoves.AsNoTracking().Where(m => m.DraftId == id).OrderByDescending(m => m.Id).ToListAsync(cancel);
        var comments = await db.DraftComments.AsNoTracking().Where(c => c.DraftId == id).OrderBy(c => c.Id).ToListAsync(cancel);
        var priority = draft.PriorityId is { } under ? await db.DraftPriorities.AsNoTracking().SingleOrDefaultAsync(p => p.Id == under, cancel) : null;
        return new DraftView(
            (await RowsAsync(db, access, [draft], cancel))[0], priority, await RoleAsync(db, access, draft, cancel), [.. versions.Select(v => new VersionRow(v, Name(v.AuthorId)))],
            [.. moves.Select(m => new MoveRow(m, Name(m.AuthorId)))], [.. comments.Select(c => new CommentRow(c, Name(c.AuthorId), Name(c.SettledById)))]);

        string? Name(long? who) => who is { } number ? names.GetValueOrDefault(number) : null;
    }

    /// <summary>What the person is to the draft.</summary>
    internal static async Task<DraftRole> RoleAsync(OpenUprDb db, CoalitionAccess access, DraftRecommendation draft, CancellationToken cancel)
    {
        var seats = await Seats.ReadAsync(db, access, cancel);
        return seats.RoleIn(access, draft);
    }

    private static async Task<IReadOnlyList<DraftRow>> RowsAsync(OpenUprDb db, CoalitionAccess access, IReadOnlyList<DraftRecommendation> drafts, CancellationToken cancel)
    {
        var (names, clusters, seats) = (await TaskRows.NamesAsync(db, cancel), await TaskRows.ClusterNamesAsync(db, access, cancel), await Seats.ReadAsync(db, access, cancel));
        long[] ids = [.. drafts.Select(d => d.Id)];
        var newest = await db.DraftVersions.AsNoTracking().Where(v => ids.Contains(v.DraftId) && db.DraftRecommendations.Any(d => d.Id == v.DraftId && d.Number == v.Number)).ToDictionaryAsync(v => v.DraftId, cancel);
        var open = (await db.DraftComments.Where(c => ids.Contains(c.DraftId) && c.SettledAt == null).Select(c => c.DraftId).ToListAsync(cancel)).ToLookup(c => c);
        return [.. drafts.Select(d => new DraftRow(
            d, newest.GetValueOrDefault(d.Id) ?? DraftVersions.First(d), d.ClusterId is { } cluster ? clusters.GetValueOrDefault(cluster) : null, d.AuthorId is { } author ? names.GetValueOrDefault(author) : null, open[d.Id].Count(),
            DraftSteps.Open(d, seats.RoleIn(access, d)), seats.IsAsked(access, d)))];
    }

    /// <summary>Who sits in which cluster, and leads it.</summary>
    private sealed record Seats(ILookup<long, long> People, Dictionary<long, long?> Leads)
    {
        public static async Task<Seats> ReadAsync(OpenUprDb db, CoalitionAccess access, CancellationToken cancel) => new(
            (await db.ClusterMembers.Select(m => new { m.ClusterId, m.MemberId }).ToListAsync(cancel)).ToLookup(m => m.ClusterId, m => m.MemberId),
            await db.Clusters.ToDictionaryAsync(c => c.Id, c => c.LeadId, cancel));

        /// <summary>An editor may step in for a cluster, but is not who it waits for.</summary>
        public bool IsAsked(CoalitionAccess access, DraftRecommendation draft) => draft.State switch
        {
            DraftRecommendation.ForCoalition => access.Is(CoalitionRole.Editor),
            DraftRecommendation.ForCluster when access.Is(CoalitionRole.Contributor) && access.MemberId is { } me && draft.ClusterId is { } cluster => Leads.GetValueOrDefault(cluster) is { } lead ? lead == me : People[cluster].Contains(me),
            _ => false,
        };

        public DraftRole RoleIn(CoalitionAccess access, DraftRecommendation draft)
        {
            var me = access.MemberId;
            var people = draft.ClusterId is { } cluster ? People[cluster] : [];
            var lead = draft.ClusterId is { } led ? Leads.GetValueOrDefault(led) : null;
            var isIn = me is { } number && people.Contains(number);

            // A lead who is not there is no reason to wait: an editor can always step in.
            var speaks = draft.ClusterId is not null && (lead is not null ? lead == me || access.Is(CoalitionRole.Editor) : isIn || access.Is(CoalitionRole.Editor));
            return new DraftRole(access.Role, draft.AuthorId is not null && draft.AuthorId == me, isIn, speaks);
        }
    }
}
