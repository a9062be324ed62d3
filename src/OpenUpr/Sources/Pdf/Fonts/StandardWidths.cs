using System.Globalization;

namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>
/// Widths of the fourteen fonts that a file need not carry (ISO 32000-1, 9.6.2.2), by character, in thousandths of the font size.
/// The same as those of the free fonts that replace them in print.
/// </summary>
internal static class StandardWidths
{
    private const double Courier = 0.6;
    private const int SymbolColumn = 6;

    private static readonly Lazy<Dictionary<int, double[]>> _widths = new(() => FontTables.Rows("pdf-standard-widths").ToDictionary(
        r => FontTables.Hexadecimal(r[0]),
        r => r.Skip(1).Select(cell => cell.Length == 0 ? 0 : double.Parse(cell, CultureInfo.InvariantCulture) / 1000).ToArray()));

    /// <summary>Also for fonts of other names: the nearest of the fourteen.</summary>
    public static double Of(string font, bool isBold, bool isItalic, string text)
    {
        if (font.Contains("Courier", StringComparison.OrdinalIgnoreCase))
        {
            return Courier;
        }

        var serif = !font.Contains("Helvetica", StringComparison.OrdinalIgnoreCase) && !font.Contains("Arial", StringComparison.OrdinalIgnoreCase);
        var column = font.Contains("Symbol", StringComparison.OrdinalIgnoreCase) ? SymbolColumn
            : serif ? (isBold ? 1 : 0) + (isItalic ? 2 : 0)
            : isBold ? 5 : 4;
        const double Unknown = 0.5;
        text = text == "\u00AD" ? "-" : text;
        return text.Length > 0 && _widths.Value.TryGetValue(text[0], out var row) && row[column] > 0 ? row[column] : Unknown;
    }
}
