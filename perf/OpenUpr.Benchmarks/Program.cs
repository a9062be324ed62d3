using OpenUpr.Benchmarks;
using OpenUpr.Benchmarks.Actions;
using OpenUpr.Benchmarks.Checking;
using OpenUpr.Benchmarks.Classification;
using OpenUpr.Benchmarks.Crash;
using OpenUpr.Benchmarks.DayNotes;
using OpenUpr.Benchmarks.Evidence;
using OpenUpr.Benchmarks.Expected;
using OpenUpr.Benchmarks.Fuzz;
using OpenUpr.Benchmarks.Move;
using OpenUpr.Benchmarks.Reports;
using OpenUpr.Benchmarks.RoomPages;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Benchmarks.Similar;
using OpenUpr.Benchmarks.Site;
using OpenUpr.Benchmarks.Statistics;
using OpenUpr.Benchmarks.Targets;
using OpenUpr.Benchmarks.Topics;
using OpenUpr.Benchmarks.Uptake;

// One verb for each thing that is measured; a verb's own files stand in the folder of its name.
var verbs = new Dictionary<string, Func<string[], Task<int>>>
{
    ["search"] = SearchBenchmark.RunAsync,
    ["statistics"] = StatisticsBenchmark.RunAsync,
    ["search-queries"] = QuerySet.WriteAsync,
    ["site"] = SiteBenchmark.RunAsync,
    ["rooms"] = RoomBenchmark.RunAsync,
    ["actions"] = ActionBenchmark.RunAsync,
    ["reports"] = ReportBenchmark.RunAsync,
    ["site-peer"] = BarePeer.RunAsync,
    ["import"] = ImportBenchmark.RunAsync,
    ["export"] = ExportBenchmark.RunAsync,
    ["fuzz"] = FuzzRun.RunAsync,
    ["papers"] = PaperBenchmark.RunAsync,
    ["topics"] = TopicBenchmark.RunAsync,
    ["classification"] = ClassificationBenchmark.RunAsync,
    ["similar"] = SimilarBenchmark.RunAsync,
    ["crash"] = CrashRun.RunAsync,
    ["clean"] = CleanFile.RunAsync,
    ["likeness"] = LikenessBenchmark.RunAsync,
    ["move"] = MoveBenchmark.RunAsync,
    ["evidence"] = EvidenceBenchmark.RunAsync,
    ["targets"] = TargetBenchmark.RunAsync,
    ["check"] = CheckBenchmark.RunAsync,
    ["expected-response"] = ExpectedResponseBenchmark.RunAsync,
    ["uptake"] = UptakeBenchmark.RunAsync,
};
if (args.Length == 0 || !verbs.TryGetValue(args[0], out var verb))
{
    Console.Error.WriteLine($"Use one of: {string.Join(", ", verbs.Keys)}");
    return 2;
}

return await verb(args[1..]);
