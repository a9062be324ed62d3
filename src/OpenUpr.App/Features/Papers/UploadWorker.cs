using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers;

/// <summary>Reads the waiting uploads one after the other: writers of the store take turns anyway, and a paper takes less than a second. The table is the queue (docs/adr/0013).</summary>
internal sealed partial class UploadWorker(WaitingUploads uploads, UploadRuns runs, Store store, TimeProvider time, ILogger<UploadWorker> log) : BackgroundService
{
    /// <summary>How often to look for files that another node took in.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    /// <summary>How often a claim is renewed and the progress noted in the store.</summary>
    private static readonly TimeSpan _renewal = TimeSpan.FromSeconds(5);

    private readonly UploadReader _reader = new(store, time);
    private bool _recovered;

    /// <summary>The upload whose reading the store broke off; null where nothing is owed.</summary>
    private long? _letGo;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                if (!await ReadNextAsync(stoppingToken))
                {
                    await runs.WaitAsync(_pause, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is being stopped; what was being read waits again.
        }
    }

    /// <summary>False when nothing waits or the store is away.</summary>
    private async Task<bool> ReadNextAsync(CancellationToken stop)
    {
        try
        {
            if (!_recovered)
            {
                await uploads.RecoverAsync(stop);
                _recovered = true;
            }

            if (_letGo is { } id)
            {
                await uploads.ReleaseAsync(id, stop);
                _letGo = null;
            }

            if (await uploads.ClaimAsync(stop) is not { } upload)
            {
                return false;
            }

            await ReadAsync(upload, stop);
            return true;
        }
        catch (Exception e) when (e is StoreException || StoreException.DatabaseFailure(e) is not null)
        {
            // The store may be away for a while; the claim runs out and the file is read then.
            Log.StoreAway(log, e);
            return false;
        }
    }

    private async Task ReadAsync(Upload upload, CancellationToken stop)
    {
        using var run = runs.Begin(upload.Id, stop);
        using var renewing = CancellationTokenSource.CreateLinkedTokenSource(run.Token);
        var renewal = RenewAsync(upload, run, renewing.Token);
        try
        {
            var (report, document) = await _reader.ReadAsync(upload, run, run.Token);
            await uploads.FinishAsync(upload.Id, report, document, CancellationToken.None);
        }
        catch (OperationCanceledException) when (run.Token.IsCancellationRequested)
        {
            // Cancelled by a person, the row says so already and this does nothing to it.
            await uploads.ReleaseAsync(upload.Id, CancellationToken.None);
        }
        catch (Exception e) when (e is StoreException || StoreException.DatabaseFailure(e) is not null)
        {
            // Released once the store answers again. What was stored after all is then found as known.
            _letGo = upload.Id;
            throw;
        }
        catch (Exception e)
        {
            // A fault in a reader must not stop the files behind it. Its bytes stay with the refusal and can be tried again.
            Log.Failed(log, e);
            await uploads.FinishAsync(upload.Id, UploadReport.OfRefusal(Resources.PapersWords.Upload_Fault), null, CancellationToken.None);
        }
        finally
        {
            await renewing.CancelAsync();
            await renewal;
        }
    }

    /// <summary>Renews the claim; stops the reading when the row says that someone cancelled it, perhaps on another node.</summary>
    private async Task RenewAsync(Upload upload, UploadRuns.Run run, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(_renewal, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                var at = run.Progress;
                if (!await uploads.KeepAsync(upload.Id, at?.Step ?? "", at?.Done ?? 0, at?.Total ?? upload.Size, cancel))
                {
                    run.Stop();
                    return;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException || StoreException.DatabaseFailure(e) is not null)
        {
            // Read to its end, or the store is away, which the reading itself will notice.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be asked for uploads; the next try is in two seconds.")]
        public static partial void StoreAway(ILogger log, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "A reader failed on an uploaded file; the file is kept as refused.")]
        public static partial void Failed(ILogger log, Exception exception);
    }
}
