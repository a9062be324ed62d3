using OpenUpr.Storage;

namespace OpenUpr.Search.Passages;

/// <summary>
/// The index of a store's papers, kept up to date with what any node stores. It is made after the start, not before it: who asks
/// first waits, and everybody else goes on.
/// </summary>
public sealed class LivePassages(Store store, TimeProvider time) : IDisposable
{
    /// <summary>While many papers come in, an update takes at most one part in so many of the time.</summary>
    private const int Rest = 5;

    private readonly SemaphoreSlim _refreshing = new(1);
    private volatile PassageIndex? _current;
    private TimeSpan _lastTook;
    private long _lastEnded;

    /// <summary>The newest complete index; null until the first one is made.</summary>
    public PassageIndex? Newest => _current;

    /// <summary>The newest complete index, made now if there is none yet.</summary>
    public async Task<PassageIndex> CurrentAsync(CancellationToken cancel = default)
    {
        if (_current is null)
        {
            await RefreshAsync(cancel);
        }

        return _current!;
    }

    /// <summary>Takes in what changed since, unless the last update was too costly to be followed by another so soon. True when the index was replaced.</summary>
    public async Task<bool> RefreshAsync(CancellationToken cancel = default)
    {
        await _refreshing.WaitAsync(cancel);
        try
        {
            if (_current is not null && (time.GetElapsedTime(_lastEnded) < _lastTook * Rest || _current.Stamp == await PassageReading.StampAsync(store, cancel)))
            {
                return false;
            }

            var began = time.GetTimestamp();

            // SQLite is synchronous, and cutting texts into words is work.
            _current = await Task.Run(() => PassageReading.BuildAsync(store, _current, cancel), cancel);
            (_lastEnded, _lastTook) = (time.GetTimestamp(), time.GetElapsedTime(began));
            return true;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();
}
