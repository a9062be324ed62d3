using System.Globalization;

namespace OpenUpr.Sources.Docx;

/// <summary>Characters of symbol fonts, which Word keeps by their place in the font, as the characters that a reader sees.</summary>
internal static class SymbolFonts
{
    private const string Greek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";

    /// <summary>A list's bullet; every drawn one becomes the same, because what matters is that a list's item begins.</summary>
    public static string Bullet(string text) => text switch
    {
        "" => "",
        ['-'] or ['–'] or ['—'] or ['*'] or ['•'] => text,
        [char] => "•",
        _ => string.Concat(text.Select(c => IsPrivate(c) ? '•' : c)),
    };

    /// <summary>The character at a place of a symbol font, given as hexadecimal digits.</summary>
    public static string Symbol(string? font, string? place)
    {
        if (!int.TryParse(place, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || code is <= 0 or > 0xFFFF)
        {
            return "";
        }

        var c = (char)code;
        return !IsPrivate(c) && code > 0xFF ? c.ToString()
            : font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) == true ? Wingdings((char)(code & 0xFF)).ToString()
            : Of((char)(0xF000 | (code & 0xFF))).ToString();
    }

    /// <summary>A character of the font "Symbol" that stands in the private area; others stay.</summary>
    public static char Of(char c) => !IsPrivate(c) ? c : (char)(c & 0xFF) switch
    {
        var l and >= 'A' and <= 'Z' => Greek[l - 'A'],
        var l and >= 'a' and <= 'z' => char.ToLowerInvariant(Greek[l - 'a']),
        var l and < '\u007F' => l,
        '\u00A3' => '≤',
        '\u00B3' => '≥',
        '\u00B1' => '±',
        '\u00B4' => '×',
        '\u00B9' => '≠',
        '\u00AE' => '→',
        '\u00AC' => '←',
        '\u00B0' => '°',
        '\u00BC' => '…',
        '\u00BE' => '—',
        '\u00D3' or '\u00E3' => '©',
        '\u00D2' or '\u00E2' => '®',
        '\u00D4' or '\u00E4' => '™',
        _ => '•',
    };

    public static bool IsPrivate(char c) => c is >= '\uF000' and <= '\uF0FF';

    private static char Wingdings(char place) => place switch
    {
        '\u00FB' or '\u00FD' => '☒',
        '\u00FC' or '\u00FE' => '☑',
        '\u00A8' or '\u006F' or '\u0071' => '☐',
        '\u00E0' or '\u00E8' or '\u00F0' => '→',
        '\u00DF' or '\u00E7' => '←',
        _ => '•',
    };
}
