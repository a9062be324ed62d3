using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>Which doubts are meant.</summary>
/// <param name="Code">A kind of doubt, such as "text-differs"; null for all.</param>
/// <param name="Sur">ISO code of a State under review; null for all.</param>
/// <param name="DocumentId">A paper that raises them; null for all.</param>
/// <param name="Settled">True for those that a person has answered, false for those that wait.</param>
public sealed record InboxFilter(string? Code = null, string? Sur = null, long? DocumentId = null, bool Settled = false);

/// <summary>A doubt as the inbox shows it.</summary>
/// <param name="Document">The paper's symbol, else its file's name.</param>
/// <param name="Answer">What a person said; null while it waits.</param>
public sealed record DoubtRow(Doubt Doubt, string Document, string? Sur, int? Session, Settlement? Answer);

/// <summary>How many doubts wait under a code or a review.</summary>
public sealed record DoubtCount(string Key, int Count, int? Session = null);

/// <summary>A page of the inbox.</summary>
/// <param name="Codes">How many wait of each kind under the other filters.</param>
/// <param name="States">How many wait for each State under review under the other filters.</param>
public sealed record DoubtPage(IReadOnlyList<DoubtRow> Rows, int Total, IReadOnlyList<DoubtCount> Codes, IReadOnlyList<DoubtCount> States);

/// <summary>What waits for a person: lines that a reader is not sure of, and sources that disagree.</summary>
public static class DoubtInbox
{
    public const int PageSize = 25;

    public static async Task<DoubtPage> ReadAsync(Store store, InboxFilter filter, int page, CancellationToken cancel)
    {
        await using var db = store.Open();
        var matching = Matching(db, filter);
        var ids = await Ordered(matching).Skip((page - 1) * PageSize).Take(PageSize).Select(d => d.Id).ToListAsync(cancel);
        return new DoubtPage(
            await RowsAsync(db, ids, cancel),
            await matching.CountAsync(cancel),
            await ByCodeAsync(db, filter with { Code = null }, cancel),
            await ByStateAsync(db, filter with { Sur = null }, cancel));
    }

    /// <summary>One doubt with its answer; null where there is none of this id.</summary>
    public static async Task<DoubtRow?> FindAsync(Store store, long id, CancellationToken cancel)
    {
        await using var db = store.Open();
        return (await RowsAsync(db, [id], cancel)).SingleOrDefault();
    }

    /// <summary>The text in question as readers see it now; null where the doubt is about none.</summary>
    public static async Task<string?> TextOfAsync(Store store, Doubt doubt, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Texts.AsNoTracking().Where(t => t.Id == doubt.TextId || db.Recommendations.Any(r => r.Id == doubt.RecommendationId && r.TextId == t.Id)).Select(t => t.Text).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The doubts before and after one under a filter, whether or not it still matches; null at the ends.</summary>
    public static async Task<(long? Before, long? After, int Waiting)> AroundAsync(Store store, long id, InboxFilter filter, CancellationToken cancel)
    {
        await using var db = store.Open();
        var all = await Ordered(Matching(db, filter)).Select(d => d.Id).ToListAsync(cancel);
        // An answered one has left the list: its neighbours are those that it stood between.
        var place = all.IndexOf(id) is var at and >= 0 ? at : all.Count(other => other < id) - 1;
        var before = all.Contains(id) ? place - 1 : place;
        return (before >= 0 ? all[before] : null, place + 1 < all.Count ? all[place + 1] : null, all.Count);
    }

    /// <summary>How many wait in each review, most first.</summary>
    public static async Task<IReadOnlyList<DoubtCount>> ByReviewAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        var counts = await (
            from d in Matching(db, new InboxFilter())
            join v in db.Reviews on d.ReviewId equals v.Id
            group d by new { v.Sur, v.Session } into g
            select new { g.Key.Sur, g.Key.Session, Count = g.Count() }).ToListAsync(cancel);
        return [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Sur, StringComparer.Ordinal).Select(c => new DoubtCount(c.Sur, c.Count, c.Session))];
    }

    public static async Task<IReadOnlyList<DoubtCount>> ByCodeAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await ByCodeAsync(db, new InboxFilter(), cancel);
    }

    private static async Task<IReadOnlyList<DoubtCount>> ByCodeAsync(OpenUprDb db, InboxFilter filter, CancellationToken cancel)
    {
        var counts = await Matching(db, filter).GroupBy(d => d.Code).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new DoubtCount(c.Key, c.Count))];
    }

    private static async Task<IReadOnlyList<DoubtCount>> ByStateAsync(OpenUprDb db, InboxFilter filter, CancellationToken cancel)
    {
        var counts = await (
            from d in Matching(db, filter)
            join v in db.Reviews on d.ReviewId equals v.Id
            group d by v.Sur into g
            select new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return [.. counts.Select(c => new DoubtCount(c.Key, c.Count))];
    }

    private static IQueryable<Doubt> Matching(OpenUprDb db, InboxFilter filter) =>
        from d in db.Doubts.AsNoTracking()
        where d.GoneAt == null || filter.Settled
        where filter.Code == null || d.Code == filter.Code
        where filter.DocumentId == null || d.DocumentId == filter.DocumentId
        where filter.Sur == null || db.Reviews.Any(v => v.Id == d.ReviewId && v.Sur == filter.Sur)
        where db.Settlements.Any(s => s.DoubtId == d.Id && s.UndoneAt == null) == filter.Settled
        select d;

    private static IQueryable<Doubt> Ordered(IQueryable<Doubt> doubts) => doubts.OrderBy(d => d.Id);

    private static async Task<IReadOnlyList<DoubtRow>> RowsAsync(OpenUprDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var doubts = await (
            from d in db.Doubts.AsNoTracking()
            join p in db.Documents on d.DocumentId equals p.Id
            from v in db.Reviews.Where(v => v.Id == d.ReviewId).DefaultIfEmpty()
            where ids.Contains(d.Id)
            orderby d.Id
            select new { Doubt = d, p.Symbol, p.FileName, Sur = v == null ? null : v.Sur, Session = v == null ? (int?)null : v.Session }).ToListAsync(cancel);
        var answers = await db.Settlements.AsNoTracking().Where(s => ids.Contains(s.DoubtId) && s.UndoneAt == null).ToListAsync(cancel);
        return [.. doubts.Select(d => new DoubtRow(d.Doubt, d.Symbol ?? d.FileName, d.Sur, d.Session, answers.Where(a => a.DoubtId == d.Doubt.Id).MaxBy(a => a.Id)))];
    }
}
