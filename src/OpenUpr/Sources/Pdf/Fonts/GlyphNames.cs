using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>From the name of a glyph to its text, by the Adobe Glyph List For New Fonts and its rules for names outside the list.</summary>
internal static class GlyphNames
{
    private const int MaxLength = 64;

    private static readonly Lazy<FrozenDictionary<string, string>> _texts = new(() =>
        FontTables.Rows("pdf-glyph-names").ToFrozenDictionary(r => r[0], r => ((char)FontTables.Hexadecimal(r[1])).ToString(), StringComparer.Ordinal));

    /// <returns>Null for a name that says nothing, such as "g123".</returns>
    public static string? Text(string name)
    {
        if (_texts.Value.TryGetValue(name, out var text))
        {
            return text;
        }

        if (name.Length > MaxLength)
        {
            return null;
        }

        // "f_i" is a ligature of its parts, and what follows a point only says how it is drawn.
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
        {
            return Text(name[..dot]);
        }

        if (name.Contains('_', StringComparison.Ordinal))
        {
            var parts = name.Split('_').Select(Text).ToList();
            return parts.Contains(null) ? null : string.Concat(parts);
        }

        return name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 ? Code(name.AsSpan(3, 4))
            : name.StartsWith('u') && name.Length is >= 5 and <= 7 ? Code(name.AsSpan(1))
            : name switch { "nbspace" or "nonbreakingspace" => "\u00A0", "sfthyphen" or "softhyphen" => "\u00AD", "ff" => "ff", "ffi" => "ffi", "ffl" => "ffl", "tcommaaccent" => "ţ", "Tcommaaccent" => "Ţ", _ => null };
    }

    private static string? Code(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.TryCreate(code, out var rune) ? rune.ToString() : null;
}
