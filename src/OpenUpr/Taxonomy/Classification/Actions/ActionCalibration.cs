namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>
/// Turns scores into probabilities: a logistic curve over the largest share, fitted on sessions that training had not seen, decides how much of one it gets;
/// the other categories keep their proportions. Two numbers, so that little data suffice and nothing is learned by heart (Platt, 1999).
/// </summary>
internal sealed record ActionCalibration(float Slope, float Shift)
{
    /// <summary>How much sharper than the scores the shares are that the curve starts from.</summary>
    private const float Sharpness = 2f;

    /// <summary>So that rounding does not put the second before the first.</summary>
    private const float JustOver = 1.000001f;

    public static ActionCalibration None { get; } = new(1, 0);

    public static ActionCalibration Read(BinaryReader reader) => new(reader.ReadSingle(), reader.ReadSingle());

    public void Write(BinaryWriter writer)
    {
        writer.Write(Slope);
        writer.Write(Shift);
    }

    /// <summary>Fits the curve by Newton's method; a step that makes the fit worse is halved.</summary>
    /// <param name="predictions">The largest share by <see cref="Raw"/> and whether it was right.</param>
    public static ActionCalibration Fit(IReadOnlyList<(float Share, bool IsRight)> predictions)
    {
        var points = predictions.Select(p => ((double)Logit(p.Share), p.IsRight ? 1d : -1d)).ToList();
        var (slope, shift, loss) = (1d, 0d, Loss(points, 1, 0));
        for (var round = 0; round < 50; round++)
        {
            var (bySlope, byShift) = Step(points, slope, shift);
            for (var halved = 0; halved < 30; halved++, bySlope /= 2, byShift /= 2)
            {
                if (Loss(points, slope - bySlope, shift - byShift) is var next && next < loss)
                {
                    (slope, shift, loss) = (slope - bySlope, shift - byShift, next);
                    break;
                }
            }
        }

        return new ActionCalibration((float)slope, (float)shift);
    }

    // A little pull to the plain curve keeps the fit finite when all predictions are right.
    private static double Loss(List<(double X, double Sign)> points, double slope, double shift) =>
        points.Sum(p => Math.Log(1 + Math.Exp(Math.Min(-p.Sign * ((slope * p.X) + shift), 500)))) + (((slope - 1) * (slope - 1)) + (shift * shift)) / 2;

    private static (double BySlope, double ByShift) Step(List<(double X, double Sign)> points, double slope, double shift)
    {
        var (g1, g0, h11, h10, h00) = (slope - 1, shift, 1d, 0d, 1d);
        foreach (var (x, sign) in points)
        {
            var p = 1 / (1 + Math.Exp(-((slope * x) + shift)));
            var (error, weight) = (p - (sign > 0 ? 1 : 0), p * (1 - p));
            (g1, g0) = (g1 + (error * x), g0 + error);
            (h11, h10, h00) = (h11 + (weight * x * x), h10 + (weight * x), h00 + weight);
        }

        var determinant = (h11 * h00) - (h10 * h10);
        return (((g1 * h00) - (g0 * h10)) / determinant, ((g0 * h11) - (g1 * h10)) / determinant);
    }

    /// <summary>Shares of one by the scores alone, in place; the place of the largest.</summary>
    public static int Raw(Span<float> scores)
    {
        foreach (ref var score in scores)
        {
            score *= Sharpness;
        }

        Network.Softmax(scores);
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            best = scores[c] > scores[best] ? c : best;
        }

        return best;
    }

    /// <summary>Probabilities, in place; the place of the largest.</summary>
    public int Apply(Span<float> scores)
    {
        var best = Raw(scores);
        var share = 1 / (1 + MathF.Exp(-((Slope * Logit(scores[best])) + Shift)));

        // It stays the largest: not below the share that the second then gets.
        var second = 0f;
        for (var c = 0; c < scores.Length; c++)
        {
            second = c == best ? second : Math.Max(second, scores[c]);
        }

        share = Math.Max(share, second / Math.Max(1 - scores[best] + second, 1e-6f) * JustOver);
        var others = (1 - share) / Math.Max(1 - scores[best], 1e-6f);
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = c == best ? share : scores[c] * others;
        }

        return best;
    }

    private static float Logit(float share) => MathF.Log(Math.Clamp(share, 1e-5f, 1 - 1e-5f) / (1 - Math.Clamp(share, 1e-5f, 1 - 1e-5f)));
}
