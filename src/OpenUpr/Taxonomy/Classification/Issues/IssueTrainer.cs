using System.Numerics;
using System.Runtime.InteropServices;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>A text as features with values.</summary>
/// <param name="Features">Numbers of features.</param>
/// <param name="Values">Their values.</param>
internal readonly record struct IssueRow(int[] Features, float[] Values);

/// <summary>
/// Support vector machines with squared hinge loss for all issues at once (dual coordinate descent; Hsieh and others, 2008): a row's features are
/// visited once for all labels, which stand side by side. The order comes from a fixed seed: the same rows give the same weights.
/// </summary>
internal static class IssueTrainer
{
    /// <summary>Labels side by side: room for the 54 issues, a multiple of every vector's length.</summary>
    public const int Stride = 64;

    private const float Cost = 0.6f;
    private const int Rounds = 12;

    /// <summary>Weights of each feature for each label, and those of a feature that every row has at the end.</summary>
    /// <param name="labels">For each row a bit for each label.</param>
    /// <param name="features">Number of features.</param>
    public static float[] Train(IReadOnlyList<IssueRow> rows, IReadOnlyList<ulong> labels, int features, CancellationToken cancel)
    {
        var weights = new float[(features + 1) * Stride];
        var alphas = new float[rows.Count * Stride];
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new FixedRandom(1);
        Span<float> steps = stackalloc float[Stride];
        for (var round = 0; round < Rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            random.Shuffle<int>(order);
            foreach (var i in order)
            {
                Score(weights, rows[i], steps);
                if (Step(steps, alphas.AsSpan(i * Stride, Stride), labels[i], Square(rows[i].Values)))
                {
                    Move(weights, rows[i], steps);
                }
            }
        }

        return weights;
    }

    /// <summary>The score of each label.</summary>
    public static void Score(float[] weights, IssueRow row, Span<float> scores)
    {
        weights.AsSpan(weights.Length - Stride).CopyTo(scores);
        for (var k = 0; k < row.Features.Length; k++)
        {
            Add(scores, weights.AsSpan(row.Features[k] * Stride, Stride), row.Values[k]);
        }
    }

    private static float Square(float[] values)
    {
        var sum = 1f;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return sum;
    }

    /// <summary>Turns scores into steps of the weights; false when nothing moves.</summary>
    private static bool Step(Span<float> scores, Span<float> alphas, ulong labels, float square)
    {
        const float slack = 1 / (2 * Cost);
        var (inverse, moved) = (1 / (square + slack), false);
        for (var l = 0; l < Stride; l++)
        {
            var sign = (labels >> l & 1) != 0 ? 1f : -1f;
            var gradient = (sign * scores[l]) - 1 + (slack * alphas[l]);
            var alpha = Math.Max(alphas[l] - (gradient * inverse), 0);
            scores[l] = (alpha - alphas[l]) * sign;
            alphas[l] = alpha;
            moved |= scores[l] != 0;
        }

        return moved;
    }

    private static void Move(float[] weights, IssueRow row, ReadOnlySpan<float> steps)
    {
        for (var k = 0; k < row.Features.Length; k++)
        {
            Add(weights.AsSpan(row.Features[k] * Stride, Stride), steps, row.Values[k]);
        }

        Add(weights.AsSpan(weights.Length - Stride), steps, 1);
    }

    private static void Add(Span<float> to, ReadOnlySpan<float> what, float times)
    {
        var target = MemoryMarshal.Cast<float, Vector<float>>(to);
        var source = MemoryMarshal.Cast<float, Vector<float>>(what);
        var factor = new Vector<float>(times);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += factor * source[i];
        }
    }
}
