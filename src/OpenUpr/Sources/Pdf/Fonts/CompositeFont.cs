using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>Fonts with codes of several bytes (ISO 32000-1, 9.7).</summary>
internal static class CompositeFont
{
    private const int MaxWidths = 100_000;
    private const int WidthBytes = 40;

    public static PdfFont Load(PdfObjects objects, PdfDictionary font)
    {
        var descendant = font["DescendantFonts"].Array?[0].Dictionary ?? font;
        var (name, isBold, isItalic) = FontLoader.Look(font, descendant["FontDescriptor"].Dictionary);
        var texts = FontLoader.ToUnicode(objects, font);
        var encoding = font["Encoding"].Stream is { } stream ? CMap.Read(objects, stream) : null;
        var encodingName = font["Encoding"].Name ?? "";

        // Encodings such as UniGB-UCS2-H have Unicode itself as codes.
        var isUnicode = encodingName.Contains("UCS2", StringComparison.Ordinal) || encodingName.Contains("UTF16", StringComparison.Ordinal);
        var widths = Widths(descendant["W"].Array, objects.Budget);
        var usual = descendant["DW"] is { IsNumber: true } given ? given.Number : 1000;
        return new PdfFont(name, isBold, isItalic, Glyph)
        {
            Codes = encoding is { Codes.IsEmpty: false } ? encoding.Codes : CodeSpace.TwoBytes,
            IsVertical = encodingName.EndsWith("-V", StringComparison.Ordinal),
        };

        PdfGlyph Glyph(int code)
        {
            var cid = encoding?.Cid(code) ?? code;
            var text = texts?.Text(code) ?? (isUnicode ? ((char)code).ToString() : "");
            return new PdfGlyph(GlyphText.Clean(text, name), widths.GetValueOrDefault(cid, usual) / 1000);
        }
    }

    /// <summary>"1 [500 600] 10 20 700": from one number on, or the same for a range.</summary>
    private static Dictionary<int, double> Widths(PdfArray? array, PdfBudget budget)
    {
        var widths = new Dictionary<int, double>();
        for (var i = 0; i + 1 < (array?.Count ?? 0);)
        {
            var first = array![i].Int;
            var second = array[i + 1];
            if (second.Array is { } list)
            {
                for (var k = 0; k < list.Count && widths.Count < MaxWidths; k++)
                {
                    budget.Expand(WidthBytes);
                    widths[unchecked(first + k)] = list[k].Number;
                }

                i += 2;
            }
            else
            {
                var width = array[i + 2].Number;
                for (long cid = first; cid <= second.Int && widths.Count < MaxWidths && cid - first < 0x10000; cid++)
                {
                    budget.Expand(WidthBytes);
                    widths[(int)cid] = width;
                }

                i += 3;
            }
        }

        return widths;
    }
}
