using Microsoft.EntityFrameworkCore;
using OpenUpr.Import.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>Which doubts are meant.</summary>
/// <param name="Code">A kind of doubt, such as "text-differs"; null for all.</param>
/// <param name="Sur">ISO code of a State under review; null for all.</param>
/// <param name="DocumentId">A paper that raises them; null for all.</param>
/// <param name="Settled">True for those that a person has answered, false for those that wait.</param>
/// <param name="Session">Session of the review; null for all.</param>
/// <param name="Size">How much the two texts differ; null for all. Only with a kind that is about texts.</param>
public sealed record InboxFilter(string? Code = null, string? Sur = null, long? DocumentId = null, bool Settled = false, int? Session = null, DifferenceSize? Size = null)
{
    /// <summary>Whether two wordings are compared, so that those that differ most come first.</summary>
    public bool IsAboutTexts => Code is DoubtCodes.TextDiffers or DoubtCodes.ListTextDiffers;
}

/// <summary>A doubt as the inbox shows it.</summary>
/// <param name="Document">The paper's symbol, else its file's name.</param>
/// <param name="Answer">What a person said; null while it waits.</param>
public sealed record DoubtRow(Doubt Doubt, string Document, string? Sur, int? Session, Settlement? Answer);

/// <summary>How many doubts wait under a code or a review.</summary>
public sealed record DoubtCount(string Key, int Count, int? Session = null);

/// <summary>A page of the inbox.</summary>
/// <param name="Codes">How many wait of each kind under the other filters.</param>
/// <param name="States">How many wait for each State under review under the other filters.</param>
/// <param name="Small">How many differ little, and <paramref name="Words"/> in words, under the other filters; both 0 where no texts are compared.</param>
public sealed record DoubtPage(IReadOnlyList<DoubtRow> Rows, int Total, IReadOnlyList<DoubtCount> Codes, IReadOnlyList<DoubtCount> States, int Small = 0, int Words = 0);

/// <summary>What waits for a person: lines that a reader is not sure of, and sources that disagree.</summary>
public static class DoubtInbox
{
    public const int PageSize = 25;

    public static async Task<DoubtPage> ReadAsync(Store store, InboxFilter filter, int page, CancellationToken cancel)
    {
        await using var db = store.Open();
        var all = await PlacesAsync(db, filter with { Size = null }, cancel);
        var asked = all.FindAll(p => filter.Size is null || p.Size == filter.Size);
        return new DoubtPage(
            await RowsAsync(db, [.. asked.Skip((page - 1) * PageSize).Take(PageSize).Select(p => p.Id)], cancel),
            asked.Count,
            await ByCodeAsync(db, filter with { Code = null }, cancel),
            await ByStateAsync(db, filter with { Sur = null }, cancel),
            filter.IsAboutTexts ? all.Count(p => p.Size == DifferenceSize.Small) : 0, filter.IsAboutTexts ? all.Count(p => p.Size == DifferenceSize.Words) : 0);
    }

    /// <summary>All doubts that match, in the order of the inbox.</summary>
    public static async Task<IReadOnlyList<long>> IdsAsync(Store store, InboxFilter filter, CancellationToken cancel)
    {
        await using var db = store.Open();
        return [.. (await PlacesAsync(db, filter, cancel)).Select(p => p.Id)];
    }

    /// <summary>Some doubts, in the order of their ids given.</summary>
    public static async Task<IReadOnlyList<DoubtRow>> RowsAsync(Store store, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await RowsAsync(db, ids, cancel);
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
        var all = await PlacesAsync(db, filter, cancel);
        var (before, after) = (all.FindIndex(p => p.Id == id) - 1, all.FindIndex(p => p.Id == id) + 1);
        if (after == 0 && await db.Doubts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) is { } doubt)
        {
            // An answered one has left the list: its neighbours are those that it stood between.
            var own = Place.Of(filter, doubt.Id, doubt.Found, doubt.Stored);
            after = all.Count(p => p.CompareTo(own) < 0);
            before = after - 1;
        }

        return (before >= 0 ? all[before].Id : null, after < all.Count ? all[after].Id : null, all.Count);
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
        where (filter.Sur == null && filter.Session == null)
            || db.Reviews.Any(v => v.Id == d.ReviewId && (filter.Sur == null || v.Sur == filter.Sur) && (filter.Session == null || v.Session == filter.Session))
        where db.Settlements.Any(s => s.DoubtId == d.Id && s.UndoneAt == null) == filter.Settled
        select d;

    /// <summary>Where texts are compared, those that differ most come first; else as they were raised. A few thousand at most, so this is quicker than keeping it in the store.</summary>
    private static async Task<List<Place>> PlacesAsync(OpenUprDb db, InboxFilter filter, CancellationToken cancel)
    {
        var texts = filter.IsAboutTexts;
        var doubts = await Matching(db, filter).Select(d => new { d.Id, Found = texts ? d.Found : null, Stored = texts ? d.Stored : null }).ToListAsync(cancel);
        return [.. doubts.Select(d => Place.Of(filter, d.Id, d.Found, d.Stored)).Where(p => !texts || filter.Size is null || p.Size == filter.Size).Order()];
    }

    /// <summary>A doubt's place in the inbox.</summary>
    private readonly record struct Place(long Id, DifferenceSize Size, int Words) : IComparable<Place>
    {
        public static Place Of(InboxFilter filter, long id, string? found, string? stored)
        {
            var difference = filter.IsAboutTexts && found is not null && stored is not null ? TextDifference.Of(found, stored) : new TextDifference(DifferenceSize.Words, filter.IsAboutTexts ? int.MaxValue : 0);
            return new Place(id, difference.Size, difference.Words);
        }

        public int CompareTo(Place other) => (other.Size, other.Words, Id).CompareTo((Size, Words, other.Id));
    }

    private static async Task<IReadOnlyList<DoubtRow>> RowsAsync(OpenUprDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var doubts = await (
            from d in db.Doubts.AsNoTracking()
            join p in db.Documents on d.DocumentId equals p.Id
            from v in db.Reviews.Where(v => v.Id == d.ReviewId).DefaultIfEmpty()
            where ids.Contains(d.Id)
            select new { Doubt = d, p.Symbol, p.FileName, Sur = v == null ? null : v.Sur, Session = v == null ? (int?)null : v.Session }).ToListAsync(cancel);
        var answers = await db.Settlements.AsNoTracking().Where(s => ids.Contains(s.DoubtId) && s.UndoneAt == null).ToListAsync(cancel);
        var order = ids.Select((id, place) => (id, place)).ToDictionary(p => p.id, p => p.place);
        return [.. doubts.OrderBy(d => order[d.Doubt.Id]).Select(d => new DoubtRow(d.Doubt, d.Symbol ?? d.FileName, d.Sur, d.Session, answers.Where(a => a.DoubtId == d.Doubt.Id).MaxBy(a => a.Id)))];
    }
}
