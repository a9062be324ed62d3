using Microsoft.EntityFrameworkCore;
using OpenUpr.Search.Index;
using OpenUpr.Storage;

namespace OpenUpr.Search;

/// <summary>What an update of the index replaces: pairs by their ids, texts with all their pairs, and the rows that now hold for them.</summary>
/// <param name="TextIds">Ascending.</param>
/// <param name="Rows">In the order of texts.</param>
internal sealed record ChangedRows(IReadOnlyList<Change> Changes, IReadOnlyList<long> TextIds, IReadOnlyList<IndexRow> Rows)
{
    /// <summary>Texts so near to one another are read in one go, with those between.</summary>
    private const int Gap = 500;

    /// <summary>Reads every text that a changed recommendation belongs to as a whole: a new position concerns all its pairs.</summary>
    public static async Task<ChangedRows> ReadAsync(Store store, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var ids = new SortedSet<long>();
        await using var db = store.Open();
        foreach (var change in changes)
        {
            var texts = db.Recommendations.AsNoTracking()
                .Where(r => r.Id >= change.FirstRecommendationId && r.Id <= change.LastRecommendationId)
                .Select(r => r.TextId).Distinct();
            ids.UnionWith(await texts.ToListAsync(cancel));
        }

        var rows = new List<IndexRow>();
        foreach (var (first, end) in Runs([.. ids]))
        {
            rows.AddRange((await IndexRows.ReadRangeAsync(db, first, end, cancel)).Where(r => ids.Contains(r.TextId)));
        }

        return new ChangedRows(changes, [.. ids], rows);
    }

    private static IEnumerable<(long First, long End)> Runs(IReadOnlyList<long> ids)
    {
        for (var i = 0; i < ids.Count;)
        {
            var first = i;
            while (i + 1 < ids.Count && ids[i + 1] - ids[i] <= Gap && i - first < IndexRows.BatchSize)
            {
                i++;
            }

            yield return (ids[first], ids[i++]);
        }
    }
}
