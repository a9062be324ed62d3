using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Operator;

/// <summary>Makes the backups of the plan while the site runs: the first when the last good one is a turn old, and then turn by turn. One that fails is tried again in an hour.</summary>
internal sealed partial class BackupWorker(Store store, Keyring keys, ServeOptions options, TimeProvider time, ILogger<BackupWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_again = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Backups is not { } plan)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = s_again;
            try
            {
                wait = await WaitAsync(plan, stoppingToken);
                if (wait <= TimeSpan.Zero)
                {
                    var path = await ScheduledBackup.RunAsync(store, keys, plan, time, stoppingToken);
                    Made(Path.GetFileName(path));
                    wait = plan.Every;
                }
            }
            catch (Exception e) when (e is StoreException || StoreException.DatabaseFailure(e) is not null)
            {
                Failed(e.Message);
                wait = s_again;
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }

    private async Task<TimeSpan> WaitAsync(BackupPlan plan, CancellationToken cancel) =>
        (await ScheduledBackup.StatusAsync(store, cancel)).LastGood is { } last ? last + plan.Every - time.GetUtcNow() : TimeSpan.Zero;

    [LoggerMessage(LogLevel.Information, "Backup {File} was made and proved by restoring it.")]
    private partial void Made(string file);

    [LoggerMessage(LogLevel.Error, "The backup failed and is tried again in an hour: {Why}")]
    private partial void Failed(string why);
}
