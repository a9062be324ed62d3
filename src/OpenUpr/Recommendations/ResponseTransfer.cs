namespace OpenUpr.Recommendations;

/// <summary>
/// How much a State's earlier reviews say about its next. Answers to one review have much in common that the next one need not have, so a State's own
/// effects are carried over in part only. How large a part is learnt from the collection: each State's newest review is foretold from all the others.
/// </summary>
internal sealed class ResponseTransfer
{
    /// <summary>What is carried over of a State's effects while there is little to learn it from.</summary>
    private const double Usual = 0.3;

    /// <summary>The usual part counts as much as so many units of information.</summary>
    private const double UsualWeight = 20;

    private const int Steps = 12;

    private readonly double[] _parts;

    /// <summary>Variance of a review's own mood, in log-odds.</summary>
    private readonly double _mood;

    private ResponseTransfer(double[] parts, double mood) => (_parts, _mood) = (parts, mood);

    /// <summary>The part that is carried over of a State's effect on an issue.</summary>
    public double OfIssue => _parts[^1];

    public static ResponseTransfer Learn(IReadOnlyList<ResponseCase> cases)
    {
        // Reviews are numbered as they come, so the session decides which is the newest.
        var newest = cases.GroupBy(c => c.Sur).Where(g => g.Select(c => c.Session).Distinct().Count() > 1).ToDictionary(g => g.Key, g => g.Max(c => c.Session));
        var later = cases.Where(c => newest.TryGetValue(c.Sur, out var session) && c.Session == session).ToList();
        var fit = new ResponseFit([.. cases.Where(c => !newest.TryGetValue(c.Sur, out var session) || c.Session != session)]);
        var parts = new double[fit.StateEffects];
        Array.Fill(parts, Usual);
        var known = later.ConvertAll(c => (One: c, Base: fit.OfAll(c).LogOdds, Own: Enumerable.Range(0, parts.Length).Select(i => fit.OfState(c, i).Effect).ToArray()));
        var shift = 0.0;
        for (var step = 0; step < Steps && known.Count > 0; step++)
        {
            // One part after the other; the shift takes up what has changed everywhere since.
            shift += Improve(known, parts, shift, _ => 1, 0);
            for (var i = 0; i < parts.Length; i++)
            {
                var which = i;
                parts[i] = Math.Clamp(parts[i] + Improve(known, parts, shift, own => own[which], UsualWeight * (Usual - parts[i])), 0, 1);
            }
        }

        return new ResponseTransfer(parts, Mood(known, parts, shift));
    }

    /// <summary>Log-odds for a State's next review, with and without its history on the issues, and their variance.</summary>
    public (double LogOdds, double FromOthers, double Variance) Of(ResponseFit fit, ResponseCase question)
    {
        var (logOdds, variance) = fit.OfAll(question);
        var fromOthers = logOdds;
        for (var i = 0; i < _parts.Length; i++)
        {
            var (effect, uncertain) = fit.OfState(question, i);
            fromOthers = logOdds + (i == _parts.Length - 1 ? 0 : _parts[i] * effect);
            logOdds += _parts[i] * effect;
            variance += _parts[i] * _parts[i] * uncertain;
        }

        return (logOdds, fromOthers, variance + _mood);
    }

    private static double Improve(List<(ResponseCase One, double Base, double[] Own)> known, double[] parts, double shift, Func<double[], double> of, double towardsUsual)
    {
        var (slope, weight) = (towardsUsual, UsualWeight);
        foreach (var (one, start, own) in known)
        {
            var chance = ResponseEffects.Chance(Sum(start, own, parts) + shift);
            slope += of(own) * ((one.Supported ? 1 : 0) - chance);
            weight += of(own) * of(own) * chance * (1 - chance);
        }

        return slope / weight;
    }

    /// <summary>What the reviews that were foretold differ by beyond chance.</summary>
    private static double Mood(List<(ResponseCase One, double Base, double[] Own)> known, double[] parts, double shift)
    {
        var reviews = known.GroupBy(k => k.One.Sur).Select(g =>
        {
            var chances = g.Select(k => (Chance: ResponseEffects.Chance(Sum(k.Base, k.Own, parts) + shift), k.One.Supported)).ToList();
            var told = chances.Sum(c => c.Chance * (1 - c.Chance));
            var over = chances.Sum(c => (c.Supported ? 1 : 0) - c.Chance) / (told + 1);
            return (over * over) - (1 / (told + 1));
        }).ToList();
        return reviews.Count == 0 ? 1 : Math.Clamp(reviews.Average(), 0.05, 4);
    }

    private static double Sum(double start, double[] own, double[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            start += parts[i] * own[i];
        }

        return start;
    }
}
