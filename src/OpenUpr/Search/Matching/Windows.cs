using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OpenUpr.Search.Matching;

/// <summary>The vectorised passes over a window's scores. A sum that would not fit stays at the highest score.</summary>
internal static class Windows
{
    public static ushort Sum(int a, int b) => (ushort)Math.Min(a + b, ushort.MaxValue);

    /// <summary>scores = impacts x weight.</summary>
    public static void Weigh(ReadOnlySpan<byte> impacts, ushort weight, Span<ushort> scores)
    {
        var bytes = MemoryMarshal.Cast<byte, Vector128<byte>>(impacts);
        var words = MemoryMarshal.Cast<ushort, Vector256<ushort>>(scores);
        var factor = Vector256.Create(weight);
        for (var i = 0; i < words.Length; i++)
        {
            var (low, high) = Vector128.Widen(bytes[i]);
            words[i] = Vector256.Create(low, high) * factor;
        }
    }

    /// <summary>Where both match, the sum; else 0. False when nothing is left.</summary>
    public static bool And(Span<ushort> scores, ReadOnlySpan<ushort> others)
    {
        var a = MemoryMarshal.Cast<ushort, Vector256<ushort>>(scores);
        var b = MemoryMarshal.Cast<ushort, Vector256<ushort>>(others);
        var any = Vector256<ushort>.Zero;
        for (var i = 0; i < a.Length; i++)
        {
            var missing = Vector256.Equals(a[i], Vector256<ushort>.Zero) | Vector256.Equals(b[i], Vector256<ushort>.Zero);
            a[i] = Vector256.AndNot(Vector256.AddSaturate(a[i], b[i]), missing);
            any |= a[i];
        }

        return any != Vector256<ushort>.Zero;
    }

    public static void Or(Span<ushort> scores, ReadOnlySpan<ushort> others)
    {
        var a = MemoryMarshal.Cast<ushort, Vector256<ushort>>(scores);
        var b = MemoryMarshal.Cast<ushort, Vector256<ushort>>(others);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] = Vector256.AddSaturate(a[i], b[i]);
        }
    }

    /// <summary>The larger of two impacts, by pair.</summary>
    public static void Max(Span<byte> impacts, ReadOnlySpan<byte> others)
    {
        var a = MemoryMarshal.Cast<byte, Vector256<byte>>(impacts);
        var b = MemoryMarshal.Cast<byte, Vector256<byte>>(others);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] = Vector256.Max(a[i], b[i]);
        }
    }

    /// <summary>0 wherever the others match.</summary>
    public static void Without(Span<ushort> scores, ReadOnlySpan<ushort> others)
    {
        var a = MemoryMarshal.Cast<ushort, Vector256<ushort>>(scores);
        var b = MemoryMarshal.Cast<ushort, Vector256<ushort>>(others);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] &= Vector256.Equals(b[i], Vector256<ushort>.Zero);
        }
    }

    /// <summary>Lists the pairs of a window whose score is not 0.</summary>
    public static int Compress(ReadOnlySpan<ushort> window, int start, Span<int> docs, Span<ushort> scores)
    {
        var words = MemoryMarshal.Cast<ushort, Vector256<ushort>>(window);
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var bits = ~Vector256.Equals(words[i], Vector256<ushort>.Zero).ExtractMostSignificantBits() & 0xFFFF;
            var at = i * Vector256<ushort>.Count;
            while (bits != 0)
            {
                var place = at + BitOperations.TrailingZeroCount(bits);
                docs[count] = start + place;
                scores[count++] = window[place];
                bits &= bits - 1;
            }
        }

        return count;
    }

    public static void Scatter(ReadOnlySpan<int> docs, ReadOnlySpan<ushort> scores, int start, Span<ushort> window)
    {
        window.Clear();
        for (var i = 0; i < docs.Length; i++)
        {
            window[docs[i] - start] = scores[i];
        }
    }
}
