using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>Makes fonts of their dictionaries (ISO 32000-1, 9.5 to 9.10).</summary>
internal static class FontLoader
{
    private const int ForceBold = 1 << 18;
    private const int Italic = 1 << 6;
    private const int Symbolic = 1 << 2;
    private const double BoldStem = 140;

    public static PdfFont Load(PdfObjects objects, PdfDictionary font) => font["Subtype"].Name == "Type0" ? CompositeFont.Load(objects, font) : LoadSimple(objects, font);

    /// <summary>The font's name without the tag of a subset, and how it looks by name and flags.</summary>
    public static (string Name, bool IsBold, bool IsItalic) Look(PdfDictionary font, PdfDictionary? descriptor)
    {
        var name = font["BaseFont"].Name ?? descriptor?["FontName"].Name ?? "";
        name = name.Length > 7 && name[6] == '+' ? name[7..] : name;
        var flags = descriptor?["Flags"].Int ?? 0;
        var bold = Has(name, "Bold") || Has(name, "Black") || Has(name, "Heavy") || (flags & ForceBold) != 0 || descriptor?["StemV"].Number >= BoldStem;
        var italic = Has(name, "Italic") || Has(name, "Oblique") || (flags & Italic) != 0 || descriptor?["ItalicAngle"].Number is < -4 or > 4;
        return (name, bold, italic);
    }

    public static CMap? ToUnicode(PdfObjects objects, PdfDictionary font) => font["ToUnicode"].Stream is { } stream && CMap.Read(objects, stream) is { HasTexts: true } map ? map : null;

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static PdfFont LoadSimple(PdfObjects objects, PdfDictionary font)
    {
        var descriptor = font["FontDescriptor"].Dictionary;
        var (name, isBold, isItalic) = Look(font, descriptor);
        var map = ToUnicode(objects, font);
        var encoding = SimpleEncoding(font, descriptor, name);
        var differences = Differences(font["Encoding"].Dictionary?["Differences"].Array);
        var (widths, first) = (font["Widths"].Array, font["FirstChar"].Int);
        var missing = descriptor?["MissingWidth"].Number ?? 0;
        var isDrawn = font["Subtype"].Name == "Type3";
        var scale = isDrawn && font["FontMatrix"].Array?.Numbers(6) is { } matrix ? Math.Abs(matrix[0]) : 0.001;
        return new PdfFont(name, isBold, isItalic, Glyph) { Scale = isDrawn ? Math.Clamp(scale * 1000, 0.01, 1000) : 1 };

        PdfGlyph Glyph(int code)
        {
            var text = differences.TryGetValue(code, out var named) ? named ?? "" : encoding is null ? BaseEncodings.Dingbat(code) : BaseEncodings.Text(encoding, code);
            var shown = GlyphText.Clean(map?.Text(code) ?? text, name);
            var width = widths is null ? StandardWidths.Of(name, isBold, isItalic, text.Length > 0 ? text : shown)
                : (long)code - first is var index && index >= 0 && index < widths.Count ? widths[(int)index].Number * scale
                : missing * scale;
            return new PdfGlyph(shown, width);
        }
    }

    /// <summary>Null for dingbats, which have no table.</summary>
    private static string? SimpleEncoding(PdfDictionary font, PdfDictionary? descriptor, string name)
    {
        var encoding = font["Encoding"];
        var given = encoding.Name ?? encoding.Dictionary?["BaseEncoding"].Name;
        if (given is not null)
        {
            return BaseEncodings.Of(given);
        }

        if (Has(name, "Dingbats"))
        {
            return null;
        }

        // A TrueType font without an encoding of its own is nearly always encoded as Windows does.
        var symbolic = ((descriptor?["Flags"].Int ?? 0) & Symbolic) != 0;
        return BaseEncodings.Of(name.StartsWith("Symbol", StringComparison.Ordinal) ? "Symbol" : font["Subtype"].Name == "TrueType" && (symbolic || encoding.Dictionary is null) ? "WinAnsiEncoding" : null);
    }

    private static Dictionary<int, string?> Differences(PdfArray? array)
    {
        var differences = new Dictionary<int, string?>();
        var code = 0;
        for (var i = 0; i < (array?.Count ?? 0); i++)
        {
            var item = array![i];
            if (item.IsNumber)
            {
                code = item.Int;
            }
            else if (item.Name is { } glyph && code is >= 0 and < 256)
            {
                differences[code++] = GlyphNames.Text(glyph);
            }
        }

        return differences;
    }
}
