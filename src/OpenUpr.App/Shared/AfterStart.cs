namespace OpenUpr.App.Shared;

/// <summary>For work that only spares somebody a wait later: it begins when the first pages have gone out, which then need not share the processors with it.</summary>
internal static class AfterStart
{
    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(Action work, TimeProvider time, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(_quiet, time, cancel);
            await Task.Run(work, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The site is being stopped.
        }
    }
}
