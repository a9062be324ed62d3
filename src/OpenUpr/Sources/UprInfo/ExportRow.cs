namespace OpenUpr.Sources.UprInfo;

/// <summary>One row of UPR Info's export with its cells by name, cleaned and not yet judged.</summary>
/// <param name="Cleaned">Names of the columns from which unseen characters were taken.</param>
/// <param name="Unreadable">Names of the columns in which characters are lost.</param>
public sealed record ExportRow(int Line, IReadOnlyList<string> Cells, IReadOnlyList<string> Cleaned, IReadOnlyList<string> Unreadable)
{
    public string this[ExportColumn column] => Cells[(int)column];
}
