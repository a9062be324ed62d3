using System.Diagnostics;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App.Cli.Stores;

/// <summary>Has the program's model read what a command brought into the store, and says so.</summary>
internal static class LabelRun
{
    public static async Task RunAsync(Terminal terminal, Store store, CancellationToken cancel)
    {
        if (LabelReader.Shipped is not { } reader)
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        if (await ReadingRun.CatchUpAsync(store, reader, cancel: cancel) is > 0 and var read)
        {
            terminal.Talk.WriteLine($"{read} texts read by {reader.Model} in {watch.Elapsed.TotalSeconds:0.0} s");
        }
    }
}
