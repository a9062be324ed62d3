using Microsoft.EntityFrameworkCore;
using OpenUpr.Search.Index;
using OpenUpr.Storage;

namespace OpenUpr.Search;

/// <summary>
/// The search index of a store, kept up to date by the store's change sequence. Every node has its own; they agree because they
/// follow the same sequence, also when another node on the same database did the import.
/// </summary>
public sealed class LiveIndex : IDisposable
{
    private readonly Store _store;
    private readonly SemaphoreSlim _refreshing = new(1);
    private volatile SearchIndex _current;
    private SnapshotStamp _stamp;

    private LiveIndex(Store store, SearchIndex index, SnapshotStamp stamp) => (_store, _current, _stamp) = (store, index, stamp);

    /// <summary>The newest complete index; searches that began on an older one finish on it.</summary>
    public SearchIndex Current => _current;

    /// <summary>Loads the snapshot if it is of this store's newest change, else builds from the store (and writes the snapshot).</summary>
    public static async Task<LiveIndex> OpenAsync(Store store, CancellationToken cancel = default)
    {
        // The stamp comes first: rows that change while they are read are read again at the next refresh.
        var stamp = await StampAsync(store, cancel);
        if (await Task.Run(() => SnapshotFile.TryRead(store.Location.SearchIndexPath, stamp), cancel) is { } table)
        {
            return new LiveIndex(store, new SearchIndex(table, store.Reference, stamp), stamp);
        }

        var index = await BuildAsync(store, stamp, cancel);
        SnapshotFile.TryWrite(store.Location.SearchIndexPath, stamp, index.Table);
        return new LiveIndex(store, index, stamp);
    }

    /// <summary>Builds the index from the store whatever the snapshot says, and replaces the snapshot.</summary>
    public static async Task<LiveIndex> RebuildAsync(Store store, CancellationToken cancel = default)
    {
        var stamp = await StampAsync(store, cancel);
        var index = await BuildAsync(store, stamp, cancel);
        SnapshotFile.TryWrite(store.Location.SearchIndexPath, stamp, index.Table);
        return new LiveIndex(store, index, stamp);
    }

    /// <summary>Takes in what changed since; cheap when nothing did. True when the index was replaced.</summary>
    public Task<bool> RefreshAsync(CancellationToken cancel = default) => RefreshAsync(null, cancel);

    /// <summary>The same.</summary>
    /// <param name="prepare">Called with a new index before any search gets it: what is derived from it is then ready.</param>
    public async Task<bool> RefreshAsync(Action<SearchIndex>? prepare, CancellationToken cancel = default)
    {
        await _refreshing.WaitAsync(cancel);
        try
        {
            var stamp = await StampAsync(_store, cancel);
            if (stamp == _stamp)
            {
                return false;
            }

            // A sequence that went back is another store in the same place (a restored backup): nothing of the old index holds.
            var index = stamp.Sequence > _stamp.Sequence ? await UpdateAsync(stamp, cancel) : await BuildAsync(_store, stamp, cancel);
            SnapshotFile.TryWrite(_store.Location.SearchIndexPath, stamp, index.Table);
            prepare?.Invoke(index);
            (_current, _stamp) = (index, stamp);
            return true;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    private static Task<SearchIndex> BuildAsync(Store store, SnapshotStamp stamp, CancellationToken cancel) =>
        Task.Run(() => SearchIndex.BuildAsync(IndexRows.ReadAllAsync(store, cancel), store.Reference, stamp, cancel), cancel);

    private async Task<SearchIndex> UpdateAsync(SnapshotStamp stamp, CancellationToken cancel)
    {
        List<Change> changes;
        await using (var db = _store.Open())
        {
            changes = await db.Changes.AsNoTracking().Where(c => c.Sequence > _stamp.Sequence && c.Sequence <= stamp.Sequence).ToListAsync(cancel);
        }

        var changed = await ChangedRows.ReadAsync(_store, changes, cancel);
        return await Task.Run(() => new SearchIndex(TableUpdate.Apply(_current.Table, changed), _store.Reference, stamp), cancel);
    }

    private static async Task<SnapshotStamp> StampAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        var sequence = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancel) ?? 0;
        var lastId = await db.Recommendations.MaxAsync(r => (long?)r.Id, cancel) ?? 0;
        return new SnapshotStamp(store.World, StoreHash(store.Location), sequence, lastId);
    }

    private static ulong StoreHash(StoreLocation location)
    {
        var sum = new RunningChecksum();
        sum.Add(System.Text.Encoding.UTF8.GetBytes(location.PostgresConnection is { } connection ? WithoutPassword(connection) : "sqlite"));
        return sum.Value;
    }

    private static string WithoutPassword(string connection)
    {
        var parts = new Npgsql.NpgsqlConnectionStringBuilder(connection);
        return $"{parts.Host}:{parts.Port}/{parts.Database}";
    }
}
