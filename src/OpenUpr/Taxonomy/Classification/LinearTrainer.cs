namespace OpenUpr.Taxonomy.Classification;

/// <summary>How a linear model is trained.</summary>
/// <param name="Cost">What a wrong row costs against large weights (C): more fits the rows closer.</param>
/// <param name="Rounds">How often all rows are visited at most.</param>
/// <param name="Features">Number of features (places of the table).</param>
public sealed record LinearOptions(int Features, double Cost = 1, int Rounds = 30);

/// <summary>
/// Linear models over rows of features that are there or not; each row counts with length one. Dual coordinate descent as in LIBLINEAR (Hsieh and
/// others, 2008; Yu, Huang and Lin, 2011). The order of visits comes from a fixed seed and sums are made in one order: the same rows give the same weights.
/// </summary>
public static class LinearTrainer
{
    /// <summary>The value of each feature in a row of so many, by which the row has length one; predictions must use the same.</summary>
    public static float Value(int features) => features == 0 ? 0 : 1 / MathF.Sqrt(features);

    /// <summary>A yes-or-no question by a support vector machine with squared hinge loss. A row's score is the sum of its features' weights times <see cref="Value"/>.</summary>
    /// <param name="isYes">The answer for each row.</param>
    /// <param name="rowWeights">How much each row counts; null for one each.</param>
    public static float[] Hinge(SparseRows rows, ReadOnlySpan<bool> isYes, LinearOptions options, ReadOnlySpan<float> rowWeights = default, CancellationToken cancel = default)
    {
        var weights = new float[options.Features];
        var alphas = new double[rows.Count];
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new FixedRandom(1);
        for (var round = 0; round < options.Rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var largest = 0d;
            foreach (var i in order)
            {
                var row = rows[i];
                var cost = options.Cost * (rowWeights.IsEmpty ? 1 : rowWeights[i]);
                if (row.Length == 0 || cost <= 0)
                {
                    continue;
                }

                var (sign, value, slack) = (isYes[i] ? 1f : -1f, Value(row.Length), 0.5 / cost);
                var gradient = (sign * Score(weights, row) * value) - 1 + (alphas[i] * slack);
                var step = alphas[i] == 0 ? Math.Min(gradient, 0) : gradient;
                largest = Math.Max(largest, Math.Abs(step));
                if (Math.Abs(step) > 1e-6)
                {
                    var old = alphas[i];
                    alphas[i] = Math.Max(old - (gradient / (1 + slack)), 0);
                    Move(weights, row, (float)((alphas[i] - old) * sign * value));
                }
            }

            if (largest < 0.05)
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>A yes-or-no question by logistic regression: the logistic function of a row's score is a probability.</summary>
    /// <param name="isYes">The answer for each row.</param>
    /// <param name="rowWeights">How much each row counts; null for one each.</param>
    public static float[] Logistic(SparseRows rows, ReadOnlySpan<bool> isYes, LinearOptions options, ReadOnlySpan<float> rowWeights = default, CancellationToken cancel = default)
    {
        var weights = new float[options.Features];
        var alphas = new double[rows.Count];
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new FixedRandom(1);
        for (var i = 0; i < rows.Count; i++)
        {
            var cost = options.Cost * (rowWeights.IsEmpty ? 1 : rowWeights[i]);
            alphas[i] = Math.Min(0.001 * cost, 1e-8);
            Move(weights, rows[i], (float)(alphas[i] * (isYes[i] ? 1 : -1) * Value(rows[i].Length)));
        }

        for (var round = 0; round < options.Rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var largest = 0d;
            foreach (var i in order)
            {
                var row = rows[i];
                var cost = options.Cost * (rowWeights.IsEmpty ? 1 : rowWeights[i]);
                if (row.Length == 0 || cost <= 0)
                {
                    continue;
                }

                var (sign, value, old) = (isYes[i] ? 1f : -1f, Value(row.Length), alphas[i]);
                alphas[i] = LogisticStep(old, cost, sign * Score(weights, row) * value);
                largest = Math.Max(largest, Math.Abs(alphas[i] - old) / cost);
                Move(weights, row, (float)((alphas[i] - old) * sign * value));
            }

            if (largest < 0.005)
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>The sum of a row's weights.</summary>
    public static float Score(ReadOnlySpan<float> weights, ReadOnlySpan<int> row)
    {
        var sum = 0f;
        foreach (var feature in row)
        {
            sum += weights[feature];
        }

        return sum;
    }

    /// <summary>The best alpha between 0 and cost for one row, by Newton's method on the side of the interval that holds the solution.</summary>
    private static double LogisticStep(double alpha, double cost, double margin)
    {
        // Minimises z ln z + (C - z) ln (C - z) + (z - alpha)^2 / 2 + margin (z - alpha); the row's length is one. Bisection on the derivative never leaves the interval.
        var (low, high, z) = (0d, cost, Math.Clamp(alpha, cost * 1e-9, cost * (1 - 1e-9)));
        for (var i = 0; i < 40; i++)
        {
            var slope = Math.Log(z / (cost - z)) + (z - alpha) + margin;
            if (Math.Abs(slope) < 1e-4)
            {
                break;
            }

            (low, high) = slope > 0 ? (low, z) : (z, high);
            var next = z - (slope / (1 + (cost / (z * (cost - z)))));
            z = next > low && next < high ? next : (low + high) / 2;
        }

        return Math.Clamp(z, cost * 1e-12, cost * (1 - 1e-12));
    }

    private static void Move(float[] weights, ReadOnlySpan<int> row, float by)
    {
        foreach (var feature in row)
        {
            weights[feature] += by;
        }
    }
}
