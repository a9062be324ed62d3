using System.Diagnostics;

namespace OpenUpr.Benchmarks.Search;

/// <summary>Milliseconds that each of many searches took.</summary>
internal sealed class Timings
{
    private readonly List<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    public double Median => At(0.5);

    public double P90 => At(0.9);

    public double P99 => At(0.99);

    public double Max => At(1);

    public T Measure<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    /// <summary>Measures processor time of the whole program instead of the clock: what others do on the machine then counts little.</summary>
    public void MeasureProcessor(Action work)
    {
        var used = Environment.CpuUsage.TotalTime;
        work();
        _milliseconds.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
    }

    public static double Once(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public override string ToString() => FormattableString.Invariant($"{Median:0.000} | {P90:0.000} | {P99:0.000} | {Max:0.000}");

    private double At(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
