namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>The text of a glyph as a reader writes it.</summary>
internal static class GlyphText
{
    /// <summary>Expands ligatures, drops what has no form (soft hyphens stay: they are seen where a line ends), and makes every kind of space a plain one.</summary>
    public static string Clean(string text, string font)
    {
        if (text.Length == 1)
        {
            return One(text[0], font) ?? text;
        }

        return text.Length == 0 ? "" : string.Concat(text.Select(c => One(c, font) ?? c.ToString()));
    }

    /// <returns>Null when the character stays as it is.</returns>
    private static string? One(char c, string font) => c switch
    {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u3000' or '\t' => " ",
        '\u2010' or '\u2011' => "-",
        '\uFEFF' or '\uFFFE' or '\uFFFF' or '\u200B' or '\u2060' => "",
        (>= '\uF020' and <= '\uF0FF') => Private(c - 0xF000, font),
        < ' ' or (>= '\u007F' and <= '\u009F') => "",
        _ => null,
    };

    /// <summary>Word puts the signs of its symbol fonts into the private area; most of them are bullets.</summary>
    private static string Private(int code, string font) =>
        font.StartsWith("Symbol", StringComparison.Ordinal) && BaseEncodings.Text(BaseEncodings.Of("Symbol"), code) is { Length: > 0 } symbol ? symbol
        : font.Contains("ingdings", StringComparison.Ordinal) ? "•"
        : ((char)code).ToString();
}
