using System.Text;
using OpenUpr.Sources;
using OpenUpr.Sources.Csv;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>Reads a .csv, .xlsx or .xls file with the readers of imports, from memory: what people wrote about each other does not touch the disk in the clear.</summary>
public static class SheetReader
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const int MaxRows = 2_000;
    public const int MaxColumns = 60;

    /// <exception cref="SourceException">The file is none of these, is damaged, or is larger than it may be.</exception>
    public static SheetTable Read(byte[] content, CancellationToken cancel)
    {
        if (content.Length is 0 or > MaxBytes)
        {
            throw new SourceException(content.Length == 0 ? "The file is empty. Save the sheet again." : $"The file is larger than {MaxBytes / 1024 / 1024} MB. Take out pictures, or split it.");
        }

        var rows = new List<TableRow>();
        foreach (var row in Rows(content, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (row.Cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (rows.Count > MaxRows || row.Cells.Count > MaxColumns)
            {
                throw new SourceException($"The sheet has more than {MaxRows} rows or {MaxColumns} columns. Split it.", row.Line);
            }

            rows.Add(row);
        }

        return rows.Count < 2 ? throw new SourceException("The sheet needs a line of headings and at least one row below it.")
            : new SheetTable([.. rows[0].Cells.Select(Plain)], [.. rows.Skip(1).Select(r => new SheetRow(r.Line, [.. r.Cells.Select(Plain)]))]);
    }

    private static IEnumerable<TableRow> Rows(byte[] content, CancellationToken cancel)
    {
        ReadOnlySpan<byte> head = content;
        var form = head.StartsWith("PK"u8) ? FileForm.Workbook : CompoundFile.IsOne(head[..Math.Min(head.Length, 512)].ToArray()) ? FileForm.OldWorkbook : FileForm.Text;
        if (form != FileForm.Text)
        {
            return new WorkbookTable(new MemoryStream(content, writable: false), content.Length, form, cancel).Rows();
        }

        var encodings = new TextEncodings();
        encodings.Add(content);
        var text = encodings.Decide(_ => false).GetString(content).TrimStart('\uFEFF');
        if (head.StartsWith("%PDF"u8) || text.Take(4_000).Any(c => c == '\0'))
        {
            throw new SourceException("This is no table. Save the sheet as .xlsx or .csv.");
        }

        return new CsvParser(new StringReader(text), separator: Separator(text)).ReadAll().Select(r => new TableRow(r.Line, r.Fields));
    }

    /// <summary>Spreadsheets of many countries write semicolons, since the comma is their decimal sign; some programs write tabs.</summary>
    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return ",;\t".MaxBy(c => first.Count(f => f == c));
    }

    /// <summary>Without space around, characters that nobody sees, and marks that turn the direction of text.</summary>
    private static string Plain(string cell)
    {
        var text = new StringBuilder(cell.Length);
        foreach (var c in cell.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || (!char.IsControl(c) && !CellText.IsInvisible(c))))
        {
            text.Append(c);
        }

        return text.ToString().Trim().Normalize(NormalizationForm.FormC);
    }
}
