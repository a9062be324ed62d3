using OpenUpr.Sources;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App.Shared;

/// <summary>Has the program's model read the texts of the store: at the start those that another model read too, later what uploads, answers and other processes bring.</summary>
internal sealed partial class ReadingWorker(Store store, TimeProvider time, ILogger<ReadingWorker> log) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the start of the site: loading a model takes its time.
        await Task.Yield();
        using var timer = new PeriodicTimer(_interval, time);
        try
        {
            if (LabelReader.Shipped is not { } reader)
            {
                return;
            }

            var replaceOthers = true;
            do
            {
                replaceOthers &= !await CatchUpAsync(reader, replaceOthers, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is being stopped; the next start goes on where this stopped.
        }
        catch (SourceException e)
        {
            // A build with a damaged model: the site is of use without it.
            Log.NoModel(log, e);
        }
    }

    /// <summary>False where the store is away; it is asked again.</summary>
    private async Task<bool> CatchUpAsync(LabelReader reader, bool replaceOthers, CancellationToken cancel)
    {
        try
        {
            var told = 0;
            var progress = new Told(p =>
            {
                // A line for every tenth; a run of a few texts is not worth one.
                if (p.Done >= told + Math.Max(p.Total / 10, 5_000) && p.Done < p.Total)
                {
                    told = p.Done;
                    Log.Reading(log, p.Done, p.Total);
                }
            });
            if (await ReadingRun.CatchUpAsync(store, reader, replaceOthers, progress, cancel) is > 0 and var read)
            {
                Log.Read(log, read, reader.Model);
            }

            return true;
        }
        catch (Exception e) when (e is IOException || StoreException.DatabaseFailure(e) is not null)
        {
            Log.StoreAway(log, e);
            return false;
        }
    }

    /// <summary>Reports in the thread that reads, so that lines come in order.</summary>
    private sealed class Told(Action<ReadingProgress> tell) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => tell(value);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Reading labels: {Done} of {Total} texts.")]
        public static partial void Reading(ILogger log, int done, int total);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} texts were read by {Model}.")]
        public static partial void Read(ILogger log, int count, string model);

        [LoggerMessage(Level = LogLevel.Error, Message = "The program's model cannot be used; texts are not read.")]
        public static partial void NoModel(ILogger log, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not take readings; the next try is in two seconds.")]
        public static partial void StoreAway(ILogger log, Exception exception);
    }
}
