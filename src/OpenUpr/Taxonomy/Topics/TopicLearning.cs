using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>
/// Learns a model of topics from lists. How far the lists may move the map, and how sure the model may be, is decided by testing lists on each other: learned
/// on all others, measured on each. A single list cannot tell what is OHCHR's way and what is its own habit (learned freely, it foretells another list
/// worse than the map does): it sets the scale of the confidences only, measured on blocks of neighbouring rows.
/// </summary>
internal static class TopicLearning
{
    /// <summary>How many groups of lists (or blocks of one list) test each other.</summary>
    private const int MaxFolds = 4;

    /// <summary>The map was written with the two lists at hand that measured it, so other lists will find it less good.</summary>
    private const double MostOfMap = 0.85;

    /// <summary>Lists of fewer than this many States may share their habits.</summary>
    private const int FewLists = 4;
    private const double MostOfFewLists = 0.9;

    public static IReadOnlyList<string> Schemes { get; } = [Tag.SdgScheme, Tag.ThemeScheme, Tag.PersonsScheme];

    public static TopicModel FromMap()
    {
        // What the map's scores were worth on the two lists named in the model card (perf's "topics" fits them anew and prints them).
        var scales = new Dictionary<string, TopicScale>
        {
            [Tag.SdgScheme] = new(0.63, -1.32, MostOfMap, 0.3),
            [Tag.ThemeScheme] = new(0.87, -0.99, MostOfMap, 0.45),
            [Tag.PersonsScheme] = new(0.85, -0.23, MostOfMap, 0.5),
        };
        var labels = TopicTrainer.LabelsOf([]);
        return new TopicModel(TopicWeights.OfMap(labels, new Dictionary<ulong, int>()), scales, new float[labels.Count], []);
    }

    public static TopicModel Learn(
        IReadOnlyList<TopicRow> rows, Func<TextWords, IReadOnlyList<ScoredLabel>> issues, Action<double> progress, CancellationToken cancel)
    {
        var words = new TextWords();
        var examples = rows.Select(r => new TopicExample(r, issues, words)).ToList();
        var labels = TopicTrainer.LabelsOf(rows);
        var lists = rows.Select(r => r.List).Distinct().Order(StringComparer.Ordinal).ToList();
        var folds = FoldsOf(examples, lists);
        var tested = new List<List<(int Label, double Score, bool IsRight)>>();
        foreach (var spread in lists.Count > 1 ? TopicSpread.Choices : TopicSpread.Cautious)
        {
            progress(tested.Count / (TopicSpread.Choices.Count + 1.0));
            tested.Add(Test(examples, folds, labels, spread, cancel));
        }

        var counted = labels.Select(l => !TopicTrainer.IsHabit(examples, l)).ToList();
        var chosen = Schemes.ToDictionary(s => s, s => Choose(tested, l => counted[l] && labels[l].Scheme == s));
        var weights = Combine(examples, labels, chosen, cancel);
        var shifts = new float[labels.Count];
        for (var l = 0; l < labels.Count; l++)
        {
            // Themes and persons come and go with the index of a cycle: which of them a single list has is its own affair. The goals are always the same.
            var (choice, scale) = chosen[labels[l].Scheme];
            shifts[l] = lists.Count == 1 && labels[l].Scheme != Tag.SdgScheme ? 0 : (float)scale.ShiftOf(tested[choice].Where(t => t.Label == l).Select(t => (t.Score, t.IsRight)));
        }

        var scales = chosen.ToDictionary(c => c.Key, c => c.Value.Scale.WithLeast(
            [.. tested[c.Value.Choice].Where(t => labels[t.Label].Scheme == c.Key && counted[t.Label]).Select(t => (c.Value.Scale.ConfidenceOf(t.Score, shifts[t.Label]), t.IsRight))]));
        if (lists.Count < FewLists)
        {
            scales = scales.ToDictionary(s => s.Key, s => s.Value with { Most = Math.Min(s.Value.Most, MostOfFewLists) });
        }

        progress(1);
        return new TopicModel(weights, scales, shifts, lists);
    }

    /// <summary>The fold of each row.</summary>
    private static int[] FoldsOf(List<TopicExample> examples, List<string> lists) => lists.Count > 1
        ? [.. examples.Select(e => lists.IndexOf(e.Row.List) % MaxFolds)]
        : [.. examples.Select((_, i) => (int)((long)i * MaxFolds / examples.Count))];

    private static List<(int Label, double Score, bool IsRight)> Test(
        List<TopicExample> examples, int[] folds, IReadOnlyList<TopicLabel> labels, TopicSpread spread, CancellationToken cancel)
    {
        var result = new List<(int, double, bool)>();
        foreach (var fold in folds.Distinct().Order())
        {
            var others = examples.Where((_, i) => folds[i] != fold).ToList();
            if (others.Count == 0)
            {
                continue;
            }

            var weights = TopicTrainer.Train(others, labels, spread, cancel);
            foreach (var example in examples.Where((_, i) => folds[i] == fold))
            {
                var scores = example.Score(weights);
                result.AddRange(labels.Select((label, l) => (l, (double)scores[l], example.Has(label))));
            }
        }

        return result;
    }

    /// <summary>The spread under which lists foretell each other best, and the scale of its scores.</summary>
    private static (int Choice, TopicScale Scale) Choose(List<List<(int Label, double Score, bool IsRight)>> tested, Func<int, bool> counts)
    {
        var best = (Choice: 0, Scale: new TopicScale(1, 0, 1, 1), Loss: double.MaxValue);
        for (var choice = 0; choice < tested.Count; choice++)
        {
            var seen = tested[choice].Where(t => counts(t.Label)).Select(t => (t.Score, t.IsRight)).ToList();
            var scale = TopicScale.Fit(seen);
            if (scale.LossOf(seen) is var loss && loss < best.Loss)
            {
                best = (choice, scale, loss);
            }
        }

        return (best.Choice, best.Scale);
    }

    private static TopicWeights Combine(List<TopicExample> examples, IReadOnlyList<TopicLabel> labels, Dictionary<string, (int Choice, TopicScale Scale)> chosen, CancellationToken cancel)
    {
        var trained = chosen.Values.Select(c => c.Choice).Distinct().ToDictionary(c => c, c => TopicTrainer.Train(examples, labels, TopicSpread.Choices[c], cancel));
        var widest = trained.Values.MaxBy(w => w.Words.Count)!;
        var result = TopicWeights.OfMap(labels, widest.Words);
        for (var l = 0; l < labels.Count; l++)
        {
            var source = trained[chosen[labels[l].Scheme].Choice];
            var column = source.Column(l);
            var full = new double[result.Features];
            column.AsSpan(0, column.Length - 1).CopyTo(full);
            full[^1] = column[^1];
            result.SetColumn(l, full);
        }

        return result;
    }
}
