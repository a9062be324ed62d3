using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.Export.Atom;

/// <summary>A recommendation with what a feed needs to know of its history.</summary>
/// <param name="AtomId">Its name for ever, see <see cref="Atom.AtomId"/>.</param>
/// <param name="Added">When the document that it was first read from was received.</param>
/// <param name="Updated">When it was added or its position last changed, whichever is later.</param>
public sealed record FeedRow(RecommendationRow Row, string AtomId, DateTimeOffset Added, DateTimeOffset Updated);

/// <summary>The newest additions that a search finds.</summary>
public static class FeedRows
{
    /// <summary>Entries of a feed: enough for what is added between two visits of a feed reader, little enough to be fetched every hour.</summary>
    public const int Longest = 100;

    /// <summary>The rows last added first: ids are given in the order of adding and never twice.</summary>
    public static async Task<IReadOnlyList<FeedRow>> ReadAsync(Store store, SearchIndex index, SearchQuery query, CancellationToken cancel = default)
    {
        var ids = index.AllIds(query, SortBy.Id).TakeLast(Longest).Reverse().ToList();
        var rows = await RecommendationRows.ByIdsAsync(store, ids, cancel);
        await using var db = store.Open();
        var histories = await (
            from r in db.Recommendations.AsNoTracking()
            where EF.Parameter(ids).Contains(r.Id)
            join d in db.Documents on r.DocumentId equals d.Id
            from p in db.Positions.Where(p => p.TextId == r.TextId && p.IsCurrent).DefaultIfEmpty()
            select new { r.Id, r.Identity, d.ReceivedAt, Said = p == null ? null : (DateTimeOffset?)p.RecordedAt }).ToDictionaryAsync(r => r.Id, cancel);
        return [.. rows.Where(r => histories.ContainsKey(r.Id)).Select(row =>
        {
            var history = histories[row.Id];
            var updated = history.Said > history.ReceivedAt ? history.Said.Value : history.ReceivedAt;
            return new FeedRow(row, AtomId.OfRecommendation(store.World, history.Identity), history.ReceivedAt, updated);
        })];
    }
}
