using System.Diagnostics;
using System.Globalization;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Benchmarks.Topics;

/// <summary>Goals, themes and persons against OHCHR's thematic lists: each list is foretold from all others, by the map alone, and by a peer that knows the goals' own words.</summary>
public static class TopicBenchmark
{
    private const int SpeedRuns = 100;

    /// <summary>Arguments: the model whose issues are used, then thematic lists, then the markdown file to write (default: standard output).</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var result = args.FirstOrDefault(a => a.EndsWith(".md", StringComparison.OrdinalIgnoreCase));
        var lists = args.Where(a => a.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)).ToList();
        if (lists.Count < 2 || args[0] == lists[0])
        {
            await Console.Error.WriteLineAsync("Usage: topics MODEL LIST.docx LIST.docx ... [RESULT.md]");
            return 2;
        }

        var classifier = Classifier.Load(args[0]);
        var rows = TopicRow.ReadLists(lists).Select(r => (Row: r, Issues: classifier.Classify(r.Text).Issues)).ToList();
        var report = TopicReport.Of(classifier.Name, [.. Tests(rows)], Speed(rows));
        await (result is not null ? File.WriteAllTextAsync(result, report) : Console.Out.WriteAsync(report));
        return 0;
    }

    private static IEnumerable<TopicTest> Tests(List<(TopicRow Row, IReadOnlyList<ScoredLabel> Issues)> rows)
    {
        foreach (var list in rows.Select(r => r.Row.List).Distinct().Order(StringComparer.Ordinal))
        {
            var (tested, others) = (rows.Where(r => r.Row.List == list).ToList(), rows.Where(r => r.Row.List != list).ToList());
            var peer = new LabelCounts();
            tested.ForEach(t => peer.Add([.. GoalWords.Of(t.Row.Text).Select(g => (g, 1.0))], Goals(t.Row)));
            yield return new TopicTest(list, tested.Count, "the goals' own words", new() { [Tag.SdgScheme] = peer });
            yield return new TopicTest(list, tested.Count, "the map alone", Count(TopicModel.OfMap, tested));
            var issues = others.DistinctBy(o => o.Row.Text).ToDictionary(o => o.Row.Text, o => o.Issues);
            var learned = TopicModel.Train([.. others.Select(o => o.Row)], words => issues[words.Text], _ => { });
            yield return new TopicTest(list, tested.Count, $"learned from {string.Join(", ", learned.Lists)}", Count(learned, tested));
        }
    }

    private static Dictionary<string, LabelCounts> Count(TopicModel model, List<(TopicRow Row, IReadOnlyList<ScoredLabel> Issues)> tested)
    {
        var counts = new Dictionary<string, LabelCounts> { [Tag.SdgScheme] = new(), [Tag.ThemeScheme] = new(), [Tag.PersonsScheme] = new() };
        var words = new TextWords();
        foreach (var (row, issues) in tested)
        {
            words.Read(row.Text);
            var given = model.Predict(words, issues);
            counts[Tag.SdgScheme].Add(Pairs(given.Sdgs.Where(s => Sdg.FindTarget(s.Value) is null)), Goals(row));
            counts[Tag.ThemeScheme].Add(Pairs(given.Themes), [.. row.Themes]);
            counts[Tag.PersonsScheme].Add(Pairs(given.Persons), [.. row.Persons]);
        }

        return counts;
    }

    private static (string, double)[] Pairs(IEnumerable<ScoredLabel> labels) => [.. labels.Select(l => (l.Value, l.Confidence))];

    private static string[] Goals(TopicRow row) => [.. row.Sdgs.Select(g => g.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Microseconds for a text whose words and issues are known: the fastest of many rounds, because the machine does other things as well.</summary>
    private static double Speed(List<(TopicRow Row, IReadOnlyList<ScoredLabel> Issues)> rows)
    {
        var words = rows.ConvertAll(r =>
        {
            var read = new TextWords();
            read.Read(r.Row.Text);
            return read;
        });
        var rounds = new List<double>();
        for (var round = 0; round < SpeedRuns; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < rows.Count; i++)
            {
                TopicModel.OfMap.Predict(words[i], rows[i].Issues);
            }

            rounds.Add(watch.Elapsed.TotalMicroseconds / rows.Count);
        }

        return rounds.Min();
    }
}

/// <summary>What one way to foretell a list reached.</summary>
internal sealed record TopicTest(string List, int Rows, string Way, Dictionary<string, LabelCounts> Counts);
