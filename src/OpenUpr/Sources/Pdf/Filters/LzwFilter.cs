namespace OpenUpr.Sources.Pdf.Filters;

/// <summary>The compression of files of the nineties (ISO 32000-1, 7.4.4).</summary>
internal static class LzwFilter
{
    private const int Clear = 256;
    private const int Done = 257;
    private const int MaxCodes = 4096;

    /// <param name="early">1 when codes grow one entry early, as they do unless a file says otherwise.</param>
    public static ArraySegment<byte> Decode(ArraySegment<byte> content, int early, PdfBudget budget)
    {
        var output = new GrowingBuffer(content.Count * 3, budget);
        var (starts, lengths) = (new int[MaxCodes], new int[MaxCodes]);
        var (next, width, previous) = (258, 9, -1);
        var (bits, held) = (0, 0);
        foreach (var b in content)
        {
            bits = (bits << 8) | b;
            held += 8;
            if (held < width)
            {
                continue;
            }

            var code = (bits >> (held - width)) & ((1 << width) - 1);
            held -= width;
            bits &= (1 << held) - 1;
            if (code == Done)
            {
                break;
            }

            if (code == Clear)
            {
                (next, width, previous) = (258, 9, -1);
                continue;
            }

            // Each entry is a place in what was written already: that of the code before, one byte longer.
            var begin = output.Count;
            if (!Write(output, code, next, previous, starts, lengths))
            {
                break;
            }

            if (previous >= 0 && next < MaxCodes)
            {
                (starts[next], lengths[next]) = (begin - Length(previous, lengths), Length(previous, lengths) + 1);
                next++;
            }

            previous = code;
            width = (next + early) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
        }

        return output.Written;
    }

    private static int Length(int code, int[] lengths) => code < 256 ? 1 : lengths[code];

    private static bool Write(GrowingBuffer output, int code, int next, int previous, int[] starts, int[] lengths)
    {
        if (code < 256)
        {
            output.Add((byte)code);
            return true;
        }

        if (code > next || (code == next && previous < 0))
        {
            return false;
        }

        var known = code < next;
        var length = known ? lengths[code] : Length(previous, lengths) + 1;
        var start = known ? starts[code] : output.Count - Length(previous, lengths);
        output.Room(length);
        for (var i = 0; i < length; i++)
        {
            output.Add(output.Written[start + i]);
        }

        return true;
    }
}
