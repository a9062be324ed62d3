using System.Collections.Concurrent;

namespace OpenUpr.App.Features.Operator;

/// <summary>
/// What the site counts of itself for its operator. By route, never by address: nothing here says who asked or for what.
/// </summary>
internal sealed class Metrics(TimeProvider time)
{
    /// <summary>Upper ends of the classes of durations, in seconds; one more class holds the rest.</summary>
    public static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<(string Route, int Status), long> _answers = [];
    private readonly ConcurrentDictionary<string, Durations> _durations = [];
    private long _indexReplaced = time.GetUtcNow().UtcTicks;
    private long _indexChecked = time.GetUtcNow().UtcTicks;

    /// <summary>Answers by route and status.</summary>
    public IEnumerable<KeyValuePair<(string Route, int Status), long>> Answers => _answers.OrderBy(a => a.Key.Route, StringComparer.Ordinal).ThenBy(a => a.Key.Status);

    public IEnumerable<KeyValuePair<string, Durations>> DurationsByRoute => _durations.OrderBy(d => d.Key, StringComparer.Ordinal);

    /// <summary>When the index that answers now was put in place.</summary>
    public DateTimeOffset IndexReplaced => new(Interlocked.Read(ref _indexReplaced), TimeSpan.Zero);

    /// <summary>When the store was last asked whether there is anything new; it grows old when the database is away.</summary>
    public DateTimeOffset IndexChecked => new(Interlocked.Read(ref _indexChecked), TimeSpan.Zero);

    public void Answered(string route, int status, double seconds)
    {
        _answers.AddOrUpdate((route, status), 1, (_, count) => count + 1);
        _durations.GetOrAdd(route, _ => new Durations()).Add(seconds);
    }

    public void IndexIsCurrent(bool replaced)
    {
        var now = time.GetUtcNow().UtcTicks;
        Interlocked.Exchange(ref _indexChecked, now);
        if (replaced)
        {
            Interlocked.Exchange(ref _indexReplaced, now);
        }
    }
}

/// <summary>How long the answers of one route took.</summary>
internal sealed class Durations
{
    private readonly Lock _lock = new();
    private readonly long[] _counts = new long[Metrics.Bounds.Length + 1];
    private double _sum;

    public void Add(double seconds)
    {
        var place = Array.FindIndex(Metrics.Bounds, bound => seconds <= bound);
        lock (_lock)
        {
            _counts[place < 0 ? Metrics.Bounds.Length : place]++;
            _sum += seconds;
        }
    }

    /// <summary>Counts of each class, and all seconds together, at one moment.</summary>
    public (long[] Counts, double Sum) Read()
    {
        lock (_lock)
        {
            return ([.. _counts], _sum);
        }
    }
}
