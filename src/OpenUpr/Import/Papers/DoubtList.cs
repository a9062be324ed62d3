using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>A doubt with what a page shows beside it.</summary>
/// <param name="Sur">State under review; null where the review is not known.</param>
/// <param name="Document">The paper that raises it.</param>
/// <param name="Text">The text in question as readers see it now; null where the doubt is about none.</param>
/// <param name="Settlement">The answer that holds; null while it is open.</param>
public sealed record DoubtEntry(Doubt Doubt, string? Sur, int? Session, SourceDocument Document, string? Text, Settlement? Settlement);

/// <summary>Which doubts. Null fields leave the choice open.</summary>
/// <param name="Settled">False for open ones, true for settled ones.</param>
public sealed record DoubtFilter(long? ReviewId = null, long? DocumentId = null, string? Code = null, bool? Settled = false);

/// <summary>Doubts that still stand, for the page on which a person settles them.</summary>
public static class DoubtList
{
    /// <summary>The next doubts after an id, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<DoubtEntry>> ReadAsync(Store store, DoubtFilter filter, long after = 0, int take = 50, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await (
            from d in Matching(db, filter).Where(d => d.Id > after)
            join s in db.Documents on d.DocumentId equals s.Id
            from r in db.Reviews.Where(r => r.Id == d.ReviewId).DefaultIfEmpty()
            from t in db.Texts.Where(t => t.Id == d.TextId).DefaultIfEmpty()
            orderby d.Id
            select new { Doubt = d, Document = s, Sur = r == null ? null : r.Sur, Session = r == null ? null : (int?)r.Session, Text = t == null ? null : t.Text }).Take(take).ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.Doubt.Id);
        var answers = (await db.Settlements.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.DoubtId) && s.UndoneAt == null).ToListAsync(cancel)).ToLookup(s => s.DoubtId);
        return rows.ConvertAll(r => new DoubtEntry(r.Doubt, r.Sur, r.Session, r.Document, r.Text, answers[r.Doubt.Id].MaxBy(s => s.Id)));
    }

    /// <summary>How many match, by code.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(Store store, DoubtFilter filter, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await Matching(db, filter).GroupBy(d => d.Code).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    /// <summary>What was settled and undone, newest first: the log.</summary>
    public static async Task<IReadOnlyList<(Settlement Settlement, Doubt Doubt)>> LogAsync(Store store, int take = 100, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var rows = await (
            from s in db.Settlements.AsNoTracking()
            join d in db.Doubts on s.DoubtId equals d.Id
            orderby s.Id descending
            select new { s, d }).Take(take).ToListAsync(cancel);
        return rows.ConvertAll(r => (r.s, r.d));
    }

    private static IQueryable<Doubt> Matching(OpenUprDb db, DoubtFilter filter)
    {
        var doubts = db.Doubts.AsNoTracking().Where(d => d.GoneAt == null);
        doubts = filter.ReviewId is { } review ? doubts.Where(d => d.ReviewId == review) : doubts;
        doubts = filter.DocumentId is { } document ? doubts.Where(d => d.DocumentId == document) : doubts;
        doubts = filter.Code is { } code ? doubts.Where(d => d.Code == code) : doubts;
        return filter.Settled is { } settled ? doubts.Where(d => db.Settlements.Any(s => s.DoubtId == d.Id && s.UndoneAt == null) == settled) : doubts;
    }
}
