using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Index;
using OpenUpr.Tests.Search;

namespace OpenUpr.Benchmarks.Search;

/// <summary>
/// Measures the search at one size, and the same queries on SQLite FTS5 and PostgreSQL in the same run:
/// <c>search --rows 33082|1000000 --corpus DIR [--postgres postgres://...] [--queries FILE] [--peer-sample 200|0] [--out FILE]</c>.
/// </summary>
internal static class SearchBenchmark
{
    /// <summary>Searches before the clock runs: the compiler and the caches settle.</summary>
    private const int WarmUp = 300;

    private const int PeerWarmUp = 20;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var reference = ReferenceData.Load(World.UnitedNations);
        var export = ExportCorpus.Read(Path.Combine(arguments.Need("corpus"), "upr-info"));
        var wanted = arguments.Number("rows", 33_082);
        // The export itself holds 947 pledges beside its 33,082 recommendations.
        var count = wanted <= export.Count(r => r.Kind == RecommendationKind.Recommendation) ? export.Count : wanted;
        var copies = new CorpusCopies(export);
        var queries = QuerySet.Read(arguments.Find("queries") ?? "perf/queries.txt", reference);
        var report = new SearchReport(arguments.ToString(), wanted);

        var index = await MeasureBuildAsync(copies, count, reference, report);
        if (wanted == count || count == export.Count)
        {
            await StoreStart.MeasureAsync(count == export.Count ? export : null, report);
        }

        var ours = MeasureOwn(index, queries, report);
        await MeasurePeersAsync(arguments, copies, count, reference, queries, ours, report);
        await report.WriteAsync(arguments.Find("out"));
        return 0;
    }

    private static async Task<SearchIndex> MeasureBuildAsync(CorpusCopies copies, int count, ReferenceData reference, SearchReport report)
    {
        // Held apart from the index: at a million rows the rows themselves are larger than it.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        SearchIndex index = null!;
        var build = Timings.Once(() => index = SearchIndex.BuildAsync(copies.Rows(count).ToAsyncEnumerable(), reference).GetAwaiter().GetResult());
        report.Fact("Build from rows in memory (reading and changing the copies included)", $"{build / 1000:0.00} s");
        var path = Path.Combine(Path.GetTempPath(), $"openupr-bench-{Environment.ProcessId}.index");
        var stamp = new SnapshotStamp(World.UnitedNations, 1, 1, 1);
        report.Fact("Snapshot write", $"{Timings.Once(() => SnapshotFile.TryWrite(path, stamp, index.Table)):0} ms, {new FileInfo(path).Length / 1e6:0.0} MB");
        index = null!;
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var load = Timings.Once(() => index = new SearchIndex(SnapshotFile.TryRead(path, stamp)!, reference));
        report.Fact("Snapshot load until ready to search", $"{load:0} ms");
        report.Fact("Managed memory of the index", $"{(GC.GetTotalMemory(forceFullCollection: true) - empty) / 1e6:0.0} MB (before anything: {before / 1e6:0.0} MB, of which the export's rows)");
        File.Delete(path);
        await Task.CompletedTask;
        return index;
    }

    /// <summary>All kept queries, twice; the second pass counts. Returns the pairs found, to compare with the peers.</summary>
    private static List<int> MeasureOwn(SearchIndex index, IReadOnlyList<SearchQuery> queries, SearchReport report)
    {
        // The peers have no synonyms, so the same words are asked for here too.
        var exact = queries.Select(q => q with { UseSynonyms = false }).ToList();
        var page = new SearchPage();
        foreach (var query in exact.Take(WarmUp).Concat(exact.TakeLast(WarmUp / 3)))
        {
            index.Run(query, page);
        }

        var (words, filters, synonyms, pairs) = (new Timings(), new Timings(), new Timings(), new List<int>());
        var before = GC.GetTotalAllocatedBytes();
        foreach (var query in exact)
        {
            pairs.Add((query.Expression is null ? filters : words).Measure(() => index.Run(query, page)).Pairs);
        }

        report.Fact("Garbage of a search", $"{(GC.GetTotalAllocatedBytes() - before) / exact.Count / 1024} kB");
        foreach (var query in queries.Where(q => q.Expression is not null))
        {
            synonyms.Measure(() => index.Run(query, page));
        }

        var (wordsUsed, filtersUsed) = (new Timings(), new Timings());
        foreach (var query in exact)
        {
            (query.Expression is null ? filtersUsed : wordsUsed).MeasureProcessor(() => index.Run(query, page));
        }

        report.Fact("Processor time of a search with words, median / p90 / p99 / max", $"{wordsUsed.ToString().Replace('|', '/')} ms");
        report.Fact("Processor time of a search by filters alone", $"{filtersUsed.ToString().Replace('|', '/')} ms");
        report.Own(words, filters, pairs.Where((_, i) => exact[i].Expression is not null).Average());
        report.Fact("Own index with synonyms on, median / p90 / p99 / max", $"{synonyms.ToString().Replace('|', '/')} ms");
        report.Fact("Resident memory after the searches", $"{Environment.WorkingSet / 1e6:0} MB");
        return pairs;
    }

    private static async Task MeasurePeersAsync(Arguments arguments, CorpusCopies copies, int count, ReferenceData reference, IReadOnlyList<SearchQuery> queries, List<int> ours, SearchReport report)
    {
        var sample = arguments.Number("peer-sample", queries.Count);
        if (sample == 0)
        {
            return;
        }

        var step = Math.Max(1, queries.Count / sample);
        var asked = Enumerable.Range(0, queries.Count).Where(i => i % step == step / 2).ToList();
        var path = Path.Combine(Path.GetTempPath(), $"openupr-bench-{Environment.ProcessId}.db");
        List<Func<Peer>> builders = [() => Fts5Peer.Build(path, PeerRow.Of(copies.Rows(count), reference))];
        if (arguments.Find("postgres") is { } address)
        {
            builders.Add(() => PostgresPeer.Build(address, PeerRow.Of(copies.Rows(count), reference)));
        }

        foreach (var build in builders)
        {
            await using var peer = build();
            var (words, filters, same, more) = (new Timings(), new Timings(), 0, 0L);
            foreach (var i in asked.Take(PeerWarmUp))
            {
                peer.Run(queries[i]);
            }

            foreach (var i in asked)
            {
                var pairs = (queries[i].Expression is null ? filters : words).Measure(() => peer.Run(queries[i]));
                same += pairs == ours[i] ? 1 : 0;
                more += pairs - ours[i];
            }

            report.Peer(peer, words, filters, string.Create(CultureInfo.InvariantCulture, $"{same} of {asked.Count} answers with the same number of pairs ({more:+#;-#;0} pairs in all)"));
        }

        File.Delete(path);
    }
}
