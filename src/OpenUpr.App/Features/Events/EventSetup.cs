using System.Security.Cryptography;
using OpenUpr.Planning.Events;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Events;

/// <summary>What the pages of events need.</summary>
internal static class EventSetup
{
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventUpkeep>();
        services.AddHostedService<EventUpkeepWorker>();
    }
}

/// <summary>Deletes names of guests whose time is over, now and then.</summary>
internal sealed partial class EventUpkeepWorker(EventUpkeep upkeep, TimeProvider time, ILogger<EventUpkeepWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(s_pause, time);
        try
        {
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is being stopped.
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await upkeep.RunAsync(stop);
        }
        catch (Exception e) when (e is CryptographicException || StoreException.DatabaseFailure(e) is not null)
        {
            Log.Failed(log, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Names of guests that are due were not all deleted; the next try is in an hour.")]
        public static partial void Failed(ILogger log, Exception exception);
    }
}
