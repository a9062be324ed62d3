using System.Diagnostics;
using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Tests.Search;

namespace OpenUpr.Benchmarks.Search;

/// <summary>How long a program waits for its index: from the store, and from the snapshot that the first start left.</summary>
internal static class StoreStart
{
    public static async Task MeasureAsync(IReadOnlyList<IndexRow>? export, SearchReport report)
    {
        if (export is null)
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("openupr-bench").FullName;
        var store = await Store.OpenAsync(StoreLocation.Parse(folder, null));
        await StoreFiller.FillAsync(store, export, 1);
        for (var run = 1; run <= 2; run++)
        {
            File.Delete(Path.Combine(folder, "search.index"));
            report.Fact($"Ready from the SQLite store, run {run}", await TimeAsync(store));
            report.Fact($"Ready from the snapshot, store's change sequence asked, run {run}", await TimeAsync(store));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>On the clock, and in processor time, which other programs on the machine change less.</summary>
    private static async Task<string> TimeAsync(Store store)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        using var live = await LiveIndex.OpenAsync(store);
        return $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms ({(Environment.CpuUsage.TotalTime - used).TotalMilliseconds:0} ms of processor time)";
    }
}
