using OpenUpr.Search;

namespace OpenUpr.App.Shared;

/// <summary>Keeps this node's search index up to date with what it or another process stored.</summary>
internal sealed partial class IndexRefresher(LiveIndex index, TimeProvider time, ILogger<IndexRefresher> log) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await index.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (e is System.Data.Common.DbException or IOException)
            {
                // The store may be away for a while (a restart, a restore): the old index answers until it is back.
                Log.RefreshFailed(log, e);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be brought up to date; the next try is in two seconds.")]
        public static partial void RefreshFailed(ILogger log, Exception exception);
    }
}
