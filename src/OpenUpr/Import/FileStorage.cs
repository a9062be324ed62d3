using Microsoft.EntityFrameworkCore;
using OpenUpr.Sources;
using OpenUpr.Sources.UprInfo;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.Import;

/// <summary>Stores one file in one transaction: the document as received, its rows, the run and its findings. Killed at any moment, it leaves nothing behind.</summary>
internal sealed class FileStorage(Store store, TimeProvider time)
{
    /// <summary>The step that is reported last, when all is written and nothing is certain yet.</summary>
    public const string Committing = "committing";

    public async Task StoreAsync(FileImport import, SourceFile file, Receipt receipt, Action<string, long, long> report, CancellationToken cancel)
    {
        await using var db = store.Open();
        // The write lock is taken before the first look at the store: two imports of the same rows cannot both find them missing.
        await using var transaction = await db.BeginWriteAsync(cancel);
        var startedAt = time.GetUtcNow();
        var documentId = await KeepDocumentAsync(db, import, file, receipt, startedAt, cancel);
        var writer = await RowWriter.OpenAsync(db, import.Stored, documentId, startedAt, cancel);
        await import.RunAsync(db, writer, (done, total) => report("storing", done, total), cancel);
        file.MustBeUnchanged();
        await writer.CloseAsync();
        if (writer.FirstAdded is { } first)
        {
            // What the export adds to reviews whose papers are there becomes one with them.
            await Papers.ReviewDeriver.RunAllAsync(db, import.Stored.Reviews, first, startedAt, cancel);
            await ChangeRanges.WriteAsync(db, await CorrectionSpread.RunAsync(db, startedAt, cancel), cancel);
        }

        await RecordRunAsync(db, import.ToReport(refusal: null), documentId, startedAt, cancel);
        report(Committing, file.Length, file.Length);
        cancel.ThrowIfCancellationRequested();
        // Not cancelled from here on: whether an interrupted commit happened could not be known.
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task<long> KeepDocumentAsync(OpenUprDb db, FileImport import, SourceFile file, Receipt receipt, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Sha256 == receipt.Sha256, cancel) is { } stored)
        {
            return stored.Id;
        }

        var document = new SourceDocument
        {
            Id = await db.TakeIdsAsync(Counters.Documents, 1, cancel), Sha256 = receipt.Sha256, Kind = UprInfoExport.Kind, FileName = file.Name,
            MediaType = import.MediaType, Language = "en", Licence = UprInfoExport.Licence, Size = file.Length, ReceivedAt = now,
        };
        await db.BulkInsertAsync([document], cancel);
        await db.BulkInsertAsync([new DocumentContent { DocumentId = document.Id, Brotli = receipt.Brotli! }], cancel);
        return document.Id;
    }

    private async Task RecordRunAsync(OpenUprDb db, ImportReport report, long documentId, DateTimeOffset startedAt, CancellationToken cancel)
    {
        var run = new ImportRun
        {
            Id = await db.TakeIdsAsync(Counters.ImportRuns, 1, cancel), DocumentId = documentId, StartedAt = startedAt, FinishedAt = time.GetUtcNow(),
            RowsRead = report.RowsRead, Added = report.Recommendations + report.Pledges, Known = report.Known, Refused = report.Refused, Doubtful = report.Doubtful,
        };
        await db.BulkInsertAsync([run], cancel);
        if (report.Findings.Count == 0)
        {
            return;
        }

        var id = await db.TakeIdsAsync(Counters.ImportFindings, report.Findings.Count, cancel);
        await db.BulkInsertAsync([.. report.Findings.Select(f => new ImportFinding
        {
            Id = id++, ImportRunId = run.Id, Severity = f.Severity == Severity.Refused ? "refused" : "doubtful", Line = f.Line, Column = f.Column, Message = f.Message,
        })], cancel);
    }
}
