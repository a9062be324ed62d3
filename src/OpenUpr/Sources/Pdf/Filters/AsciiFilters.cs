using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Filters;

/// <summary>Bytes written as letters (ISO 32000-1, 7.4.2 and 7.4.3).</summary>
internal static class AsciiFilters
{
    public static ArraySegment<byte> Hexadecimal(ArraySegment<byte> content)
    {
        var bytes = new byte[(content.Count + 1) / 2];
        var digits = 0;
        foreach (var b in content)
        {
            if (b == '>')
            {
                break;
            }

            if (PdfStringReader.Digit(b) is var digit and >= 0)
            {
                bytes[digits / 2] |= (byte)(digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            }
        }

        return new(bytes, 0, (digits + 1) / 2);
    }

    public static ArraySegment<byte> Base85(ArraySegment<byte> content, PdfBudget budget)
    {
        var output = new GrowingBuffer(content.Count, budget);
        var (group, digits) = (0u, 0);
        foreach (var b in content)
        {
            if (b == '~')
            {
                break;
            }

            if (b == 'z' && digits == 0)
            {
                output.Add([0, 0, 0, 0]);
            }
            else if (b is >= (byte)'!' and <= (byte)'u')
            {
                group = unchecked((group * 85) + (uint)(b - '!'));
                if (++digits == 5)
                {
                    Write(output, group, 4);
                    (group, digits) = (0, 0);
                }
            }
        }

        if (digits > 1)
        {
            for (var i = digits; i < 5; i++)
            {
                group = unchecked((group * 85) + 84);
            }

            Write(output, group, digits - 1);
        }

        return output.Written;
    }

    private static void Write(GrowingBuffer output, uint group, int count)
    {
        for (var i = 0; i < count; i++)
        {
            output.Add((byte)(group >> (24 - (8 * i))));
        }
    }
}
