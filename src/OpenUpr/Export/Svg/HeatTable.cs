namespace OpenUpr.Export.Svg;

/// <summary>A matrix of counts as coloured cells with their numbers, for a file; pages draw a table of their own with the same bands.</summary>
public static class HeatTable
{
    private const double Cell = 58;
    private const double Row = 30;
    private const double Head = 190;

    /// <param name="rows">Labels; so <paramref name="columns"/>, which are short: codes.</param>
    /// <param name="number">Writes a count.</param>
    public static SvgPicture Draw(IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<int>> cells, Func<int, string> number)
    {
        var svg = new SvgWriter();
        var bands = Bands.Of(cells.SelectMany(c => c));
        for (var c = 0; c < columns.Count; c++)
        {
            svg.Open(columns[c], null);
            svg.Text(Head + ((c + 0.5) * Cell), 16, Chart.Short(columns[c], 8), Ink.Quiet, "middle", 12);
            svg.Close(null);
        }

        for (var r = 0; r < rows.Count; r++)
        {
            var y = Row * (r + 0.8);
            svg.Text(0, y + 20, Chart.Short(rows[r], 26), Ink.Text, size: 13);
            for (var c = 0; c < columns.Count; c++)
            {
                var shade = bands.Of(cells[r][c]);
                svg.Open($"{rows[r]} → {columns[c]}: {number(cells[r][c])}", null);
                svg.Rect(Head + (c * Cell), y, Cell, Row, shade is { } band ? Ink.Bands[band] : Ink.OnFill, edged: true);
                svg.Text(Head + ((c + 0.5) * Cell), y + 20, number(cells[r][c]), shade is { } dark ? Ink.OnBand(dark) : Ink.Quiet, "middle", 13);
                svg.Close(null);
            }
        }

        return new SvgPicture(Head + (columns.Count * Cell), Row * (rows.Count + 1), svg.ToString(), svg.HasLinks);
    }
}
