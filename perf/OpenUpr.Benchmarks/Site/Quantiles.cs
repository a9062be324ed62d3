namespace OpenUpr.Benchmarks.Site;

/// <summary>Median, 99th percentile and the worst of some measurements.</summary>
internal readonly record struct Quantiles(double Median, double P99, double Max)
{
    public static Quantiles Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Quantiles(sorted[sorted.Length / 2], sorted[(int)Math.Ceiling(sorted.Length * 0.99) - 1], sorted[^1]);
    }
}
