using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>
/// The shape of the network that reads a text word by word: each word is a vector, filters look at five neighbouring words and a place, the strongest
/// answers of each filter at the opening, behind it and anywhere go through one hidden layer to the five categories (after Kim, 2014). The sums of numbers
/// are optimised from the first call: one text at a start of the program needs thousands of them.
/// </summary>
internal static class Network
{
    /// <summary>Length of a word's vector.</summary>
    public const int Width = 32;

    /// <summary>Filters; a multiple of 32.</summary>
    public const int Filters = 96;

    /// <summary>Neighbouring words that a filter sees.</summary>
    public const int Span = 5;

    /// <summary>Words that are read; the action stands before.</summary>
    public const int MaxTokens = 56;

    public const int Hidden = 48;
    public const int Categories = 5;
    public const int Pools = 3;
    public const int Inputs = Pools * Filters;
    public const int Places = 10;

    /// <summary>Which vector of places a word at this position gets.</summary>
    public static int Place(int token) => token switch
    {
        < 4 => token,
        < 6 => 4,
        < 9 => 5,
        < 13 => 6,
        < 20 => 7,
        < 32 => 8,
        _ => 9,
    };

    /// <summary>The answers of all filters for the words from one on: <paramref name="answers"/> = biases + words times weights.</summary>
    /// <param name="words">Span times Width numbers.</param>
    /// <param name="weights">For each of these numbers the weight of every filter.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Filter(ReadOnlySpan<float> words, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, Span<float> answers)
    {
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var bias = ref MemoryMarshal.GetReference(biases);
        ref var answer = ref MemoryMarshal.GetReference(answers);
        for (var f = 0; f < Filters; f += 32)
        {
            var at = (nuint)f;
            var (a, b) = (Vector256.LoadUnsafe(ref bias, at), Vector256.LoadUnsafe(ref bias, at + 8));
            var (c, d) = (Vector256.LoadUnsafe(ref bias, at + 16), Vector256.LoadUnsafe(ref bias, at + 24));
            var row = at;
            foreach (var number in words)
            {
                var value = Vector256.Create(number);
                a += value * Vector256.LoadUnsafe(ref weight, row);
                b += value * Vector256.LoadUnsafe(ref weight, row + 8);
                c += value * Vector256.LoadUnsafe(ref weight, row + 16);
                d += value * Vector256.LoadUnsafe(ref weight, row + 24);
                row += Filters;
            }

            a.StoreUnsafe(ref answer, at);
            b.StoreUnsafe(ref answer, at + 8);
            c.StoreUnsafe(ref answer, at + 16);
            d.StoreUnsafe(ref answer, at + 24);
        }
    }

    /// <summary>Adds <paramref name="factor"/> times one row of numbers to another; both have a multiple of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo(Span<float> sum, ReadOnlySpan<float> numbers, float factor)
    {
        ref var to = ref MemoryMarshal.GetReference(sum);
        ref var from = ref MemoryMarshal.GetReference(numbers);
        var value = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)numbers.Length; i += 8)
        {
            (Vector256.LoadUnsafe(ref to, i) + (value * Vector256.LoadUnsafe(ref from, i))).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>The sum of products; both have a multiple of 8 numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var sum = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)left.Length; i += 8)
        {
            sum += Vector256.LoadUnsafe(ref a, i) * Vector256.LoadUnsafe(ref b, i);
        }

        return Vector256.Sum(sum);
    }

    /// <summary>Raises <paramref name="pool"/> to the answers of one token and notes which token won.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Raise(Span<float> pool, Span<int> winner, ReadOnlySpan<float> answers, int token)
    {
        ref var best = ref MemoryMarshal.GetReference(pool);
        ref var who = ref MemoryMarshal.GetReference(winner);
        ref var answer = ref MemoryMarshal.GetReference(answers);
        for (nuint i = 0; i < Filters; i += 8)
        {
            var (old, now) = (Vector256.LoadUnsafe(ref best, i), Vector256.LoadUnsafe(ref answer, i));
            var wins = Vector256.GreaterThan(now, old);
            Vector256.ConditionalSelect(wins, now, old).StoreUnsafe(ref best, i);
            Vector256.ConditionalSelect(wins.AsInt32(), Vector256.Create(token), Vector256.LoadUnsafe(ref who, i)).StoreUnsafe(ref who, i);
        }
    }

    /// <summary>Which of the parts a token belongs to besides the whole text: 1 the opening, 2 what follows it; 0 for none.</summary>
    public static int Part(int token) => token < 3 ? 1 : token < 10 ? 2 : 0;

    /// <summary>Turns scores into shares of one, in place.</summary>
    public static void Softmax(Span<float> scores)
    {
        var largest = float.MinValue;
        foreach (var score in scores)
        {
            largest = Math.Max(largest, score);
        }

        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - largest);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
