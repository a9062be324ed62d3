using System.Collections.Concurrent;

namespace OpenUpr.Sources;

/// <summary>
/// Reads a sequence on another thread, so that a reader that hangs on a crafted file can be left behind. The thread ends with its next
/// step; one that never takes another step costs a thread until the program ends, which is the lesser harm.
/// </summary>
public static class TimeLimit
{
    private const int Ahead = 512;

    /// <param name="items">Enumerated on the other thread alone.</param>
    /// <param name="perItem">The longest wait for one item.</param>
    /// <param name="tooSlow">The message when it is over.</param>
    /// <exception cref="SourceException">An item took too long.</exception>
    public static IEnumerable<T> Read<T>(IEnumerable<T> items, TimeSpan perItem, string tooSlow, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var ready = new BlockingCollection<T>(Ahead);
        var token = stop.Token;
        var work = Task.Factory.StartNew(() => Pump(items, ready, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (true)
            {
                if (!ready.TryTake(out var item, (int)perItem.TotalMilliseconds, cancel))
                {
                    if (!ready.IsCompleted)
                    {
                        throw new SourceException(tooSlow);
                    }

                    break;
                }

                yield return item;
            }

            // Brings out what the reader threw.
            work.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            // The reader uses the file, which the caller closes next: give it the moment that it needs to notice.
            Task.WaitAny([work], TimeSpan.FromSeconds(1));
        }
    }

    private static void Pump<T>(IEnumerable<T> items, BlockingCollection<T> ready, CancellationToken token)
    {
        try
        {
            foreach (var item in items)
            {
                ready.Add(item, token);
            }
        }
        catch (Exception e) when (token.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
        {
            // Nobody waits for the rest.
        }
        finally
        {
            try
            {
                ready.CompleteAdding();
            }
            catch (ObjectDisposedException)
            {
                // The reading side has gone.
            }
        }
    }
}
