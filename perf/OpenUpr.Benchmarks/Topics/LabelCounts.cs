namespace OpenUpr.Benchmarks.Topics;

/// <summary>Counts given labels against those of the list.</summary>
internal sealed class LabelCounts
{
    private readonly SortedDictionary<string, (int Right, int Wrong, int Missed)> _labels = new(StringComparer.Ordinal);
    private readonly (int Given, double Confidence, int Right)[] _bins = new (int, double, int)[10];

    public double Precision => Share(Sum(l => l.Right), Sum(l => l.Right + l.Wrong));

    public double Recall => Share(Sum(l => l.Right), Sum(l => l.Right + l.Missed));

    /// <summary>F1 over all pairs of a row and a label.</summary>
    public double Micro => F1((Sum(l => l.Right), Sum(l => l.Wrong), Sum(l => l.Missed)));

    /// <summary>The mean of F1 over the labels that the list has.</summary>
    public double Macro => _labels.Values.Where(l => l.Right + l.Missed > 0).Select(F1).DefaultIfEmpty().Average();

    public IEnumerable<(string Label, int Right, int Wrong, int Missed)> Labels => _labels.Select(l => (l.Key, l.Value.Right, l.Value.Wrong, l.Value.Missed));

    /// <summary>By tenths of confidence, those that were given at all: the mean confidence, and how many were right.</summary>
    public IEnumerable<(double Confidence, double Right, int Given)> Reliability =>
        _bins.Where(b => b.Given > 0).Select(b => (b.Confidence / b.Given, (double)b.Right / b.Given, b.Given));

    public void Add(IReadOnlyCollection<(string Label, double Confidence)> given, IReadOnlyCollection<string> truth)
    {
        foreach (var (label, confidence) in given)
        {
            var isRight = truth.Contains(label);
            Change(label, isRight ? 1 : 0, isRight ? 0 : 1, 0);
            ref var bin = ref _bins[Math.Clamp((int)(confidence * 10), 0, 9)];
            bin = (bin.Given + 1, bin.Confidence + confidence, bin.Right + (isRight ? 1 : 0));
        }

        foreach (var label in truth.Where(t => given.All(g => g.Label != t)))
        {
            Change(label, 0, 0, 1);
        }
    }

    private void Change(string label, int right, int wrong, int missed)
    {
        var (r, w, m) = _labels.GetValueOrDefault(label);
        _labels[label] = (r + right, w + wrong, m + missed);
    }

    private int Sum(Func<(int Right, int Wrong, int Missed), int> of) => _labels.Values.Sum(of);

    private static double F1((int Right, int Wrong, int Missed) l) => Share(2 * l.Right, (2 * l.Right) + l.Wrong + l.Missed);

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
