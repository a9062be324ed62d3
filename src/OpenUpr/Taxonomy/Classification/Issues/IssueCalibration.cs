namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>
/// Turns a score into a probability by a logistic curve for each issue (Platt, 1999), fitted to texts that the scores' model had not seen. The curve
/// of a rare issue leans on the one of all issues together. An issue is given where that is expected to be right often enough.
/// </summary>
/// <param name="Slope">Of the curve.</param>
/// <param name="Shift">Of the curve.</param>
/// <param name="Threshold">The probability from which the issue is given.</param>
public readonly record struct IssueCalibration(float Slope, float Shift, float Threshold)
{
    /// <summary>How many texts' weight the curve of all issues has in the curve of one.</summary>
    private const double Lean = 5;

    /// <summary>The probability that an issue of this score is right.</summary>
    public float Probability(float score) => 1 / (1 + MathF.Exp(-((Slope * score) + Shift)));

    /// <summary>Curves and thresholds of all issues.</summary>
    /// <param name="scores">For each issue the scores of unseen texts with the coders' answers.</param>
    public static IssueCalibration[] Fit(IReadOnlyList<(float Score, bool IsYes)[]> scores)
    {
        // Far below zero all curves agree; the pooled one is fitted where issues are in doubt.
        var pooled = Curve([.. scores.SelectMany(s => s).Where(s => s.Score > -1.3f)], 4, 1, lean: 1);
        var curves = scores.Select(s => Curve(s, pooled.Slope, pooled.Shift, Lean)).ToArray();
        var probabilities = curves.Zip(scores, (c, s) => s.Select(x => (double)new IssueCalibration((float)c.Slope, (float)c.Shift, 0).Probability(x.Score)).ToArray()).ToList();
        var all = BestThreshold([.. probabilities.SelectMany(p => p)]);
        return [.. curves.Zip(probabilities, (c, p) => new IssueCalibration((float)c.Slope, (float)c.Shift, (float)((all + BestThreshold(p)) / 2)))];
    }

    /// <summary>
    /// The threshold by which F1 is expected to be highest: half of that F1 (Lipton, Elkan and Naryanaswamy, 2014). It rests on all probabilities, not on
    /// where the few texts of a rare issue happen to lie.
    /// </summary>
    public static double BestThreshold(double[] probabilities)
    {
        var sorted = probabilities.OrderDescending().ToArray();
        var (all, right, best) = (sorted.Sum(), 0d, 0d);
        for (var i = 0; i < sorted.Length; i++)
        {
            right += sorted[i];
            best = Math.Max(best, 2 * right / (i + 1 + all));
        }

        return best / 2;
    }

    /// <summary>Slope and shift of most likelihood, held towards those given.</summary>
    internal static (double Slope, double Shift) Curve((float Score, bool IsYes)[] scores, double slope, double shift, double lean) =>
        new IssueCurve(scores, slope, shift, lean).Fit();
}
