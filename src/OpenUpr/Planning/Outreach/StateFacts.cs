using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>What one State recommended to another, for letters: counted in pairs, the newest session first.</summary>
/// <param name="Session">The newest session in which it recommended anything; null where it never did.</param>
/// <param name="Rows">Recommendations of that session.</param>
/// <param name="Earlier">How many it made in sessions before.</param>
public sealed record StateFacts(string Rs, string Sur, int? Session, IReadOnlyList<RecommendationRow> Rows, int Earlier)
{
    /// <summary>Recommendations that a letter can name.</summary>
    private const int MaxRows = 60;

    public int Count(Position position) => Rows.Count(r => r.Position == position);

    public static async Task<StateFacts> ReadAsync(Store store, string rs, string sur, CancellationToken cancel)
    {
        await using var db = store.Open();
        var pairs = await (
            from pair in db.Recommendations
            join text in db.Texts on pair.TextId equals text.Id
            join review in db.Reviews on text.ReviewId equals review.Id
            where pair.Rs == rs && review.Sur == sur && pair.MergedIntoId == null && text.Kind == RecommendationKind.Recommendation
            orderby review.Session descending, pair.Id
            select new { pair.Id, review.Session }).ToListAsync(cancel);
        var newest = pairs.Count == 0 ? null : (int?)pairs[0].Session;
        var rows = await RecommendationRows.ByIdsAsync(store, [.. pairs.Where(p => p.Session == newest).Select(p => p.Id).Take(MaxRows)], cancel);
        return new StateFacts(rs, sur, newest, rows, pairs.Count(p => p.Session != newest));
    }
}
