using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace OpenUpr.Sources.Workbooks;

/// <summary>
/// The first sheet of an Excel workbook, .xls or .xlsx. ExcelDataReader reads both, but trusts its input: the frame of the file is
/// checked before, anything that it throws becomes one clear error, rows and columns are capped, and a hang is left behind.
/// </summary>
/// <param name="content">Read from its beginning; it must be seekable.</param>
public sealed class WorkbookTable(Stream content, long length, FileForm form, CancellationToken cancel) : ITable
{
    /// <summary>Bytes. The reader's work grows with the square of an .xls file's size.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>Excel's own limit of rows.</summary>
    private const int MaxRows = 1_048_576;

    private const int MaxColumns = 64;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public WorkbookTable(SourceFile file, FileForm form, CancellationToken cancel)
        : this(file.Content, file.Length, form, cancel)
    {
    }

    public string MediaType => form == FileForm.Workbook
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "application/vnd.ms-excel";

    public string? Remark { get; private set; }

    public long Done { get; private set; }

    public long Total { get; private set; }

    public IEnumerable<TableRow> Rows() => Limited(Unguarded);

    /// <summary>Every sheet with all that a person sees of it: merged cells, what is hidden, numbers as they are shown where that changes what they say.</summary>
    /// <param name="maxRows">Filled rows of the whole workbook.</param>
    /// <exception cref="SourceException">It is damaged, or larger than it may be.</exception>
    public IEnumerable<WorkbookSheet> Sheets(int maxRows) => Limited(() => AllSheets(maxRows));

    private IEnumerable<T> Limited<T>(Func<IEnumerable<T>> items)
    {
        if (length > MaxBytes)
        {
            throw new SourceException($"The workbook has {length / 1_048_576} MB; the limit is {MaxBytes / 1_048_576} MB. Save the table as .csv.");
        }

        if (form == FileForm.Workbook)
        {
            ZipGuard.Check(content, length, cancel);
        }

        return TimeLimit.Read(Guarded(items), LongestWait, "The workbook takes too long to read; it is probably damaged. Save the table as .csv.", cancel);
    }

    /// <summary>The rows or sheets, with everything that the reader throws turned into one kind of error.</summary>
    private static IEnumerable<T> Guarded<T>(Func<IEnumerable<T>> items)
    {
        using var all = items().GetEnumerator();
        while (true)
        {
            T item;
            try
            {
                if (!all.MoveNext())
                {
                    yield break;
                }

                item = all.Current;
            }
            catch (Exception e) when (e is not (SourceException or OperationCanceledException))
            {
                throw Damaged(e);
            }

            yield return item;
        }
    }

    private IEnumerable<TableRow> Unguarded()
    {
        content.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
        if (reader.FieldCount > MaxColumns)
        {
            throw new SourceException($"The sheet has {reader.FieldCount:N0} columns; this is not the table that was expected.");
        }

        Total = reader.RowCount;
        var filled = 0;
        for (var line = 1; reader.Read(); line++)
        {
            if (line > MaxRows)
            {
                throw new SourceException($"The sheet has more than {MaxRows:N0} rows, which Excel does not allow. The file is damaged.", line);
            }

            Done = line;
            var cells = new string[reader.FieldCount];
            var empty = true;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = CellOf(reader, i);
                empty &= cells[i].Length == 0;
            }

            if (!empty)
            {
                filled++;
                yield return new TableRow(line, cells);
            }
        }

        // The reader counts one row more than a sheet of .xls has. At a damaged record it stops as if the sheet ended there.
        if (Done < Total - 1)
        {
            throw new SourceException($"The workbook is damaged: its sheet says it has {Total - 1:N0} rows, but only {Done:N0} can be read. Download it again, or save it anew as .xlsx or .csv.");
        }

        Remark = string.Join(' ', new[] { BlankRows(Done - filled), OtherSheets(reader) }.OfType<string>());
    }

    private IEnumerable<WorkbookSheet> AllSheets(int maxRows)
    {
        content.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
        var left = maxRows;
        do
        {
            var rows = SheetRows(reader, ref left, cancel);
            var merges = (reader.MergeCells ?? []).Select(m => new CellArea(m.FromRow + 1, m.FromColumn, m.ToRow + 1, m.ToColumn)).ToList();
            var hidden = Enumerable.Range(0, Math.Min(reader.FieldCount, MaxColumns)).Where(c => reader.GetColumnWidth(c) <= 0).ToList();
            yield return new WorkbookSheet(CellText.Clean(reader.Name, out _), reader.VisibleState != "visible", rows, merges, hidden);
        }
        while (reader.NextResult());
    }

    private static List<TableRow> SheetRows(IExcelDataReader reader, ref int left, CancellationToken cancel)
    {
        var rows = new List<TableRow>();
        for (var line = 1; reader.Read(); line++)
        {
            cancel.ThrowIfCancellationRequested();
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => Seen(reader, i)).ToList();
            if (cells.Any(c => !string.IsNullOrWhiteSpace(c)))
            {
                if (--left < 0 || cells.FindLastIndex(c => !string.IsNullOrWhiteSpace(c)) >= MaxColumns)
                {
                    throw new SourceException($"Sheet {CellText.Quote(CellText.Clean(reader.Name, out _))}: the file has too many rows, or more than {MaxColumns} columns. Split it.", line);
                }

                rows.Add(new TableRow(line, [.. cells.Take(MaxColumns)]));
            }
        }

        return rows;
    }

    /// <summary>As it is shown where that says something else than the number: 140.10, 75 %.</summary>
    private static string Seen(IExcelDataReader reader, int i)
    {
        var format = reader.GetNumberFormatString(i) ?? "";
        return reader.GetValue(i) switch
        {
            DateTime day => day.ToString(day.Year < 1900 ? "HH:mm" : day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            double share when format.Contains('%', StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%"),
            double number when format.StartsWith("0.0", StringComparison.Ordinal) && format.All(c => c is '0' or '.') => number.ToString(format, CultureInfo.InvariantCulture),
            _ => CellOf(reader, i),
        };
    }

    private static string CellOf(IExcelDataReader reader, int i) => reader.GetValue(i) switch
    {
        null => "",
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static string? BlankRows(long count) => count == 0 ? null : $"The sheet has {count:N0} blank rows; check that nothing is missing.";

    private static string? OtherSheets(IExcelDataReader reader)
    {
        var names = new List<string>();
        while (names.Count < 20 && reader.NextResult())
        {
            if (reader.RowCount > 0)
            {
                names.Add(CellText.Quote(CellText.Clean(reader.Name, out _)));
            }
        }

        return names.Count == 0 ? null : $"Only the first sheet is read, not {string.Join(", ", names)}.";
    }

    private static SourceException Damaged(Exception e) => e.GetType().Name.Contains("Password", StringComparison.Ordinal)
        ? new SourceException("The workbook is protected by a password. Open it, take the password off and save it.", inner: e)
        : new SourceException($"The workbook is damaged and cannot be read to its end ({e.GetType().Name}). Download it again, or save it anew as .xlsx or .csv.", inner: e);
}

/// <summary>A rectangle of cells that are one.</summary>
/// <param name="Top">Row of the sheet, from 1.</param>
/// <param name="Left">Column, from 0.</param>
public sealed record CellArea(int Top, int Left, int Bottom, int Right);

/// <summary>One sheet of a workbook. A merged cell's words stand in its first row and column alone.</summary>
/// <param name="HiddenColumns">From 0.</param>
public sealed record WorkbookSheet(string Name, bool IsHidden, IReadOnlyList<TableRow> Rows, IReadOnlyList<CellArea> Merges, IReadOnlyList<int> HiddenColumns);
