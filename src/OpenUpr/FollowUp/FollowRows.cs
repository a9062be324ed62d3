using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp;

/// <summary>A followed recommendation as people read it.</summary>
/// <param name="States">Codes of the States that put it.</param>
/// <param name="Duty">Name of the cluster that works on it; null for anybody, or for one that the reader may not see.</param>
public sealed record FollowedRow(FollowedRecommendation Row, IReadOnlyList<string> States, IReadOnlyList<string> Issues, IReadOnlyList<int> Goals, string? Duty, bool IsMine);

/// <summary>A line of the list of followed reviews.</summary>
public sealed record FollowLine(FollowedReview Review, int Rows, int Supported, int Noted, int Pending);

/// <summary>A review that can be followed.</summary>
/// <param name="Texts">Recommendations of it in the database.</param>
public sealed record FollowChoice(string State, int Session, int Texts);

/// <summary>A followed review with all its recommendations, in the order of the report.</summary>
public sealed record FollowView(FollowedReview Review, IReadOnlyList<FollowedRow> Rows)
{
    public bool IsOpen => Review.ClosedAt is null;

    public int Count(string position) => Rows.Count(r => r.Row.Position == position);
}

/// <summary>Followed reviews as people read them.</summary>
public static class FollowRows
{
    /// <summary>Those of the coalition: the latest session first, those put away last.</summary>
    public static async Task<IReadOnlyList<FollowLine>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = store.Open(access);
        var reviews = await db.FollowedReviews.AsNoTracking().ToListAsync(cancel);
        var counts = (await db.FollowedRecommendations.AsNoTracking().GroupBy(r => new { r.FollowId, r.Position }).Select(g => new { g.Key.FollowId, g.Key.Position, Count = g.Count() }).ToListAsync(cancel)).ToLookup(c => c.FollowId);
        int Of(long id, params string?[] positions) => counts[id].Where(c => positions.Length == 0 || positions.Contains(c.Position)).Sum(c => c.Count);
        return [.. reviews.OrderBy(f => f.ClosedAt is not null).ThenByDescending(f => f.Session)
            .Select(f => new FollowLine(f, Of(f.Id), Of(f.Id, "supported"), Of(f.Id, "noted", "partly"), Of(f.Id, "pending", null)))];
    }

    /// <summary>Reviews of the coalition's State, and of its plans, that the database has recommendations of and that are not followed yet, the latest first.</summary>
    public static async Task<IReadOnlyList<FollowChoice>> ChoicesAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var states = await db.ReviewPlans.Select(p => p.State).Distinct().ToListAsync(cancel);
        if (await db.Coalitions.AsNoTracking().Where(c => c.Id == access.CoalitionId).Select(c => c.Country).SingleAsync(cancel) is { } country)
        {
            states.Add(country);
        }

        var followed = await db.FollowedReviews.AsNoTracking().Select(f => new { f.State, f.Session }).ToListAsync(cancel);
        var reviews = await db.Reviews.AsNoTracking().Where(r => states.Contains(r.Sur)).OrderByDescending(r => r.Session)
            .Select(r => new { r.Sur, r.Session, Texts = db.Texts.Count(t => t.ReviewId == r.Id && t.Kind == RecommendationKind.Recommendation) }).ToListAsync(cancel);
        return [.. reviews.Where(r => r.Texts > 0 && !followed.Any(f => f.State == r.Sur && f.Session == r.Session)).Select(r => new FollowChoice(r.Sur, r.Session, r.Texts))];
    }

    /// <summary>Null where there is no such followed review for this person.</summary>
    public static async Task<FollowView?> ReadAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        if (await Follows.FindAsync(store, access, id, cancel) is not { } review)
        {
            return null;
        }

        await using var db = store.Open(access);
        var clusters = await TaskRows.ClusterNamesAsync(db, access, cancel);
        var mine = access.MemberId is { } me ? await db.ClusterMembers.Where(m => m.MemberId == me).Select(m => m.ClusterId).ToListAsync(cancel) : [];
        var rows = await db.FollowedRecommendations.AsNoTracking().Where(r => r.FollowId == id).OrderBy(r => r.Place).ToListAsync(cancel);
        return new FollowView(review, [.. rows.Select(r => Row(r, clusters, mine))]);
    }

    /// <summary>What the database says otherwise than the rows; null where nothing changed in it since they were taken over.</summary>
    public static async Task<PendingChanges?> ChangesAsync(Store store, FollowView view, CancellationToken cancel)
    {
        await using var db = store.Open();
        if (!view.IsOpen || await Follows.LastChangeAsync(db, cancel) == view.Review.SeenChange)
        {
            return null;
        }

        var changes = FollowChanges.Count(FollowChanges.Pair([.. view.Rows.Select(r => r.Row)], await ReviewTexts.ReadAsync(store, view.Review.State, view.Review.Session, cancel)));
        return changes.IsNone ? null : changes;
    }

    internal static FollowedRow Row(FollowedRecommendation row, Dictionary<long, string> clusters, IReadOnlyCollection<long> mine) => new(
        row, Split(row.States, ','), Split(row.Issues, '\n'), [.. Split(row.Goals, ',').Select(g => int.Parse(g, System.Globalization.CultureInfo.InvariantCulture))],
        row.DutyClusterId is { } duty ? clusters.GetValueOrDefault(duty) : null, row.DutyClusterId is { } own && mine.Contains(own));

    private static string[] Split(string list, char by) => list.Split(by, StringSplitOptions.RemoveEmptyEntries);
}
