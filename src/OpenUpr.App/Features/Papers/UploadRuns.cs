using System.Collections.Concurrent;
using OpenUpr.Import;

namespace OpenUpr.App.Features.Papers;

/// <summary>The uploads that this node is reading: how far each is, and a way to stop it. Beside the table, because SQLite takes no note of progress while an import writes.</summary>
public sealed class UploadRuns : IDisposable
{
    private readonly ConcurrentDictionary<long, Run> _runs = [];
    private readonly SemaphoreSlim _arrived = new(0, 1);

    public ImportProgress? ProgressOf(long id) => _runs.TryGetValue(id, out var run) ? run.Progress : null;

    /// <summary>Asks a reading to stop; nothing happens where this node is not reading it.</summary>
    public void Stop(long id)
    {
        if (_runs.TryGetValue(id, out var run))
        {
            run.Stop();
        }
    }

    /// <summary>Tells the worker that something waits, so that it need not look every moment.</summary>
    public void Wake()
    {
        try
        {
            _arrived.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been told already.
        }
    }

    internal Task WaitAsync(TimeSpan longest, CancellationToken cancel) => _arrived.WaitAsync(longest, cancel);

    internal Run Begin(long id, CancellationToken cancel) => _runs[id] = new Run(this, id, cancel);

    public void Dispose() => _arrived.Dispose();

    internal sealed class Run(UploadRuns runs, long id, CancellationToken cancel) : IProgress<ImportProgress>, IDisposable
    {
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);

        public CancellationToken Token => _stop.Token;

        public ImportProgress? Progress { get; private set; }

        public void Report(ImportProgress value) => Progress = value;

        public void Stop()
        {
            try
            {
                _stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has just ended.
            }
        }

        public void Dispose()
        {
            runs._runs.TryRemove(id, out _);
            _stop.Dispose();
        }
    }
}
