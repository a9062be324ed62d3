namespace OpenUpr.Export.Svg;

/// <summary>A matrix of counts as coloured cells with their numbers, for a file; pages draw a table of their own with the same bands.</summary>
public static class HeatTable
{
    private const double Cell = 58;
    private const double Row = 30;
    private const double Top = 42;
    private const double Letter = 7.2;
    private const int ColumnLetters = 14;
    private const int RowLetters = 44;

    /// <param name="sides">What the rows and the columns are.</param>
    /// <param name="rows">Labels; so <paramref name="columns"/>, which are best short and get two lines.</param>
    /// <param name="number">Writes a count.</param>
    public static SvgPicture Draw((string Rows, string Columns) sides, IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<int>> cells, Func<int, string> number)
    {
        var svg = new SvgWriter();
        var bands = Bands.Of(cells.SelectMany(c => c));
        var heads = columns.Select(InTwoLines).ToList();
        var (side, cell) = (Wide([.. rows, sides.Rows + " ↓", sides.Columns + " →"], RowLetters), Math.Max(Cell, Wide(heads.SelectMany(h => h), ColumnLetters)));
        svg.Text(0, 14, sides.Columns + " →", Ink.Quiet, size: 12);
        svg.Text(0, Top - 8, sides.Rows + " ↓", Ink.Quiet, size: 12);
        for (var c = 0; c < columns.Count; c++)
        {
            svg.Open(columns[c], null);
            for (var line = 0; line < heads[c].Count; line++)
            {
                svg.Text(side + ((c + 0.5) * cell), Top - 8 - (16 * (heads[c].Count - 1 - line)), heads[c][line], Ink.Quiet, "middle", 12);
            }

            svg.Close(null);
        }

        for (var r = 0; r < rows.Count; r++)
        {
            var y = Top + (Row * r);
            svg.Text(0, y + 20, Chart.Short(rows[r], RowLetters), Ink.Text, size: 13);
            for (var c = 0; c < columns.Count; c++)
            {
                var shade = bands.Of(cells[r][c]);
                svg.Open($"{rows[r]} → {columns[c]}: {number(cells[r][c])}", null);
                svg.Rect(side + (c * cell), y, cell, Row, shade is { } band ? Ink.Bands[band] : Ink.OnFill, edged: true);
                svg.Text(side + ((c + 0.5) * cell), y + 20, number(cells[r][c]), shade is { } dark ? Ink.OnBand(dark) : Ink.Quiet, "middle", 13);
                svg.Close(null);
            }
        }

        return new SvgPicture(side + (columns.Count * cell), Top + (Row * rows.Count), svg.ToString(), svg.HasLinks);
    }

    private static double Wide(IEnumerable<string> labels, int most) => 12 + (Letter * labels.Select(l => Math.Min(l.Length, most)).DefaultIfEmpty(0).Max());

    /// <summary>A long head broken at the last blank that leaves its first line short enough.</summary>
    private static List<string> InTwoLines(string head)
    {
        var blank = head.Length <= ColumnLetters ? -1 : head.LastIndexOf(' ', ColumnLetters);
        return blank < 1 ? [Chart.Short(head, ColumnLetters)] : [head[..blank], Chart.Short(head[(blank + 1)..], ColumnLetters)];
    }
}
