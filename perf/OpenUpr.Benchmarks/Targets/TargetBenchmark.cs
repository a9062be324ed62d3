using System.Globalization;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Planning.Targets;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Tests.Search;

namespace OpenUpr.Benchmarks.Targets;

/// <summary>
/// Measures target States against history, beside plain orders: each review is hidden, States are ranked from earlier sessions, and those that raised
/// the issue are looked for among the first 20: <c>targets --corpus DIR [--out FILE] [--fit yes]</c>.
/// </summary>
internal static class TargetBenchmark
{
    private const int Least = 10;
    private const int LeastFitted = 8;
    private const int Topics = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var reference = ReferenceData.Load(World.UnitedNations);
        var export = ExportCorpus.Read(Path.Combine(arguments.Need("corpus"), "upr-info"));
        var index = await SearchIndex.BuildAsync(export.ToAsyncEnumerable(), reference);
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"# Target States against history\n\n`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- targets {arguments}`  \n{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, .NET {Environment.Version}\n"),
        };
        if (arguments.Find("fit") is not null)
        {
            Fit(index, TargetCase.Read(export, 7, 12, LeastFitted), lines);
        }

        Test(index, export, lines);
        TestTopics(index, export, lines);
        await SpeedAsync(export, reference, lines);
        var text = string.Join('\n', lines) + "\n";
        Console.Write(text);
        if (arguments.Find("out") is { } path)
        {
            await File.WriteAllTextAsync(path, text);
        }

        return 0;
    }

    private static void Fit(SearchIndex index, List<TargetCase> cases, List<string> lines)
    {
        var model = TargetFit.Run(index, cases);
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"""
            ## Fitted on sessions 7 to 12, each from those before it

            {cases.Count} pairs of a review and an issue that {LeastFitted} or more States raised. Found: {model}. Recall {TargetFit.Recall(index, cases, model):0.0000}; with the values in the program {TargetFit.Recall(index, cases, TargetModel.Shipped):0.0000}.
            {(model == TargetModel.Shipped ? "They are the values in the program." : "**They are not the values in the program.**")}

            """));
    }

    private static void Test(SearchIndex index, IReadOnlyList<IndexRow> export, List<string> lines)
    {
        var cases = TargetCase.Read(export, 13, 17, Least);
        var orders = new PlainOrders(export);
        var active = cases.Average(c => c.Recall(orders.ByAll(c.Session, c.Sur)));
        var onIssue = cases.Average(c => c.Recall(orders.ByIssue(c.Session, c.Sur, c.Issue)));
        var ours = TargetFit.Recall(index, cases, TargetModel.Shipped);
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"""
            ## Sessions 13 to 17

            {cases.Select(c => (c.Sur, c.Session)).Distinct().Count()} reviews, {cases.Count} pairs of a review and an issue that {Least} or more States raised. Each review is hidden: only sessions before it are known. Macro recall in the first 20.

            | order | recall@20 |
            |---|---|
            | most active State | {active:0.0000} |
            | most active on the issue | {onIssue:0.0000} |
            | target States | **{ours:0.0000}** ({ours / onIssue:0.000} times the line above) |
            | the best that 20 places allow | {cases.Average(c => c.Best):0.0000} |

            | session | pairs | most active on the issue | target States |
            |---|---|---|---|
            {string.Join('\n', cases.GroupBy(c => c.Session).Select(g => string.Create(CultureInfo.InvariantCulture, $"| {g.Key} | {g.Count()} | {g.Average(c => c.Recall(orders.ByIssue(c.Session, c.Sur, c.Issue))):0.0000} | {TargetFit.Recall(index, [.. g], TargetModel.Shipped):0.0000} |")))}

            """));
        lines.Add("| without | recall@20 |\n|---|---|");
        foreach (var (name, model) in Without(TargetModel.Shipped))
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {TargetFit.Recall(index, cases, model):0.0000} |"));
        }

        lines.Add("");
    }

    private static IEnumerable<(string Name, TargetModel Model)> Without(TargetModel model) =>
    [
        ("recency", model with { HalfLife = 1e6 }), ("any State", model with { AnyState = 0 }), ("region", model with { Region = 0 }), ("organisations", model with { Organisations = 0 }),
        ("the State's own reviews", model with { SameState = 0 }), ("speaking at all", model with { Speaking = 0 }), ("the damping of many on one issue", model with { Power = 1 }),
    ];

    /// <summary>Of the ten issues that most States raised in a review, how many stood among the ten expected ones.</summary>
    private static void TestTopics(SearchIndex index, IReadOnlyList<IndexRow> export, List<string> lines)
    {
        var reviews = TargetCase.Read(export, 13, 17, 1).GroupBy(c => (c.Sur, c.Session)).Select(g => (g.Key.Sur, g.Key.Session, Heard: g.OrderByDescending(c => c.Raised.Count).ThenBy(c => c.Issue, StringComparer.Ordinal).Take(Topics).Select(c => c.Issue).ToHashSet())).ToList();
        double Found(Func<string, int, IEnumerable<string>> expect) => reviews.Average(r => (double)expect(r.Sur, r.Session).Take(Topics).Count(r.Heard.Contains) / r.Heard.Count);
        var usual = Enumerable.Range(13, 5).ToDictionary(s => s, s => export.Where(r => r.Session < s && r.Kind == RecommendationKind.Recommendation).SelectMany(r => r.Issues).CountBy(i => i).OrderByDescending(i => i.Value).Select(i => i.Key).ToList());
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"""
            ## Expected topics of a State under review

            Of the {Topics} issues that most States raised in a review of sessions 13 to 17, the share among the {Topics} expected from earlier sessions ({reviews.Count} reviews).

            | expected by | found |
            |---|---|
            | most frequent everywhere | {Found((_, s) => usual[s]):0.0000} |
            | expected topics | {Found((sur, s) => ExpectedTopics.Of(index, sur, before: s).Select(t => t.Issue)):0.0000} |

            """));
    }

    private static async Task SpeedAsync(IReadOnlyList<IndexRow> export, ReferenceData reference, List<string> lines)
    {
        // The export three times over: 100,000 rows with the shape of the real ones.
        var many = Enumerable.Range(0, 3).SelectMany(copy => export.Select(r => r with { Id = r.Id + (copy * 1_000_000L), TextId = r.TextId + (copy * 1_000_000L) })).ToList();
        var index = await SearchIndex.BuildAsync(many.ToAsyncEnumerable(), reference);
        var cases = TargetCase.Read(export, 13, 17, Least).Take(200).ToList();
        var (ranking, topics) = (new Timings(), new Timings());
        foreach (var one in cases)
        {
            ranking.Measure(() => TargetRanking.Rank(index, new TargetQuestion(one.Sur, [one.Issue])));
            topics.Measure(() => ExpectedTopics.Of(index, one.Sur));
        }

        lines.Add(string.Create(CultureInfo.InvariantCulture, $"## Speed at {index.Count:N0} rows, ms\n\n| | median | 90 % | 99 % | most |\n|---|---|---|---|---|\n| a ranking | {ranking} |\n| expected topics | {topics} |"));
    }
}
