using System.Globalization;
using System.Net;
using System.Text;

namespace OpenUpr.Sources;

/// <summary>What had to be done to a cell beyond trimming.</summary>
[Flags]
public enum CellFault
{
    None = 0,

    /// <summary>Control characters, marks of text direction or zero-width characters were taken out.</summary>
    Cleaned = 1,

    /// <summary>Characters are lost: the file's bytes do not spell text there.</summary>
    Unreadable = 2,
}

/// <summary>
/// Makes a cell's text fit to be stored and compared: HTML entities decoded once, composed letters (NFC), every run of white
/// space one space, none at the ends. Capitals, quotation marks and spelling stay as printed. Characters that nobody sees are
/// taken out, because they make equal texts unequal and can make a page show something else than what is stored; the
/// original stays in the store, so nothing is lost.
/// </summary>
public static class CellText
{
    public static string Clean(string raw, out CellFault fault)
    {
        fault = CellFault.None;
        if (IsPlain(raw))
        {
            return raw;
        }

        var text = raw.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(raw) : raw;
        var clean = new StringBuilder(text.Length);
        var space = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                space = clean.Length > 0;
                continue;
            }

            if (char.IsControl(c) || IsInvisible(c))
            {
                fault |= CellFault.Cleaned;
                continue;
            }

            if (space)
            {
                clean.Append(' ');
                space = false;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else
            {
                var lost = c == '\uFFFD' || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF';
                fault |= lost ? CellFault.Unreadable : CellFault.None;
                clean.Append(lost ? '\uFFFD' : c);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// True for zero-width spaces, byte order marks, soft hyphens and everything that changes the direction of text. The two joiners
    /// (U+200C, U+200D) are not among them: Persian and Indian words need them.
    /// </summary>
    public static bool IsInvisible(char c) =>
        c is not ('\u200C' or '\u200D') && char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>A value as a message shows it: in quotation marks, long ones cut.</summary>
    public static string Quote(string value) => value.Length <= 60 ? $"'{value}'" : $"'{value[..60]}…'";

    private static bool IsPlain(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        var before = ' ';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '&' || (c == ' ' && before == ' '))
            {
                return false;
            }

            before = c;
        }

        return before != ' ';
    }
}
