using System.Globalization;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Tests.Search;

namespace OpenUpr.Benchmarks.Expected;

/// <summary>
/// Measures expected responses forward in time: fitted on earlier sessions, asked about each answered text of later ones, beside plain shares:
/// <c>expected-response --corpus DIR [--out FILE]</c>.
/// </summary>
internal static class ExpectedResponseBenchmark
{
    private const int Bins = 10;
    private static readonly (int Last, int To)[] s_chains = [(14, 17), (13, 16), (11, 14)];

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var reference = ReferenceData.Load(World.UnitedNations);
        var export = ExportCorpus.Read(Path.Combine(arguments.Need("corpus"), "upr-info"));
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"# Expected responses\n\n`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- expected-response {arguments}`  \n{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, .NET {Environment.Version}\n"),
            "Fitted on the sessions up to one, asked about every answered text of the next three, each text once. Brier score and log loss: less is better. The peers are shares of the earlier sessions, each drawn towards the global share as if ten more texts had it.\n",
        };
        foreach (var (last, to) in s_chains)
        {
            await ChainAsync(export, reference, last, to, lines);
        }

        var text = string.Join('\n', lines) + "\n";
        Console.Write(text);
        if (arguments.Find("out") is { } path)
        {
            await File.WriteAllTextAsync(path, text);
        }

        return 0;
    }

    private static async Task ChainAsync(IReadOnlyList<IndexRow> export, ReferenceData reference, int last, int to, List<string> lines)
    {
        var earlier = export.Where(r => r.Session <= last).ToList();
        var index = await SearchIndex.BuildAsync(earlier.ToAsyncEnumerable(), reference);
        ResponseHistory history = null!;
        var fit = Timings.Once(() => history = ResponseHistory.Of(index));
        var later = export.Where(r => r.Session > last && r.Session <= to && r.Position is not null).DistinctBy(r => r.TextId).ToList();
        var shares = new PlainShares(earlier.Where(r => r.Position is not null).DistinctBy(r => r.TextId).ToList());
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"## Sessions 1 to {last}, then {last + 1} to {to}: {later.Count:N0} texts, fitted in {fit:0} ms\n\n| expectation by | Brier | log loss |\n|---|---|---|"));
        lines.Add(Row("global share", later, _ => shares.Global));
        lines.Add(Row("the State's share", later, shares.OfState));
        lines.Add(Row("the issue's share", later, shares.OfIssues));
        lines.Add(Row("State and issue", later, r => history.Expect(new ExpectedQuestion(r.Sur, r.Issues))!.Supported));
        lines.Add(Row("State, issue, action", later, r => history.Expect(new ExpectedQuestion(r.Sur, r.Issues, r.Action))!.Supported));
        double Full(IndexRow r) => history.Expect(new ExpectedQuestion(r.Sur, r.Issues, r.Action, reference.GroupOf(r.Rs)))!.Supported;
        lines.Add(Row("State, issue, action, region of the recommending State", later, Full));
        lines.Add("\n| expected (the last) | texts | mean expected | supported |\n|---|---|---|---|");
        lines.AddRange(later.GroupBy(r => Math.Min(Bins - 1, (int)(Full(r) * Bins))).OrderBy(g => g.Key).Select(g => string.Create(
            CultureInfo.InvariantCulture, $"| {g.Key / 10.0:0.0} to {(g.Key + 1) / 10.0:0.0} | {g.Count()} | {g.Average(Full):0.000} | {g.Average(r => r.Position == Position.Supported ? 1.0 : 0):0.000} |")));
        lines.Add("");
    }

    private static string Row(string name, List<IndexRow> later, Func<IndexRow, double> expected)
    {
        var (brier, loss) = (0.0, 0.0);
        foreach (var row in later)
        {
            var (chance, supported) = (Math.Clamp(expected(row), 0.001, 0.999), row.Position == Position.Supported);
            brier += Math.Pow(chance - (supported ? 1 : 0), 2);
            loss -= Math.Log(supported ? chance : 1 - chance);
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {brier / later.Count:0.0000} | {loss / later.Count:0.0000} |");
    }

    private sealed class PlainShares
    {
        private const double Drawn = 10;
        private readonly Dictionary<string, double> _states;
        private readonly Dictionary<string, double> _issues;

        public PlainShares(List<IndexRow> answered)
        {
            Global = answered.Average(r => r.Position == Position.Supported ? 1.0 : 0);
            _states = answered.GroupBy(r => r.Sur).ToDictionary(g => g.Key, Share);
            _issues = answered.SelectMany(r => r.Issues, (r, i) => (r, i)).GroupBy(p => p.i, p => p.r).ToDictionary(g => g.Key, Share);
        }

        public double Global { get; }

        public double OfState(IndexRow row) => _states.GetValueOrDefault(row.Sur, Global);

        public double OfIssues(IndexRow row) => row.Issues.Select(i => _issues.GetValueOrDefault(i, Global)).DefaultIfEmpty(Global).Average();

        private double Share(IEnumerable<IndexRow> rows) => (rows.Count(r => r.Position == Position.Supported) + (Drawn * Global)) / (rows.Count() + Drawn);
    }
}
