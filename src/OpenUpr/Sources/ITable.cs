namespace OpenUpr.Sources;

/// <summary>One row of a table as it stands in the file. Line is that of the file, or the row of the sheet, from 1.</summary>
public readonly record struct TableRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A table in a file, read once from top to bottom, one row in memory at a time.</summary>
public interface ITable
{
    string MediaType { get; }

    /// <summary>What a person should know of the table as a whole, such as further sheets that are not read; null or empty when nothing. Known when all rows are read.</summary>
    string? Remark { get; }

    /// <summary>How much is read: bytes for text, rows for a workbook.</summary>
    long Done { get; }

    long Total { get; }

    /// <exception cref="SourceException">Reading cannot go on; thrown while enumerating.</exception>
    IEnumerable<TableRow> Rows();
}
