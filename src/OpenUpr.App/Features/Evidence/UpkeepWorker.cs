using System.Security.Cryptography;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Evidence;

/// <summary>Destroys what is due and sweeps what broke off, now and then.</summary>
internal sealed partial class UpkeepWorker(EvidenceUpkeep upkeep, CoalitionUpkeep rooms, TimeProvider time, ILogger<UpkeepWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(30);

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
            await rooms.RunAsync(stop);
            await upkeep.RunAsync(stop);
        }
        catch (Exception e) when (e is CryptographicException || StoreException.DatabaseFailure(e) is not null)
        {
            Log.Failed(log, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The upkeep of coalitions did not end; the next try is in half an hour.")]
        public static partial void Failed(ILogger log, Exception exception);
    }
}
