using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>How far the lists may move the map's weights: the spreads of the normal priors around them.</summary>
internal sealed record TopicSpread(double Constant, double Concept, double Word)
{
    /// <summary>What may be chosen from, the most cautious first. Without words there is no use for the third number.</summary>
    public static IReadOnlyList<TopicSpread> Choices { get; } =
        [new(0.02, 0.02, 0), new(0.3, 0.15, 0), new(0.5, 0.3, 0), new(0.5, 0.5, 0.1), new(1, 1, 0.3)];

    /// <summary>The map nearly as it is.</summary>
    public static IReadOnlyList<TopicSpread> Cautious { get; } = [Choices[0]];
}

/// <summary>
/// Learns how OHCHR labels: one logistic regression for each label, whose weights are drawn to what topic-map.csv says of them (a normal prior with
/// the map's word as its mean), so that few rows correct the map where they contradict it and leave it alone elsewhere.
/// </summary>
internal static class TopicTrainer
{
    private const int Sweeps = 20;

    /// <summary>A word in fewer rows than this says more of the list than of the topic.</summary>
    private const int MinRows = 4;

    /// <summary>A label that one list gives to so many more of its rows than another is a habit of the list, not a property of the texts.</summary>
    private const double Habit = 0.5;

    /// <summary>Every label of the map but the targets, which no list gives, and every one of the lists.</summary>
    public static IReadOnlyList<TopicLabel> LabelsOf(IReadOnlyList<TopicRow> rows) =>
        [.. TopicConcept.Goals.Select(g => new TopicLabel(Tag.SdgScheme, g))
            .Concat(TopicConcept.All.SelectMany(c => c.Links).Select(l => l.Label).Where(l => !l.IsTarget))
            .Concat(rows.SelectMany(r => r.Themes).Order(StringComparer.Ordinal).Select(t => new TopicLabel(Tag.ThemeScheme, t)))
            .Concat(rows.SelectMany(r => r.Persons).Order(StringComparer.Ordinal).Select(p => new TopicLabel(Tag.PersonsScheme, p)))
            .Distinct()];

    public static TopicWeights Train(IReadOnlyList<TopicExample> examples, IReadOnlyList<TopicLabel> labels, TopicSpread spread, CancellationToken cancel)
    {
        var weights = TopicWeights.OfMap(labels, spread.Word > 0 ? WordsOf(examples) : new Dictionary<ulong, int>());
        var rows = examples.Select(e => e.With(weights)).ToList();
        var columns = ColumnsOf(rows, weights.Features);
        for (var l = 0; l < labels.Count; l++)
        {
            cancel.ThrowIfCancellationRequested();
            var y = examples.Select(e => e.Has(labels[l])).ToArray();
            if (!IsHabit(examples, y))
            {
                weights.SetColumn(l, Fit(weights.Column(l), StiffnessOf(weights, spread), rows, columns, y));
            }
        }

        return weights;
    }

    /// <summary>True of a label that says nothing of a text, because one list gives it to (nearly) every row.</summary>
    public static bool IsHabit(IReadOnlyList<TopicExample> examples, TopicLabel label) => IsHabit(examples, [.. examples.Select(e => e.Has(label))]);

    private static bool IsHabit(IReadOnlyList<TopicExample> examples, bool[] y)
    {
        var shares = examples.Zip(y, (e, has) => (e.Row.List, has)).GroupBy(e => e.List, e => e.has).Select(g => g.Average(has => has ? 1.0 : 0)).ToList();
        return shares.Max() - (shares.Count > 1 ? shares.Min() : 0) > Habit;
    }

    private static Dictionary<ulong, int> WordsOf(IReadOnlyList<TopicExample> examples)
    {
        var minLists = Math.Min(2, examples.Select(e => e.Row.List).Distinct().Count());
        return examples.SelectMany(e => e.Words.Distinct().Select(w => (Word: w, e.Row.List))).GroupBy(w => w.Word, w => w.List)
            .Where(g => g.Count() >= MinRows && g.Distinct().Count() >= minLists)
            .OrderBy(g => g.Key).Select((g, i) => (g.Key, i)).ToDictionary(w => w.Key, w => TopicConcept.All.Count + w.i);
    }

    private static double[] StiffnessOf(TopicWeights weights, TopicSpread spread) => [.. Enumerable.Range(0, weights.Features).Select(j =>
        1 / Math.Pow(j == weights.Bias ? spread.Constant : j < TopicConcept.All.Count ? spread.Concept : spread.Word, 2))];

    private static List<(int Row, float Value)>[] ColumnsOf(List<TopicFeature[]> rows, int count)
    {
        var columns = Enumerable.Range(0, count).Select(_ => new List<(int, float)>()).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var f in rows[i])
            {
                columns[f.Index].Add((i, f.Value));
            }
        }

        return columns;
    }

    /// <summary>Newton's step for one weight after the other.</summary>
    private static double[] Fit(double[] mean, double[] stiffness, List<TopicFeature[]> rows, List<(int Row, float Value)>[] columns, bool[] y)
    {
        var w = (double[])mean.Clone();
        var scores = rows.Select(f => f.Sum(e => w[e.Index] * e.Value)).ToArray();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var j = 0; j < w.Length; j++)
            {
                if (columns[j].Count == 0)
                {
                    continue;
                }

                var (slope, curve) = ((w[j] - mean[j]) * stiffness[j], stiffness[j]);
                foreach (var (row, value) in columns[j])
                {
                    var p = 1 / (1 + Math.Exp(-scores[row]));
                    slope += (p - (y[row] ? 1 : 0)) * value;
                    curve += p * (1 - p) * value * value;
                }

                var step = Math.Clamp(-slope / curve, -1, 1);
                w[j] += step;
                foreach (var (row, value) in columns[j])
                {
                    scores[row] += step * value;
                }
            }
        }

        return w;
    }
}
