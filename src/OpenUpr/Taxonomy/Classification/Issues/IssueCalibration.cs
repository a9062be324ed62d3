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

    /// <summary>How far apart from the curve's slope that of an issue may be before it is held back; slopes are larger numbers than shifts.</summary>
    private const double SlopeRange = 9;

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

    /// <summary>Slope and shift of most likelihood, by Newton's method, held towards those given. A step that would make it worse is halved.</summary>
    internal static (double Slope, double Shift) Curve((float Score, bool IsYes)[] scores, double slope, double shift, double lean)
    {
        var (a, b) = (slope, shift);
        var loss = Loss(a, b);
        for (var round = 0; round < 30; round++)
        {
            var (da, db) = Step(a, b);
            var next = Loss(a + da, b + db);
            for (var halved = 0; halved < 30 && !(next <= loss); halved++)
            {
                (da, db) = (da / 2, db / 2);
                next = Loss(a + da, b + db);
            }

            if (!(next <= loss))
            {
                break;
            }

            (a, b, loss) = (a + da, b + db, next);
            if (Math.Abs(da) + Math.Abs(db) < 1e-6)
            {
                break;
            }
        }

        return (a, b);

        double Loss(double a, double b)
        {
            var sum = lean * (((a - slope) * (a - slope) / SlopeRange) + ((b - shift) * (b - shift))) / 2;
            foreach (var (score, isYes) in scores)
            {
                var margin = ((a * score) + b) * (isYes ? 1 : -1);
                sum += margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin;
            }

            return sum;
        }

        (double Slope, double Shift) Step(double a, double b)
        {
            var (ga, gb, aa, ab, bb) = (-lean * (a - slope) / SlopeRange, -lean * (b - shift), lean / SlopeRange, 0d, lean);
            foreach (var (score, isYes) in scores)
            {
                var p = 1 / (1 + Math.Exp(-((a * score) + b)));
                var (error, weight) = ((isYes ? 1 : 0) - p, p * (1 - p));
                ga += error * score;
                gb += error;
                aa += weight * score * score;
                ab += weight * score;
                bb += weight;
            }

            var determinant = (aa * bb) - (ab * ab);
            return (((bb * ga) - (ab * gb)) / determinant, ((aa * gb) - (ab * ga)) / determinant);
        }
    }
}
