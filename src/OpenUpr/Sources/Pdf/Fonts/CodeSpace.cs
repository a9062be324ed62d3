namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>How many bytes a code has, by its first bytes (ISO 32000-1, 9.7.6.2).</summary>
internal sealed class CodeSpace
{
    /// <summary>Two bytes each, as nearly all composite fonts have it.</summary>
    public static readonly CodeSpace TwoBytes = new();

    private const int MaxRanges = 256;

    private readonly List<(int Bytes, uint Low, uint High)> _ranges = [];

    public bool IsEmpty => _ranges.Count == 0;

    public void Add(ReadOnlySpan<byte> low, ReadOnlySpan<byte> high)
    {
        if (low.Length is >= 1 and <= 4 && low.Length == high.Length && _ranges.Count < MaxRanges)
        {
            _ranges.Add((low.Length, Number(low), Number(high)));
        }
    }

    /// <summary>Cuts off the next code.</summary>
    /// <param name="at">Where it begins; afterwards behind it.</param>
    public int Next(ReadOnlySpan<byte> text, ref int at, out int bytes)
    {
        var code = 0u;
        for (bytes = 1; bytes <= 4 && at + bytes <= text.Length; bytes++)
        {
            code = (code << 8) | text[at + bytes - 1];
            if (IsEmpty ? bytes == 2 : Holds(code, bytes))
            {
                at += bytes;
                return (int)code;
            }
        }

        // Not in any range: two bytes are the likeliest.
        bytes = Math.Min(IsEmpty ? 2 : _ranges[0].Bytes, text.Length - at);
        code = Number(text.Slice(at, bytes));
        at += bytes;
        return (int)code;
    }

    private bool Holds(uint code, int bytes)
    {
        foreach (var (count, low, high) in _ranges)
        {
            if (count == bytes && EachByteWithin(code, low, high))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EachByteWithin(uint code, uint low, uint high)
    {
        for (var shift = 0; shift < 32; shift += 8)
        {
            if ((byte)(code >> shift) < (byte)(low >> shift) || (byte)(code >> shift) > (byte)(high >> shift))
            {
                return false;
            }
        }

        return true;
    }

    private static uint Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0u;
        foreach (var b in bytes)
        {
            number = (number << 8) | b;
        }

        return number;
    }
}
