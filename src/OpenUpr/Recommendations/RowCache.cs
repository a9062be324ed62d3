using System.Collections.Concurrent;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>
/// The rows that pages showed last, so that a busy site does not read the same texts from the database again and again: that is
/// most of what a page costs. They belong to one index: when it is replaced because the store changed, all are forgotten, so a
/// page's rows are never older than its counts.
/// </summary>
public sealed class RowCache(Store store, LiveIndex live)
{
    /// <summary>Rows kept at most twice this number: the newest, and those before them that are still asked for. About 12 MB in all.</summary>
    private const int Half = 10_000;

    private volatile Kept _kept = new(live.Current);

    /// <summary>The rows of a page's worth of ids, in their order; an id that the store does not hold is passed over.</summary>
    public async Task<IReadOnlyList<RecommendationRow>> ByIdsAsync(IReadOnlyList<long> ids, CancellationToken cancel = default)
    {
        var kept = Of(live.Current);
        var rows = ids.Select(kept.Find).ToArray();
        long[] missing = [.. ids.Where((_, i) => rows[i] is null).Distinct()];
        if (missing.Length > 0)
        {
            // Kept with the index from before the reading: what was read of a store that changed meanwhile goes with that index.
            var read = (await RecommendationRows.ByIdsAsync(store, missing, cancel)).ToDictionary(r => r.Id);
            foreach (var row in read.Values)
            {
                kept.Add(row);
            }

            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] ??= read.GetValueOrDefault(ids[i]);
            }
        }

        return [.. rows.OfType<RecommendationRow>()];
    }

    private Kept Of(SearchIndex index)
    {
        var kept = _kept;
        if (ReferenceEquals(kept.Index, index))
        {
            return kept;
        }

        return _kept = new Kept(index);
    }

    private sealed class Kept(SearchIndex index)
    {
        private volatile ConcurrentDictionary<long, RecommendationRow> _young = [];
        private volatile ConcurrentDictionary<long, RecommendationRow> _old = [];
        private int _count;

        public SearchIndex Index => index;

        public RecommendationRow? Find(long id)
        {
            if (_young.TryGetValue(id, out var row))
            {
                return row;
            }

            if (_old.TryGetValue(id, out row))
            {
                Add(row);
            }

            return row;
        }

        public void Add(RecommendationRow row)
        {
            // Counted here, because a concurrent dictionary takes all its locks to count itself.
            if (_young.TryAdd(row.Id, row) && Interlocked.Increment(ref _count) >= Half)
            {
                (_old, _young) = (_young, []);
                Interlocked.Exchange(ref _count, 0);
            }
        }
    }
}
