namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>The logistic curve that makes answers likeliest, held towards a given one as if by so many texts (<paramref name="lean"/>).</summary>
internal sealed class IssueCurve((float Score, bool IsYes)[] scores, double slope, double shift, double lean)
{
    private const int Rounds = 30;

    /// <summary>Slopes are larger numbers than shifts: their distance counts this much less.</summary>
    private const double SlopeRange = 9;

    /// <summary>Slope and shift, by Newton's method; a step that would make it worse is halved.</summary>
    public (double Slope, double Shift) Fit()
    {
        var (a, b) = (slope, shift);
        var loss = Loss(a, b);
        for (var round = 0; round < Rounds; round++)
        {
            var (da, db) = Step(a, b);
            var next = Loss(a + da, b + db);
            for (var halved = 0; halved < Rounds && !(next <= loss); halved++)
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
    }

    private double Loss(double a, double b)
    {
        var sum = lean * (((a - slope) * (a - slope) / SlopeRange) + ((b - shift) * (b - shift))) / 2;
        foreach (var (score, isYes) in scores)
        {
            var margin = ((a * score) + b) * (isYes ? 1 : -1);
            sum += margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin;
        }

        return sum;
    }

    private (double Slope, double Shift) Step(double a, double b)
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
