using System.Globalization;
using System.Text;
using OpenUpr.Sources;
using OpenUpr.Sources.Csv;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>Reads a .csv, .xlsx or .xls file with the readers of imports, from memory: what people wrote about each other does not touch the disk in the clear.</summary>
public static class SheetReader
{
    /// <summary>Bytes before the name of the first file of a ZIP archive.</summary>
    private const int ZipHeader = 30;

    public const int MaxBytes = 5 * 1024 * 1024;
    public const int MaxRows = 2_000;
    public const int MaxColumns = 60;

    private const int LookedAt = 20_000;
    private const int LinesLookedAt = 10;

    /// <exception cref="SourceException">The file is none of these, is damaged, or is larger than it may be.</exception>
    public static SheetTable Read(byte[] content, CancellationToken cancel)
    {
        CheckSize(content);
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
            : new SheetTable(rows[0].Cells, [.. rows.Skip(1).Select(r => new SheetRow(r.Line, r.Cells))], rows[0].Line);
    }

    /// <summary>Every sheet of a file with its merged cells and what is hidden; a file of text is one sheet without a name.</summary>
    /// <exception cref="SourceException">The file is none of these, is damaged, or is larger than it may be.</exception>
    public static IReadOnlyList<SheetGrid> ReadGrids(byte[] content, CancellationToken cancel)
    {
        CheckSize(content);
        SheetGrid[] grids = FormOf(content) is not FileForm.Text and var form
            ? [.. new WorkbookTable(new MemoryStream(content, writable: false), content.Length, form, cancel).Sheets(MaxRows)
                .Select(s => new SheetGrid(s.Name, s.IsHidden, [.. s.Rows.Select(r => new SheetRow(r.Line, [.. r.Cells.Select(Plain)]))], s.Merges, s.HiddenColumns))]
            : [new SheetGrid("", false, [.. Rows(content, cancel).Where(r => r.Cells.Any(c => c.Length > 0)).Take(MaxRows + 1).Select(r => new SheetRow(r.Line, r.Cells))], [], [])];
        return grids.Sum(g => g.Rows.Count) > MaxRows || grids.Any(g => g.Rows.Any(r => r.Cells.Count > MaxColumns + 4)) ? throw new SourceException($"The sheet has more than {MaxRows} rows or {MaxColumns} columns. Split it.")
            : grids.Any(g => g.Rows.Count > 0) ? grids : throw new SourceException("The file is empty. Save the sheet again.");
    }

    /// <summary>The rows of any table, their cells without what nobody sees, days of a workbook as 2026-03-28.</summary>
    /// <exception cref="SourceException">The file is no table, or is damaged.</exception>
    internal static IEnumerable<TableRow> Rows(byte[] content, CancellationToken cancel)
    {
        ReadOnlySpan<byte> head = content;
        var form = FormOf(content);
        if (form != FileForm.Text)
        {
            return new WorkbookTable(new MemoryStream(content, writable: false), content.Length, form, cancel).Rows().Select(r => new TableRow(r.Line, [.. r.Cells.Select(c => Plain(Moment(c)))]));
        }

        var encodings = new TextEncodings();
        encodings.Add(content);
        var text = encodings.Decide(_ => false).GetString(content).TrimStart('\uFEFF');
        if (head.StartsWith("%PDF"u8) || text.Take(4_000).Any(c => c == '\0'))
        {
            throw new SourceException("This is no table. Save the sheet as .xlsx or .csv.");
        }

        return new CsvParser(new StringReader(text), separator: Separator(text)).ReadAll().Select(r => new TableRow(r.Line, [.. r.Fields.Select(Plain)]));
    }

    private static void CheckSize(byte[] content)
    {
        if (content.Length is 0 or > MaxBytes)
        {
            throw new SourceException(content.Length == 0 ? "The file is empty. Save the sheet again." : $"The file is larger than {MaxBytes / 1024 / 1024} MB. Take out pictures, or split it.");
        }
    }

    /// <summary>An OpenDocument file begins with its kind, not packed (ISO/IEC 26300-3:2015, 3.3).</summary>
    private static bool IsOpenDocument(ReadOnlySpan<byte> content) => content.StartsWith("PK"u8) && content[Math.Min(content.Length, ZipHeader)..].StartsWith("mimetypeapplication/vnd.oasis.opendocument"u8);

    private static FileForm FormOf(ReadOnlySpan<byte> content) =>
        IsOpenDocument(content) ? throw new SourceException("This is an OpenDocument file (.ods). Save it as a workbook: in LibreOffice “File”, “Save as”, “Excel 2007–365 (.xlsx)”; in Google Sheets “File”, “Download”, “Microsoft Excel (.xlsx)”.")
        : content.StartsWith("PK"u8) ? FileForm.Workbook : CompoundFile.IsOne(content[..Math.Min(content.Length, 512)].ToArray()) ? FileForm.OldWorkbook : FileForm.Text;

    /// <summary>A workbook's days and hours come in one form, month first and always with seconds; an hour alone comes with the first day that workbooks know.</summary>
    private static string Moment(string cell) =>
        !DateTime.TryParseExact(cell, "MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? cell
            : moment.ToString(moment.Year < 1900 ? "HH:mm" : moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Spreadsheets of many countries write semicolons, since the comma is their decimal sign; some programs write tabs.</summary>
    private static char Separator(string text)
    {
        // A title above the headings has none, and words have commas: what stands in the most of the first lines separates.
        var first = text[..Math.Min(text.Length, LookedAt)].Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(LinesLookedAt).ToList();
        return ",;\t".MaxBy(c => (first.Count(l => l.Contains(c, StringComparison.Ordinal)), first.Sum(l => l.Count(f => f == c))));
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
