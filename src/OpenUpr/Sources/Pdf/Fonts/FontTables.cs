using System.Globalization;

namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>The two tables that belong to the program: names of glyphs, and widths of the fonts that a file need not carry.</summary>
internal static class FontTables
{
    /// <summary>Rows of a table without its heading, cells as they stand.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        var resource = $"OpenUpr.Sources.Pdf.Fonts.Data.{name}.csv";
        using var stream = typeof(FontTables).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidDataException($"The program lacks its file {resource}.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    public static int Hexadecimal(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
