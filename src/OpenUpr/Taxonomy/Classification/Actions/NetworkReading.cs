using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>
/// The sums of a network that only reads. Answers of filters are whole numbers of two bytes, 1/1024 each and never beyond 32: half the memory to fetch for each
/// word and twice the numbers in one step. What rounding adds is far below what the vectors lost when they became bytes.
/// </summary>
internal static class NetworkReading
{
    private const float Step = 1f / 1024;

    /// <summary>Rounds answers, or shares of them, to steps; what is beyond the range becomes its end.</summary>
    public static void Round(ReadOnlySpan<float> numbers, Span<short> rounded)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            rounded[i] = (short)Math.Clamp(MathF.Round(numbers[i] / Step), short.MinValue, short.MaxValue);
        }
    }

    /// <summary>Makes the answers of one token from what the five words under the filters add, and raises the pools to them.</summary>
    /// <param name="words">The five words' shares, each Span times Filters numbers; the first word counts with the first part of its share, and so on.</param>
    /// <param name="start">What the answers are without words: biases and places.</param>
    /// <param name="pools">The pool of the whole text, then those of the parts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Raise(ReadOnlySpan<short[]> words, ReadOnlySpan<short> start, Span<short> pools, int part)
    {
        ref var basis = ref MemoryMarshal.GetReference(start);
        ref var whole = ref MemoryMarshal.GetReference(pools);
        ref var piece = ref Unsafe.Add(ref whole, part * Network.Filters);
        ref var a = ref MemoryMarshal.GetArrayDataReference(words[0]);
        ref var b = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(words[1]), Network.Filters);
        ref var c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(words[2]), 2 * Network.Filters);
        ref var d = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(words[3]), 3 * Network.Filters);
        ref var e = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(words[4]), 4 * Network.Filters);
        for (nuint i = 0; i < Network.Filters; i += 16)
        {
            var answer = Vector256.AddSaturate(Vector256.LoadUnsafe(ref basis, i), Vector256.LoadUnsafe(ref a, i));
            answer = Vector256.AddSaturate(answer, Vector256.LoadUnsafe(ref b, i));
            answer = Vector256.AddSaturate(answer, Vector256.LoadUnsafe(ref c, i));
            answer = Vector256.AddSaturate(answer, Vector256.LoadUnsafe(ref d, i));
            answer = Vector256.AddSaturate(answer, Vector256.LoadUnsafe(ref e, i));
            Vector256.Max(Vector256.LoadUnsafe(ref whole, i), answer).StoreUnsafe(ref whole, i);
            Vector256.Max(Vector256.LoadUnsafe(ref piece, i), answer).StoreUnsafe(ref piece, i);
        }
    }

    /// <summary>The hidden layer's answers to the pools; none is below nought. Four of them are made side by side, so that no sum waits for itself.</summary>
    /// <param name="answers">Room for the pools as numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Hidden(ReadOnlySpan<short> pools, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, Span<float> answers, Span<float> hidden)
    {
        for (var i = 0; i < pools.Length; i++)
        {
            answers[i] = pools[i] * Step;
        }

        ref var input = ref MemoryMarshal.GetReference(answers);
        for (var h = 0; h < Network.Hidden; h += 4)
        {
            ref var row = ref Unsafe.Add(ref MemoryMarshal.GetReference(weights), h * Network.Inputs);
            var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            for (nuint i = 0; i < Network.Inputs; i += 8)
            {
                var value = Vector256.LoadUnsafe(ref input, i);
                a = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref row, i), a);
                b = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref row, i + Network.Inputs), b);
                c = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref row, i + (2 * Network.Inputs)), c);
                d = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref row, i + (3 * Network.Inputs)), d);
            }

            hidden[h] = Math.Max(0, biases[h] + Vector256.Sum(a));
            hidden[h + 1] = Math.Max(0, biases[h + 1] + Vector256.Sum(b));
            hidden[h + 2] = Math.Max(0, biases[h + 2] + Vector256.Sum(c));
            hidden[h + 3] = Math.Max(0, biases[h + 3] + Vector256.Sum(d));
        }
    }
}
