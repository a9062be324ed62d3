namespace OpenUpr.Recommendations;

/// <summary>
/// One kind of thing that moves the chance of support (the State, the issue, the State on the issue, ...): an effect for each value, in log-odds,
/// drawn towards none the more, the fewer texts speak for it.
/// </summary>
/// <param name="keys">The values that a case has, each with the same weight; negative ones are not known and count as no effect.</param>
internal sealed class ResponseEffects(Func<ResponseCase, IEnumerable<long>> keys)
{
    private const double LeastPull = 0.2;
    private const double MostPull = 1_000;

    private readonly Dictionary<long, int> _levels = [];
    private readonly List<int> _level = [];
    private readonly List<int> _start = [0];
    private double[] _effect = [];
    private double[] _slope = [];
    private double[] _weight = [];

    /// <summary>How strongly effects are drawn towards none: one over their variance, learnt from the cases.</summary>
    public double Pull { get; private set; } = 1;

    public void Add(ResponseCase one)
    {
        foreach (var key in keys(one).Where(k => k >= 0))
        {
            if (!_levels.TryGetValue(key, out var level))
            {
                _levels.Add(key, level = _levels.Count);
            }

            _level.Add(level);
        }

        _start.Add(_level.Count);
    }

    public void Begin() => (_effect, _slope, _weight) = (new double[_levels.Count], new double[_levels.Count], new double[_levels.Count]);

    /// <summary>One Newton step for all effects of this kind, and its consequence for the log-odds of the cases.</summary>
    public void Step(double[] logOdds, bool[] supported)
    {
        Array.Clear(_slope);
        Array.Clear(_weight);
        for (var i = 0; i < logOdds.Length; i++)
        {
            var (first, end) = (_start[i], _start[i + 1]);
            var share = 1.0 / (end - first);
            var chance = Chance(logOdds[i]);
            for (var at = first; at < end; at++)
            {
                _slope[_level[at]] += share * ((supported[i] ? 1 : 0) - chance);
                _weight[_level[at]] += share * share * chance * (1 - chance);
            }
        }

        for (var level = 0; level < _effect.Length; level++)
        {
            _slope[level] = (_slope[level] - (Pull * _effect[level])) / (_weight[level] + Pull);
            _effect[level] += _slope[level];
        }

        for (var i = 0; i < logOdds.Length; i++)
        {
            var (first, end) = (_start[i], _start[i + 1]);
            for (var at = first; at < end; at++)
            {
                logOdds[i] += _slope[_level[at]] / (end - first);
            }
        }
    }

    /// <summary>Learns how much effects of this kind differ, from how much they do beyond chance (expectation maximisation).</summary>
    public void LearnPull()
    {
        var variance = 0.0;
        for (var level = 0; level < _effect.Length; level++)
        {
            variance += (_effect[level] * _effect[level]) + (1 / (_weight[level] + Pull));
        }

        Pull = _effect.Length == 0 ? Pull : Math.Clamp(_effect.Length / variance, LeastPull, MostPull);
    }

    /// <summary>What this kind adds to the log-odds of a question, and how uncertain that is (variance).</summary>
    public (double Effect, double Variance) Of(ResponseCase question)
    {
        var (effect, variance, count) = (0.0, 0.0, 0);
        foreach (var key in keys(question))
        {
            count++;
            if (key >= 0 && _levels.TryGetValue(key, out var level))
            {
                effect += _effect[level];
                variance += 1 / (_weight[level] + Pull);
            }
            else
            {
                variance += 1 / Pull;
            }
        }

        return count == 0 ? (0, 0) : (effect / count, variance / (count * count));
    }

    public static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
