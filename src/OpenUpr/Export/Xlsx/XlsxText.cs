using System.Globalization;
using System.Text;

namespace OpenUpr.Export.Xlsx;

/// <summary>Makes any string a valid cell: within Excel's length, without what XML cannot hold. Excel reads _xHHHH_ back as the character.</summary>
public static class XlsxText
{
    /// <summary>Characters that a cell can hold, by Excel's specification.</summary>
    public const int CellLimit = 32_767;

    /// <summary>The text as it is written; <paramref name="cut"/> tells that it was longer than a cell.</summary>
    public static string ForCell(string text, out bool cut)
    {
        cut = text.Length > CellLimit;
        if (cut)
        {
            // The last character is the ellipsis; a pair of surrogates is not torn apart.
            var end = CellLimit - 1;
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPlain(text, i))
            {
                return Escape(text);
            }
        }

        return text;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsPlain(text, i))
            {
                escaped.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                escaped.Append('\uFFFD');
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
        }

        return escaped.ToString();
    }

    /// <summary>An underscore that begins what looks like an escape is not plain: it is escaped itself, so that the text stays what it was.</summary>
    private static bool IsPlain(string text, int i) => text[i] switch
    {
        '_' => !LooksEscaped(text.AsSpan(i)),
        '\t' or '\n' => true,
        < ' ' or '\uFFFE' or '\uFFFF' => false,
        var c => !char.IsSurrogate(c),
    };

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] is 'x' or 'X' && text[6] == '_'
        && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
