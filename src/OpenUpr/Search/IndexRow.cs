using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Search;

/// <summary>What the search index keeps of one pair.</summary>
/// <param name="TextId">Pairs with the same text id are one text; the index counts them apart and together.</param>
/// <param name="ParagraphId">Null where the paragraph is not known.</param>
/// <param name="Issues">Slugs.</param>
public sealed record IndexRow(
    long Id,
    long TextId,
    long? ParagraphId,
    RecommendationKind Kind,
    string Sur,
    string Rs,
    int Session,
    Position? Position,
    int? Action,
    IReadOnlyList<string> Issues,
    string Text);

/// <summary>Streams the whole store for the index, in the order of texts, so that pairs of one text stand together.</summary>
public static class IndexRows
{
    /// <summary>Texts read at a time.</summary>
    internal const int BatchSize = 5_000;

    /// <summary>Reads the next batch while the caller works on this one.</summary>
    public static async IAsyncEnumerable<IndexRow> ReadAllAsync(Store store, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var reading = NextAsync(db, 0, cancel);
        try
        {
            while (await reading is { Count: > 0 } rows)
            {
                reading = NextAsync(db, rows[^1].TextId, cancel);
                foreach (var row in rows)
                {
                    yield return row;
                }
            }
        }
        finally
        {
            // A caller who stops early must not find the database closed under a batch that is still being read.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The pairs of the next texts. Texts without pairs (all merged away) are passed over; an empty list is the end.</summary>
    private static Task<List<IndexRow>> NextAsync(OpenUprDb db, long last, CancellationToken cancel) => Task.Run(
        async () =>
        {
            while (true)
            {
                // Whole texts at a time: a batch is a range of text ids, and every pair and tag of it is read with it.
                var ids = await db.Texts.AsNoTracking().Where(t => t.Id > last).OrderBy(t => t.Id).Select(t => t.Id).Take(BatchSize).ToListAsync(cancel);
                if (ids.Count == 0)
                {
                    return [];
                }

                if (await ReadRangeAsync(db, ids[0], ids[^1], cancel) is { Count: > 0 } rows)
                {
                    return rows;
                }

                last = ids[^1];
            }
        },
        cancel);

    /// <summary>The pairs of the texts whose ids lie between two, both included.</summary>
    internal static async Task<List<IndexRow>> ReadRangeAsync(OpenUprDb db, long first, long end, CancellationToken cancel)
    {
        // Merged pairs are few and are dropped here: asked for "merged into nothing", SQLite goes through the whole table for every batch.
        var pairs = db.Recommendations.AsNoTracking().Where(r => r.TextId >= first && r.TextId <= end);
        var tags = (await (from t in db.Tags.AsNoTracking()
                           join r in pairs on t.RecommendationId equals r.Id
                           where t.WithdrawnAt == null && (t.Scheme == Tag.IssueScheme || t.Scheme == Tag.ActionScheme)
                           select new { t.RecommendationId, t.Id, t.Scheme, t.Value, t.SetBy }).ToListAsync(cancel)).ToLookup(t => t.RecommendationId, t => new SetTag(t.Id, t.Scheme, t.Value, t.SetBy));
        var rows = await (
            from r in pairs
            join t in db.Texts on r.TextId equals t.Id
            join v in db.Reviews on t.ReviewId equals v.Id
            from q in db.Positions.Where(q => q.TextId == t.Id && q.IsCurrent).DefaultIfEmpty()
            orderby t.Id, r.Id
            select new { r.Id, r.TextId, t.ParagraphId, t.Kind, v.Sur, r.Rs, v.Session, r.MergedIntoId, Position = q == null ? null : (Position?)q.Value, t.Text }).ToListAsync(cancel);
        rows.RemoveAll(r => r.MergedIntoId is not null);
        return rows.ConvertAll(r =>
        {
            var own = tags[r.Id].ToList();
            int? action = EffectiveTags.One(own, Tag.ActionScheme) is { } number ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : null;
            List<string> issues = [.. EffectiveTags.Of(own, Tag.IssueScheme)];
            return new IndexRow(r.Id, r.TextId, r.ParagraphId, r.Kind, r.Sur, r.Rs, r.Session, r.Position, action, issues, r.Text);
        });
    }
}
