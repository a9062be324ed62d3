namespace OpenUpr.Benchmarks.Classification;

/// <summary>F1 of sets of issues: over all tags together (micro), and the mean over issues (macro).</summary>
internal static class IssueScore
{
    public static (double Micro, double Macro) Of(IReadOnlyList<(IReadOnlyCollection<string> Truth, IReadOnlyCollection<string> Found)> rows)
    {
        var counts = new Dictionary<string, (int Right, int Wrong, int Missed)>(StringComparer.Ordinal);
        foreach (var (truth, found) in rows)
        {
            foreach (var issue in truth.Union(found))
            {
                var (right, wrong, missed) = counts.GetValueOrDefault(issue);
                counts[issue] = (truth.Contains(issue), found.Contains(issue)) switch
                {
                    (true, true) => (right + 1, wrong, missed),
                    (false, _) => (right, wrong + 1, missed),
                    _ => (right, wrong, missed + 1),
                };
            }
        }

        var named = counts.Values.Where(c => c.Right + c.Missed > 0).ToList();
        return (F1(counts.Values.Sum(c => c.Right), counts.Values.Sum(c => c.Wrong), counts.Values.Sum(c => c.Missed)), named.Average(c => F1(c.Right, c.Wrong, c.Missed)));
    }

    private static double F1(int right, int wrong, int missed) => right == 0 ? 0 : 2d * right / ((2 * right) + wrong + missed);
}
