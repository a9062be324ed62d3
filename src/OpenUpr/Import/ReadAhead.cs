namespace OpenUpr.Import;

/// <summary>Works on the next few items of a list while the caller uses the one before: a task for each processor, so that memory grows with processors and not with the list.</summary>
internal sealed class ReadAhead<T> : IAsyncDisposable
{
    private readonly Queue<Task<T>> _started = [];
    private readonly IEnumerator<string> _paths;
    private readonly Func<string, CancellationToken, Task<T>> _read;
    private readonly CancellationTokenSource _stop;

    public ReadAhead(IEnumerable<string> paths, Func<string, CancellationToken, Task<T>> read, CancellationToken cancel)
    {
        _paths = paths.GetEnumerator();
        _read = read;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        while (_started.Count < Environment.ProcessorCount && StartNext())
        {
        }
    }

    /// <summary>The work on the next item, in the order of the list.</summary>
    public Task<T> NextAsync()
    {
        StartNext();
        return _started.Dequeue();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var task in _started)
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop.Dispose();
        _paths.Dispose();
    }

    private bool StartNext()
    {
        if (!_paths.MoveNext())
        {
            return false;
        }

        var path = _paths.Current;
        _started.Enqueue(Task.Run(() => _read(path, _stop.Token)));
        return true;
    }
}
