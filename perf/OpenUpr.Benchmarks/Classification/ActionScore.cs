using System.Globalization;

namespace OpenUpr.Benchmarks.Classification;

/// <summary>How predicted categories agree with the coders'.</summary>
/// <param name="rows">The coders' category, the predicted one (1 to 5) and its confidence.</param>
internal sealed class ActionScore(IReadOnlyList<(int Truth, int Found, double Confidence)> rows)
{
    private const int Categories = 5;

    public int Rows => rows.Count;

    public double Accuracy => rows.Count(r => r.Truth == r.Found) / (double)rows.Count;

    /// <summary>Cohen's kappa: agreement above what chance would give.</summary>
    public double Kappa
    {
        get
        {
            var chance = Enumerable.Range(1, Categories).Sum(c => rows.Count(r => r.Truth == c) / (double)rows.Count * rows.Count(r => r.Found == c) / rows.Count);
            return (Accuracy - chance) / (1 - chance);
        }
    }

    /// <summary>Share of all errors among the tenth of the rows with the least confidence.</summary>
    public double ErrorsInFirstTenth =>
        rows.OrderBy(r => r.Confidence).Take(rows.Count / 10).Count(r => r.Truth != r.Found) / (double)Math.Max(1, rows.Count(r => r.Truth != r.Found));

    /// <summary>Precision, recall and F1 of each category, as rows of a table.</summary>
    public IEnumerable<string> Classes()
    {
        yield return "| category | rows | precision | recall | F1 | read as 1 | 2 | 3 | 4 | 5 |\n|---|---|---|---|---|---|---|---|---|---|";
        for (var c = 1; c <= Categories; c++)
        {
            var (right, truth, found) = (rows.Count(r => r.Truth == c && r.Found == c), rows.Count(r => r.Truth == c), rows.Count(r => r.Found == c));
            var (precision, recall) = (right / (double)Math.Max(1, found), right / (double)Math.Max(1, truth));
            var confused = string.Join(" | ", Enumerable.Range(1, Categories).Select(f => rows.Count(r => r.Truth == c && r.Found == f)));
            yield return string.Create(CultureInfo.InvariantCulture, $"| {c} | {truth} | {precision:0.000} | {recall:0.000} | {2 * precision * recall / Math.Max(1e-9, precision + recall):0.000} | {confused} |");
        }
    }

    /// <summary>How often predictions of a confidence are right, as rows of a table.</summary>
    public IEnumerable<string> Reliability() => Reliability(rows.Select(r => (r.Confidence, r.Truth == r.Found)));

    public static IEnumerable<string> Reliability(IEnumerable<(double Confidence, bool IsRight)> tags)
    {
        yield return "| confidence | tags | mean confidence | right |\n|---|---|---|---|";
        var all = tags.ToList();
        foreach (var (from, to) in new[] { (0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.85), (0.85, 0.95), (0.95, 0.99), (0.99, 1.01) })
        {
            var some = all.FindAll(t => t.Confidence >= from && t.Confidence < to);
            if (some.Count > 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"| {from:0.00}-{Math.Min(to, 1):0.00} | {some.Count} | {some.Average(t => t.Confidence):0.000} | {some.Count(t => t.IsRight) / (double)some.Count:0.000} |");
            }
        }
    }
}
