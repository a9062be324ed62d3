using System.Diagnostics;
using System.Net;
using OpenUpr.Import;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks.Site;

/// <summary>
/// Starts the real program on the real export and measures it from outside: cold start, time of a page, weight of each page, memory. Beside it, in the
/// same run, a bare web server that sends a page of the same weight: what the machine, the runtime and the loopback take in any case.
/// </summary>
internal static class SiteBenchmark
{
    private const int Starts = 5;
    private const int Requests = 400;
    private const string SearchPage = "/recommendations?q=torture&response=noted";

    /// <summary>Arguments: folder of the real data, file for the result, file with the kept queries, openupr.dll as published (see docs/guide/operator.md).</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length != 4)
        {
            await Console.Error.WriteLineAsync("Use: site CORPUS-FOLDER RESULT.md QUERIES.txt PUBLISHED/openupr.dll");
            return 2;
        }

        var folder = Path.Combine(Path.GetTempPath(), $"openupr_site_{Environment.ProcessId}");
        try
        {
            var pairs = await FillAsync(folder, Path.Combine(args[0], "upr-info"));
            var report = new SiteReport(pairs);
            var queries = await QueriesAsync(args[2]);
            string[] site = [Path.GetFullPath(args[3]), "serve", "--data", folder, "--urls"];
            var weight = await MeasureAsync("OpenUPR", site, queries, report, weights: true);
            string[] peer = ["OpenUpr.Benchmarks.dll", "site-peer", weight.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            await MeasureAsync("Bare server (peer)", peer, queries, report, weights: false);
            await LoadAsync(site, peer, Path.GetFullPath(args[2]), report);
            await File.WriteAllTextAsync(args[1], report.ToMarkdown());
            Console.WriteLine(report.ToMarkdown());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task LoadAsync(string[] site, string[] peer, string queries, SiteReport report)
    {
        var script = Path.Combine(Path.GetDirectoryName(queries)!, "load.lua");
        using (var server = await ServerProcess.StartAsync(site, SearchPage))
        {
            report.Add(await LoadTest.RunAsync("OpenUPR, all queries", server, script, queries));
            report.Add(await LoadTest.RunAsync("OpenUPR, one query", server, script, queries, fixedPage: true));
        }

        using var bare = await ServerProcess.StartAsync(peer, SearchPage);
        report.Add(await LoadTest.RunAsync("Bare server (peer)", bare, script, queries));
    }

    private static async Task<int> FillAsync(string folder, string export)
    {
        var store = await Store.OpenAsync(StoreLocation.Parse(folder, null));
        var importer = new Importer(store, TimeProvider.System);
        foreach (var file in Importer.FindFiles([export]))
        {
            await importer.ImportAsync(file, new ImportOptions());
        }

        using var index = await LiveIndex.OpenAsync(store);
        return index.Current.Count;
    }

    private static async Task<string[]> QueriesAsync(string file) =>
        [.. (await File.ReadAllLinesAsync(file)).Where(l => l.Length > 0 && l[0] != '#').Take(Requests).Select(q => $"/recommendations?q={WebUtility.UrlEncode(q)}")];

    /// <summary>Measures one server; returns the bytes of its search page.</summary>
    private static async Task<int> MeasureAsync(string name, string[] command, string[] queries, SiteReport report, bool weights)
    {
        var starts = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using var server = await ServerProcess.StartAsync(command, SearchPage);
            starts.Add(server.SecondsToFirstPage);
        }

        using var warm = await ServerProcess.StartAsync(command, SearchPage);
        foreach (var address in queries.Take(50))
        {
            await warm.GetAsync(address);
        }

        var times = new List<double>();
        foreach (var address in queries)
        {
            var clock = Stopwatch.GetTimestamp();
            await warm.GetAsync(address);
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        var page = await warm.GetAsync(SearchPage);
        report.Add(new SiteMeasure(name, Quantiles.Of(starts), Quantiles.Of(times), warm.ResidentMegabytes));
        if (weights)
        {
            await PageWeights.AddAsync(warm, report);
        }

        return page.Length;
    }
}
