using OpenUpr.Recommendations;
using OpenUpr.Sources;
using OpenUpr.Sources.UprInfo;
using OpenUpr.Storage;

namespace OpenUpr.Import;

/// <summary>Reads the rows of one table, checks each and hands the new ones to a writer; without a writer it is a rehearsal with the same counts.</summary>
internal sealed class FileImport(string file, ITable table, RowChecker checker, KnownRows known)
{
    /// <summary>Rows between two reports of progress.</summary>
    private const int ProgressStep = 500;

    /// <summary>How often each row of this file came, and where first: identical rows are told apart by their number.</summary>
    private readonly Dictionary<HashKey, (int Count, int FirstLine)> _twins = [];

    private readonly FindingLog _findings = new();
    private int _rowsRead;
    private int _recommendations;
    private int _pledges;
    private int _known;
    private bool _isExport;

    public string MediaType => table.MediaType;

    public KnownRows Stored => known;

    /// <exception cref="SourceException">The file cannot be read to its end or is not worth storing.</exception>
    public async Task RunAsync(OpenUprDb db, RowWriter? writer, Action<long, long> progress, CancellationToken cancel)
    {
        ExportColumns? columns = null;
        foreach (var row in table.Rows())
        {
            cancel.ThrowIfCancellationRequested();
            if (columns is null)
            {
                columns = ReadHeader(row);
                continue;
            }

            _rowsRead++;
            await TakeAsync(row, columns, db, writer, cancel);
            if (_rowsRead % ProgressStep == 0)
            {
                progress(table.Done, table.Total);
            }
        }

        if (columns is null)
        {
            throw new SourceException($"There is no table in the file, not even a header. {UprInfoExport.Importable}");
        }

        if (table.Remark is { Length: > 0 } remark)
        {
            _findings.Add(new Finding(Severity.Doubtful, 1, null, remark));
        }

        BadRowPolicy.Apply(_findings, _rowsRead);
        progress(table.Total, table.Total);
    }

    /// <param name="refusal">Why the file as a whole is not stored; its counts of added rows are then none.</param>
    public ImportReport ToReport(string? refusal) => new(
        file, _isExport ? UprInfoExport.Kind : null, refusal, _rowsRead,
        refusal is null ? _recommendations : 0, refusal is null ? _pledges : 0, refusal is null ? _known : 0, _findings.All);

    private ExportColumns ReadHeader(TableRow header)
    {
        var columns = ExportColumns.From(header);
        if (columns.Ignored.Count > 0)
        {
            _findings.Add(new Finding(Severity.Doubtful, header.Line, null, $"Columns that the export does not have are not read: {CellText.Quote(string.Join(", ", columns.Ignored))}."));
        }

        _isExport = true;
        return columns;
    }

    private async Task TakeAsync(TableRow tableRow, ExportColumns columns, OpenUprDb db, RowWriter? writer, CancellationToken cancel)
    {
        var problems = new RowProblems();
        var exportRow = columns.Read(tableRow);
        if (exportRow is null)
        {
            problems.RefuseRow($"The row has {tableRow.Cells.Count} cells where the header has {columns.Width}; a comma or a quotation mark may be missing or too many.");
        }
        else if (checker.Check(exportRow, problems) is { } row)
        {
            await StoreAsync(row, problems, db, writer, cancel);
        }

        _findings.Add(problems.ToFinding(tableRow.Line));
    }

    private async Task StoreAsync(CheckedRow row, RowProblems problems, OpenUprDb db, RowWriter? writer, CancellationToken cancel)
    {
        await known.MeetAsync(db, row.Sur, row.Session, cancel);
        var textKey = RecommendationIdentity.OfText(row.Sur, row.Session, row.Kind, row.Text, row.Response);
        var identity = RecommendationIdentity.OfRow(textKey, row.Rs, row.Action, row.Issues, NumberAmongTwins(row, textKey, problems));
        if (known.Holds(identity))
        {
            _known++;
            return;
        }

        if (known.Add(row, identity, file) is { } other && problems.TwinOf is null)
        {
            problems.DoubtRow($"The same text from the same State is there as {other}, with another response or other tags; both are kept.");
        }

        if (row.Kind == RecommendationKind.Pledge)
        {
            _pledges++;
        }
        else
        {
            _recommendations++;
        }

        if (writer is not null)
        {
            await writer.AddAsync(row, textKey, identity);
        }
    }

    private int NumberAmongTwins(CheckedRow row, byte[] textKey, RowProblems problems)
    {
        var key = HashKey.From(RecommendationIdentity.OfRow(textKey, row.Rs, row.Action, row.Issues, 0));
        if (!_twins.TryGetValue(key, out var twin))
        {
            _twins[key] = (1, row.Line);
            return 0;
        }

        _twins[key] = (twin.Count + 1, twin.FirstLine);
        problems.DoubtTwin(twin.FirstLine);
        return twin.Count;
    }
}
