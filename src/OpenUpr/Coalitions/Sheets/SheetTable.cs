namespace OpenUpr.Coalitions.Sheets;

/// <summary>A row of a sheet as it stands in the file.</summary>
/// <param name="Line">Of the file, or the row of the sheet, from 1.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A sheet that somebody keeps today: one line of headings, then rows.</summary>
public sealed record SheetTable(IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows)
{
    public static SheetTable Empty { get; } = new([], []);

    /// <summary>The cells of a column that hold anything.</summary>
    public IEnumerable<string> Column(int index) => Rows.Where(r => index < r.Cells.Count && r.Cells[index].Length > 0).Select(r => r.Cells[index]);
}
