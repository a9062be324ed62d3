namespace OpenUpr.Benchmarks.Uptake;

/// <summary>Logistic regression by Newton's steps with a little pull to zero.</summary>
internal static class LogisticFit
{
    private const double Pull = 1.0;
    private const int Steps = 30;

    public static double[] Fit(IReadOnlyList<(double[] Values, bool IsRight)> rows)
    {
        var n = rows[0].Values.Length;
        var weights = new double[n];
        for (var step = 0; step < Steps; step++)
        {
            var (slope, curve) = (new double[n], new double[n, n]);
            foreach (var (x, right) in rows)
            {
                var p = 1 / (1 + Math.Exp(-x.Zip(weights, (a, b) => a * b).Sum()));
                for (var i = 0; i < n; i++)
                {
                    slope[i] += x[i] * ((right ? 1 : 0) - p);
                    for (var j = 0; j < n; j++)
                    {
                        curve[i, j] += x[i] * x[j] * p * (1 - p);
                    }
                }
            }

            for (var i = 0; i < n; i++)
            {
                slope[i] -= i == 0 ? 0 : Pull * weights[i];
                curve[i, i] += i == 0 ? 1e-9 : Pull;
            }

            var move = Solve(curve, slope);
            for (var i = 0; i < n; i++)
            {
                weights[i] += move[i];
            }
        }

        return weights;
    }

    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            for (var k = i + 1; k < n; k++)
            {
                var by = a[k, i] / a[i, i];
                for (var j = i; j < n; j++)
                {
                    a[k, j] -= by * a[i, j];
                }

                b[k] -= by * b[i];
            }
        }

        var x = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            x[i] = (b[i] - Enumerable.Range(i + 1, n - i - 1).Sum(j => a[i, j] * x[j])) / a[i, i];
        }

        return x;
    }
}
