namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>The two ways of writing a string (ISO 32000-1, 7.3.4).</summary>
internal static class PdfStringReader
{
    private const int MaxLength = 1 << 20;

    /// <param name="at">At the opening bracket; afterwards behind the closing one.</param>
    public static byte[] Literal(byte[] data, ref int at, int end)
    {
        var first = ++at;
        end = (int)Math.Min(end, (long)first + MaxLength);
        var depth = 1;
        var escaped = false;
        for (; at < end; at++)
        {
            var b = data[at];
            if (b == '\\')
            {
                escaped = true;
                at++;
            }
            else if (b == '(')
            {
                depth++;
            }
            else if (b == ')' && --depth == 0)
            {
                break;
            }
        }

        var last = Math.Min(at, end);
        at = Math.Min(at + 1, end);
        var raw = data.AsSpan(first, Math.Min(last - first, MaxLength));
        return escaped ? Unescape(raw) : raw.ToArray();
    }

    /// <param name="at">At the opening bracket; afterwards behind the closing one.</param>
    public static byte[] Hexadecimal(byte[] data, ref int at, int end)
    {
        var first = ++at;
        end = (int)Math.Min(end, (long)first + (2 * MaxLength));
        while (at < end && data[at] != '>')
        {
            at++;
        }

        var bytes = new byte[(Math.Min(at - first, MaxLength) + 1) / 2];
        var digits = 0;
        for (var i = first; i < at && digits < bytes.Length * 2; i++)
        {
            if (Digit(data[i]) is var digit and >= 0)
            {
                bytes[digits / 2] |= (byte)(digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            }
        }

        at = Math.Min(at + 1, end);
        return (digits + 1) / 2 == bytes.Length ? bytes : bytes[..((digits + 1) / 2)];
    }

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    private static byte[] Unescape(ReadOnlySpan<byte> raw)
    {
        var bytes = new byte[raw.Length];
        var count = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 >= raw.Length)
            {
                bytes[count++] = raw[i];
                continue;
            }

            var b = raw[++i];
            if (b is >= (byte)'0' and <= (byte)'7')
            {
                var value = b - '0';
                for (var more = 0; more < 2 && i + 1 < raw.Length && raw[i + 1] is >= (byte)'0' and <= (byte)'7'; more++)
                {
                    value = (value * 8) + raw[++i] - '0';
                }

                bytes[count++] = (byte)value;
            }
            else if (b == '\r')
            {
                // A line break behind a backslash is no part of the string.
                i += i + 1 < raw.Length && raw[i + 1] == '\n' ? 1 : 0;
            }
            else if (b != '\n')
            {
                bytes[count++] = b switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => b };
            }
        }

        return bytes[..count];
    }
}
