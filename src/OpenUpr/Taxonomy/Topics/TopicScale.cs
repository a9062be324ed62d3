namespace OpenUpr.Taxonomy.Topics;

/// <summary>Turns a score into a confidence: how often labels with such a score were right on lists that training had not seen.</summary>
/// <param name="Slope">What a point of score is worth, in logits.</param>
/// <param name="Shift">Logits at score 0.</param>
/// <param name="Most">No confidence is higher: what the surest labels reached, by the rule of succession, so that few rows never prove certainty.</param>
/// <param name="Least">Labels with less confidence are not given: where precision and recall balanced best.</param>
internal sealed record TopicScale(double Slope, double Shift, double Most, double Least)
{
    /// <summary>How firmly a label keeps to the common scale: with so many even chances seen it moves halfway.</summary>
    private const double Firmness = 16;

    /// <summary>A higher score is never worth less.</summary>
    private const double LeastSlope = 0.05;

    private static readonly double[] s_least = [0.5, 0.45, 0.4, 0.35, 0.3];

    private const int Rounds = 50;

    /// <summary>So many labels with the highest scores count as the surest.</summary>
    private const int Surest = 60;

    /// <param name="shift">What a single label has beside the common one.</param>
    public double ConfidenceOf(double score, double shift = 0) => Math.Min(Most, Sigmoid((Slope * score) + Shift + shift));

    /// <summary>The scale under which the seen pairs are likeliest (Platt's, by Newton's steps).</summary>
    public static TopicScale Fit(IReadOnlyList<(double Score, bool IsRight)> seen)
    {
        var (a, b) = (0.5, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            // A weak pull to a slope of a half keeps few pairs from running away.
            var (ga, gb, haa, hab, hbb) = (a - 0.5, b * 0.1, 1.0, 0.0, 0.1);
            foreach (var (score, isRight) in seen)
            {
                var p = Sigmoid((a * score) + b);
                var (d, h) = (p - (isRight ? 1 : 0), p * (1 - p));
                (ga, gb, haa, hab, hbb) = (ga + (d * score), gb + d, haa + (h * score * score), hab + (h * score), hbb + h);
            }

            var det = (haa * hbb) - (hab * hab);
            a -= ((hbb * ga) - (hab * gb)) / det;
            b -= ((haa * gb) - (hab * ga)) / det;
        }

        var surest = seen.OrderByDescending(s => s.Score).Take(Surest).ToList();
        return new TopicScale(Math.Max(a, LeastSlope), b, (surest.Count(s => s.IsRight) + 1.0) / (surest.Count + 2.0), s_least[0]);
    }

    /// <summary>How unlikely the scale makes what was seen, per pair, in nats.</summary>
    public double LossOf(IReadOnlyList<(double Score, bool IsRight)> seen) =>
        seen.Average(s => -Math.Log(Math.Clamp(s.IsRight ? Sigmoid((Slope * s.Score) + Shift) : 1 - Sigmoid((Slope * s.Score) + Shift), 1e-9, 1)));

    /// <summary>What one label has beside the scale of all: drawn to nothing, so that a rare label keeps the common scale.</summary>
    public double ShiftOf(IEnumerable<(double Score, bool IsRight)> seenOfLabel)
    {
        var seen = seenOfLabel.ToList();
        var shift = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var (gradient, curve) = (shift * Firmness, Firmness);
            foreach (var (score, isRight) in seen)
            {
                var p = Sigmoid((Slope * score) + Shift + shift);
                (gradient, curve) = (gradient + p - (isRight ? 1 : 0), curve + (p * (1 - p)));
            }

            shift -= gradient / curve;
        }

        return shift;
    }

    /// <summary>The same with the limit under which labels were given best: by the micro F1 of labels with these confidences.</summary>
    public TopicScale WithLeast(IReadOnlyList<(double Confidence, bool IsRight)> seen)
    {
        double F1(double least)
        {
            var given = seen.Where(s => s.Confidence >= least).ToList();
            return 2.0 * given.Count(s => s.IsRight) / Math.Max(1, given.Count + seen.Count(s => s.IsRight));
        }

        return this with { Least = s_least.MaxBy(F1) };
    }

    /// <summary>The score at which a label with this shift is given.</summary>
    public double LeastScore(double shift) => Most < Least ? double.MaxValue : (Math.Log(Least / (1 - Least)) - Shift - shift) / Slope;

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
