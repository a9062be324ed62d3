using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>
/// Keeps a person's word about a text on all its pairs: an import may add a pair to a corrected text, and two texts that turn out to be one bring
/// each its own. The newest word of a text's pairs is copied to those that lack it; older ones are withdrawn.
/// </summary>
internal static class CorrectionSpread
{
    /// <summary>Runs inside the caller's transaction.</summary>
    /// <param name="reviewId">The texts of one review; null for all.</param>
    /// <returns>The pairs of which other tags hold now.</returns>
    public static async Task<IReadOnlyCollection<long>> RunAsync(OpenUprDb db, DateTimeOffset now, CancellationToken cancel, long? reviewId = null)
    {
        var stored = await (
            from t in db.Tags.AsNoTracking()
            join r in db.Recommendations on t.RecommendationId equals r.Id
            where t.SetBy == Tag.User && t.WithdrawnAt == null && r.MergedIntoId == null
            where reviewId == null || db.Texts.Any(x => x.Id == r.TextId && x.ReviewId == reviewId)
            select new { r.TextId, Tag = t }).ToListAsync(cancel);
        if (stored.Count == 0)
        {
            return [];
        }

        var texts = stored.Select(s => s.TextId).Distinct().ToList();
        var pairs = (await db.Recommendations.AsNoTracking().Where(r => EF.Parameter(texts).Contains(r.TextId) && r.MergedIntoId == null).Select(r => new { r.Id, r.TextId }).ToListAsync(cancel))
            .ToLookup(r => r.TextId, r => r.Id);
        var (missing, old) = (new List<Tag>(), new List<Tag>());
        foreach (var group in stored.GroupBy(s => (s.TextId, s.Tag.Scheme), s => s.Tag))
        {
            Compare([.. group], pairs[group.Key.TextId], missing, old);
        }

        await WithdrawAsync(db, old, now, cancel);
        await InsertAsync(db, missing, cancel);
        return [.. missing.Concat(old).Select(t => t.RecommendationId).Distinct()];
    }

    /// <summary>Adds tags with ids of their own.</summary>
    public static async Task InsertAsync(OpenUprDb db, IReadOnlyList<Tag> tags, CancellationToken cancel)
    {
        var id = tags.Count == 0 ? 0 : await db.TakeIdsAsync(Counters.Tags, tags.Count, cancel);
        foreach (var tag in tags)
        {
            tag.Id = id++;
        }

        await db.BulkInsertAsync(tags, cancel);
    }

    public static async Task WithdrawAsync(OpenUprDb db, IReadOnlyCollection<Tag> tags, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = tags.Select(t => t.Id).ToList();
        await db.Tags.Where(t => EF.Parameter(ids).Contains(t.Id)).ExecuteUpdateAsync(t => t.SetProperty(x => x.WithdrawnAt, now), cancel);
    }

    private static void Compare(IReadOnlyList<Tag> tags, IEnumerable<long> pairs, List<Tag> missing, List<Tag> old)
    {
        var newest = tags.Where(t => t.SetAt == tags.Max(x => x.SetAt)).ToList();
        var values = newest.Select(t => t.Value).Distinct().ToList();
        old.AddRange(tags.Except(newest));
        foreach (var pair in pairs)
        {
            var own = newest.FindAll(t => t.RecommendationId == pair);
            missing.AddRange(values.Where(v => own.TrueForAll(t => t.Value != v)).Select(v => new Tag
            {
                RecommendationId = pair, Scheme = newest[0].Scheme, Value = v, SetBy = Tag.User, SetByName = newest[0].SetByName, SetAt = newest[0].SetAt,
            }));
        }
    }
}
