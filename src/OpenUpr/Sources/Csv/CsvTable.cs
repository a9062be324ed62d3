using System.Text;

namespace OpenUpr.Sources.Csv;

/// <summary>A comma-separated file as a table. It is read straight from the disk, one record in memory at a time.</summary>
public sealed class CsvTable(SourceFile file, Encoding encoding) : ITable
{
    public string MediaType => "text/csv";

    public string? Remark => null;

    public long Done => file.Content.CanRead ? file.Content.Position : file.Length;

    public long Total => file.Length;

    public IEnumerable<TableRow> Rows()
    {
        file.Content.Position = 0;
        using var reader = new StreamReader(file.Content, encoding, detectEncodingFromByteOrderMarks: false, 64 * 1024, leaveOpen: true);
        foreach (var record in new CsvParser(reader).ReadAll())
        {
            yield return new TableRow(record.Line, record.Fields);
        }
    }
}
