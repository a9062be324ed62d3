using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>
/// Puts a review together again from all its sources and writes what differs from the store (docs/adr/0012). Called whenever a source or a person's answer is
/// added or taken away, inside the caller's transaction; what the store then holds does not depend on the order of those calls.
/// </summary>
internal static class ReviewDeriver
{
    /// <summary>No pair was added in this transaction.</summary>
    public const long NothingNew = long.MaxValue;

    /// <summary>The same for several reviews, most of which have no papers.</summary>
    public static async Task RunAllAsync(OpenUprDb db, IEnumerable<long> reviews, long firstNew, DateTimeOffset now, CancellationToken cancel)
    {
        var withPapers = await db.Documents.Where(d => d.ReviewId != null).Select(d => d.ReviewId!.Value).Distinct().ToListAsync(cancel);
        foreach (var review in reviews.Order().Intersect(withPapers).ToList())
        {
            await RunAsync(db, review, firstNew, now, cancel);
        }
    }

    /// <param name="firstNew">Pairs from this id on were added in this transaction. Nobody has seen them, so they can go without a trace where they turn out to be known.</param>
    public static async Task<DerivedCounts> RunAsync(OpenUprDb db, long reviewId, long firstNew, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Documents.AnyAsync(d => d.ReviewId == reviewId && db.DocumentReadings.Any(r => r.DocumentId == d.Id), cancel))
        {
            return new DerivedCounts();
        }

        db.ChangeTracker.Clear();
        var state = await ReviewState.LoadAsync(db, reviewId, cancel);
        var settled = state.Settled();
        var papers = PaperMerge.Of(state.Review.Sur, state.Papers, settled);
        var identities = state.Pairs.Select(p => (p.Id, p.Identity)).Concat(state.Known.Select(k => (Id: k.RecommendationId, k.Identity))).ToLookup(p => p.Id, p => p.Identity);
        var target = new TargetBuilder(state.Review, papers, state.ExportPairs(), settled, id => [.. identities[id]]);
        target.Build();
        var counts = await new TargetWriter(db, state, firstNew, now, cancel).WriteAsync(target.Texts, target.Doubts);
        db.ChangeTracker.Clear();
        return counts;
    }
}

/// <summary>What putting a review together changed.</summary>
/// <param name="Pairs">Pairs added.</param>
internal readonly record struct DerivedCounts(int Paragraphs, int Texts, int Pairs, int Pledges, int Positions, int Doubts);
