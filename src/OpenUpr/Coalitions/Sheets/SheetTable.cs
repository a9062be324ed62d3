namespace OpenUpr.Coalitions.Sheets;

/// <summary>A row of a sheet as it stands in the file.</summary>
/// <param name="Line">Of the file, or the row of the sheet, from 1.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>How many of its cells hold anything.</summary>
    public int Filled => Cells.Count(c => c.Length > 0);
}

/// <summary>A sheet that somebody keeps today: one line of headings, then rows.</summary>
/// <param name="HeadingLine">Where the headings stand; what is above them is left out.</param>
public sealed record SheetTable(IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows, int HeadingLine = 1)
{
    /// <summary>Rows among which the headings are looked for: above them people write a title, or groups of columns.</summary>
    private const int Highest = 8;

    public static SheetTable Empty { get; } = new([], []);

    /// <summary>The cells of a column that hold anything.</summary>
    public IEnumerable<string> Column(int index) => Rows.Where(r => index < r.Cells.Count && r.Cells[index].Length > 0).Select(r => r.Cells[index]);

    /// <summary>
    /// Takes the row as headings that names the most of these fields, the first of several; where none names any, the first with more than a title in it. A sheet whose
    /// first row is it stays as it is.
    /// </summary>
    public SheetTable WithHeadingsOf(IReadOnlyList<SheetField> fields)
    {
        var rows = Rows.Prepend(new SheetRow(HeadingLine, Headings)).ToList();
        var candidates = rows.Take(Math.Min(Highest, rows.Count - 1)).ToList();
        var best = candidates.MaxBy(Named)!;
        var head = Named(best) > 0 ? best : candidates.Find(r => r.Filled > 1) ?? candidates[0];
        return head.Line == HeadingLine ? this : new SheetTable(head.Cells, [.. rows.Where(r => r.Line > head.Line)], head.Line);

        // A title has words that headings have; alone in its row, a heading is nothing but itself.
        int Named(SheetRow row) => row.Filled > 1 ? ColumnGuess.ByName(row.Cells, fields).Count : row.Cells.Count(c => fields.Any(f => f.Headings.Contains(SheetField.Fold(c))));
    }
}
