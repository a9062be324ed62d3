namespace OpenUpr.Recommendations;

/// <summary>
/// The chance of support as a sum of effects in log-odds, fitted to the answered texts of a collection: a logistic model with random effects, each
/// kind of effect drawn towards none by what the collection itself shows of its spread. Nothing is set by hand, and the same rows give the same fit.
/// </summary>
internal sealed class ResponseFit
{
    private const int Sweeps = 10;
    private const long Many = 1 << 20;

    /// <summary>What is true of any State, or of its region.</summary>
    private readonly ResponseEffects[] _ofAll =
    [
        new(c => c.Issues.Select(i => (long)i)),
        new(c => [c.Action]),
        new(c => c.RsGroups.Select(g => (long)g)),
        new(c => c.Issues.Select(i => Pair(c.SurGroup, i))),
        new(c => c.Issues.Select(i => Pair(c.Action, i))),
        new(c => [Pair(c.SurGroup, c.Action)]),
    ];

    /// <summary>What is true of one State: as such, by action, by who recommends, and by issue.</summary>
    private readonly ResponseEffects[] _ofState =
    [
        new(c => [c.Sur]),
        new(c => [Pair(c.Sur, c.Action)]),
        new(c => c.RsGroups.Select(g => Pair(c.Sur, g))),
        new(c => c.Issues.Select(i => Pair(c.Sur, i))),
    ];

    private readonly double _base;

    public ResponseFit(IReadOnlyList<ResponseCase> cases)
    {
        ResponseEffects[] all = [.. _ofAll, .. _ofState];
        foreach (var effects in all)
        {
            foreach (var one in cases)
            {
                effects.Add(one);
            }

            effects.Begin();
        }

        bool[] supported = [.. cases.Select(c => c.Supported)];
        var logOdds = new double[cases.Count];
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            _base += StepBase(logOdds, supported);
            foreach (var effects in all)
            {
                effects.Step(logOdds, supported);
                effects.LearnPull();
            }
        }
    }

    /// <summary>How many effects a State has of its own; the last is that of the issue.</summary>
    public int StateEffects => _ofState.Length;

    /// <summary>Strength of the pull on effects of a State on an issue, see <see cref="ResponseEffects.Pull"/>.</summary>
    public double IssuePull => _ofState[^1].Pull;

    /// <summary>Log-odds of support by what is true of any State.</summary>
    public (double LogOdds, double Variance) OfAll(ResponseCase question)
    {
        var (sum, variance) = (_base, 0.0);
        foreach (var effects in _ofAll)
        {
            var (effect, uncertain) = effects.Of(question);
            sum += effect;
            variance += uncertain;
        }

        return (sum, variance);
    }

    /// <summary>One of the State's own effects.</summary>
    public (double Effect, double Variance) OfState(ResponseCase question, int which) => _ofState[which].Of(question);

    private static double StepBase(double[] logOdds, bool[] supported)
    {
        var (slope, weight) = (0.0, 1e-9);
        for (var i = 0; i < logOdds.Length; i++)
        {
            var chance = ResponseEffects.Chance(logOdds[i]);
            slope += (supported[i] ? 1 : 0) - chance;
            weight += chance * (1 - chance);
        }

        // One more text of each answer, so that a collection with one kind of answer only does not run away.
        var step = slope / (weight + 1);
        for (var i = 0; i < logOdds.Length; i++)
        {
            logOdds[i] += step;
        }

        return step;
    }

    private static long Pair(int first, int second) => first < 0 || second < 0 ? -1 : (first * Many) + second;
}
