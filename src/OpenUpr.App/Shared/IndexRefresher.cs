using OpenUpr.App.Features.Operator;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Passages;
using OpenUpr.Search.Similar;
using OpenUpr.Storage;

namespace OpenUpr.App.Shared;

/// <summary>Keeps this node's search indexes up to date with what it or another process stored.</summary>
internal sealed partial class IndexRefresher(LiveIndex index, LivePassages passages, DataNote note, Metrics metrics, TimeProvider time, ILogger<IndexRefresher> log) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(AfterStart.RunAsync(() => Prepare(index.Current), time, stoppingToken), KeepAsync(stoppingToken));

    private async Task KeepAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(_interval, time);
        try
        {
            await RefreshAsync(cancel);
            while (await timer.WaitForNextTickAsync(cancel))
            {
                await RefreshAsync(cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The site is being stopped.
        }
    }

    /// <summary>Makes of an index what readers of alike texts and expected responses would otherwise wait for.</summary>
    private static void Prepare(SearchIndex prepared)
    {
        SimilarTexts.Of(prepared);
        ResponseHistory.Of(prepared);
    }

    private async Task RefreshAsync(CancellationToken cancel)
    {
        try
        {
            metrics.IndexIsCurrent(await index.RefreshAsync(Prepare, cancel));
            await note.ReadAsync(cancel);
            await passages.RefreshAsync(cancel);
        }
        catch (Exception e) when (e is IOException || StoreException.DatabaseFailure(e) is not null)
        {
            // The store may be away for a while (a restart, a restore): the old index answers until it is back.
            Log.RefreshFailed(log, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be brought up to date; the next try is in two seconds.")]
        public static partial void RefreshFailed(ILogger log, Exception exception);
    }
}
