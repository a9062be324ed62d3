using System.Diagnostics;
using System.Globalization;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Benchmarks.Classification;

/// <summary>
/// Measures the classifier on sessions that training had not seen, beside a plain linear model in the same run, its calibration, speed and memory:
/// <c>classification --corpus DIR [--splits 14:15:17,13:14:16,16:17:17] [--out FILE]</c>; a split is the last session learned from, the first and the last tested.
/// </summary>
internal static class ClassificationBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var data = TrainingData.Read([arguments.Need("corpus")]);
        var lines = new List<string>
        {
            $"## {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}\n",
            "| learned from | tested on | rows | | accuracy | kappa | accuracy on unseen texts | issues micro F1 | macro F1 |",
            "|---|---|---|---|---|---|---|---|---|",
        };
        var details = new List<string>();
        foreach (var split in (arguments.Find("splits") ?? "14:15:17,13:14:16,16:17:17").Split(','))
        {
            var numbers = Array.ConvertAll(split.Split(':'), n => int.Parse(n, CultureInfo.InvariantCulture));
            Run(data, (numbers[0], numbers[1], numbers[2]), lines, details);
        }

        var text = string.Join('\n', [.. lines, string.Empty, .. details]) + "\n";
        Console.Write(text);
        if (arguments.Find("out") is { } path)
        {
            await File.AppendAllTextAsync(path, text);
        }

        return 0;
    }

    private static void Run(TrainingData data, (int Last, int From, int To) split, List<string> lines, List<string> details)
    {
        var (learned, tested) = (data.Of(1, split.Last), data.Of(split.From, split.To).Examples);
        var clock = Stopwatch.StartNew();
        var classifier = Classifier.Of(ClassifierTraining.Train(learned, _ => { }));
        var seconds = clock.Elapsed.TotalSeconds;
        var found = tested.Select(e => classifier.Classify(e.Text)).ToList();
        var peer = new LinearPeer(learned.Examples);
        var words = new TextWords();
        var theirs = tested.Select(e => peer.Predict(words, e.Text)).ToList();
        var seen = learned.Examples.Select(e => Norm(e.Text)).ToHashSet(StringComparer.Ordinal);
        var isNew = tested.Select(e => !seen.Contains(Norm(e.Text))).ToList();

        var own = tested.Select((e, i) => (e.Action, int.Parse(found[i].Action.Value, CultureInfo.InvariantCulture), found[i].Action.Confidence)).ToList();
        var other = tested.Select((e, i) => (e.Action, theirs[i].Action, 0d)).ToList();
        lines.Add(Row("OpenUPR", own, IssueScore.Of([.. tested.Select((e, i) => ((IReadOnlyCollection<string>)e.Issues, (IReadOnlyCollection<string>)[.. found[i].Issues.Select(l => l.Value)]))])));
        lines.Add(Row("plain linear", other, IssueScore.Of([.. tested.Select((e, i) => ((IReadOnlyCollection<string>)e.Issues, theirs[i].Issues))])));

        var score = new ActionScore(own);
        details.Add(string.Create(CultureInfo.InvariantCulture, $"### Sessions 1 to {split.Last}, tested on {split.From} to {split.To}\n\nTrained in {seconds:0} s. {Speed(classifier, tested)} The tenth of the rows with the least confidence holds {score.ErrorsInFirstTenth:P0} of the errors of category.\n\nCategory:\n"));
        details.AddRange([.. score.Classes(), "\nReliability of categories:\n", .. score.Reliability(), "\nReliability of issues:\n"]);
        details.AddRange([.. ActionScore.Reliability(tested.SelectMany((e, i) => found[i].Issues.Select(l => (l.Confidence, e.Issues.Contains(l.Value))))), string.Empty]);

        string Row(string name, List<(int, int, double)> rows, (double Micro, double Macro) issues) => string.Create(
            CultureInfo.InvariantCulture,
            $"| 1-{split.Last} | {split.From}-{split.To} | {rows.Count} | {name} | {new ActionScore(rows).Accuracy:0.0000} | {new ActionScore(rows).Kappa:0.000} | {new ActionScore([.. rows.Where((_, i) => isNew[i])]).Accuracy:0.0000} | {issues.Micro:0.000} | {issues.Macro:0.000} |");
    }

    /// <summary>Time of this thread's processor, so that other programs do not count, and memory.</summary>
    private static string Speed(Classifier classifier, IReadOnlyList<TrainingExample> texts)
    {
        var (clock, bytes) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
        foreach (var example in texts)
        {
            classifier.Classify(example.Text);
        }

        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - clock).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{texts.Count / seconds:0} texts a second on one core, {(GC.GetAllocatedBytesForCurrentThread() - bytes) / texts.Count} bytes allocated for each.");
    }

    private static string Norm(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
