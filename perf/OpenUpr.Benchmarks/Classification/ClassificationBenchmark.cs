using System.Diagnostics;
using System.Globalization;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Classification.Issues;

namespace OpenUpr.Benchmarks.Classification;

/// <summary>
/// Measures the classifier on sessions that training had not seen, beside a plain linear model in the same run, its calibration, speed and memory:
/// <c>classification --corpus DIR [--splits 14:15:17,13:14:16,16:17:17] [--program FILE] [--out FILE]</c>; a split is the last session learned from, the first and the last tested; the program is
/// a published one, whose start is timed.
/// </summary>
internal static class ClassificationBenchmark
{
    private const int Passes = 9;

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

        if (arguments.Find("program") is { } program)
        {
            details.AddRange(["### Start of the program\n", ClassifyStart.Measure(program), string.Empty]);
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
        var model = ClassifierTraining.Train(learned, _ => { });
        var classifier = Classifier.Of(model);
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
        details.Add(string.Create(CultureInfo.InvariantCulture, $"### Sessions 1 to {split.Last}, tested on {split.From} to {split.To}\n\nTrained in {seconds:0} s. {Speed(model, classifier, [.. tested.Select(e => e.Text)])} The tenth of the rows with the least confidence holds {score.ErrorsInFirstTenth:P0} of the errors of category.\n\nCategory:\n"));
        details.AddRange([.. score.Classes(), "\nReliability of categories:\n", .. score.Reliability(), "\nReliability of issues:\n"]);
        details.AddRange([.. ActionScore.Reliability(tested.SelectMany((e, i) => found[i].Issues.Select(l => (l.Confidence, e.Issues.Contains(l.Value))))), string.Empty]);

        string Row(string name, List<(int, int, double)> rows, (double Micro, double Macro) issues) => string.Create(
            CultureInfo.InvariantCulture,
            $"| 1-{split.Last} | {split.From}-{split.To} | {rows.Count} | {name} | {new ActionScore(rows).Accuracy:0.0000} | {new ActionScore(rows).Kappa:0.000} | {new ActionScore([.. rows.Where((_, i) => isNew[i])]).Accuracy:0.0000} | {issues.Micro:0.000} | {issues.Macro:0.000} |");
    }

    /// <summary>Category and issues, and all that the classifier reads: time of this process's processor, so that other programs do not count, the median of several passes; and memory.</summary>
    private static string Speed(byte[] model, Classifier classifier, string[] texts)
    {
        var (file, words) = (ModelFile.Open("model", () => new MemoryStream(model, writable: false)), new TextWords());
        var (action, issues) = (file.Read("action", ActionModel.Read)!, file.Read("issues", IssueModel.Read)!);
        var two = Rate(texts, text =>
        {
            words.Read(text);
            action.Predict(words);
            issues.Predict(words);
        });
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var all = Rate(texts, text => classifier.Classify(text));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{two:0} texts a second on one core for category and issues, {all:0} with goals, themes and persons, {(GC.GetAllocatedBytesForCurrentThread() - bytes) / texts.Length / Passes} bytes allocated for each.");
    }

    private static double Rate(string[] texts, Action<string> read)
    {
        var rates = new List<double>();
        for (var pass = 0; pass < Passes; pass++)
        {
            var clock = Process.GetCurrentProcess().TotalProcessorTime;
            Array.ForEach(texts, read);
            rates.Add(texts.Length / (Process.GetCurrentProcess().TotalProcessorTime - clock).TotalSeconds);
        }

        return rates.Order().ElementAt(Passes / 2);
    }

    private static string Norm(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
