using Microsoft.EntityFrameworkCore;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>Stores one paper in one transaction: the original, what stands in it, and its review put together again. Killed at any moment, it leaves nothing behind.</summary>
internal sealed class PaperStorage(Store store, TimeProvider time)
{
    private const string NoReview = "It could not be told which review this paper belongs to; it is kept and waits for the report that it belongs to.";

    /// <param name="isRehearsal">True to do everything and take it back, so that the counts are those of the import.</param>
    public async Task<ImportReport> StoreAsync(PreparedPaper paper, bool isRehearsal, Action<string, long, long> report, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var known = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Sha256 == paper.Sha256, cancel);
        if (known is not null)
        {
            return await KnownAsync(db, paper, known, cancel);
        }

        report("storing", 0, 1);
        var startedAt = time.GetUtcNow();
        var reading = StoredReading.From(paper.Reading!);
        var document = await KeepAsync(db, paper, reading, startedAt, cancel);
        await PaperContents.WriteAsync(db, document.Id, paper.Reading!, cancel);
        var counts = document.ReviewId is { } review ? await JoinReviewAsync(db, document, review, reading, startedAt, cancel) : await WaitAsync(db, document, startedAt, cancel);
        var result = ReportOf(paper, reading, paper.Reading!.Passages.Count, counts, isKnown: false, document.ReviewId is null);
        await RecordRunAsync(db, result, document.Id, startedAt, cancel);
        report("storing", 1, 1);
        if (isRehearsal)
        {
            return result;
        }

        report(FileStorage.Committing, paper.Size, paper.Size);
        cancel.ThrowIfCancellationRequested();
        // Not cancelled from here on: whether an interrupted commit happened could not be known.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    private async Task<SourceDocument> KeepAsync(OpenUprDb db, PreparedPaper paper, StoredReading reading, DateTimeOffset now, CancellationToken cancel)
    {
        var document = new SourceDocument
        {
            Id = await db.TakeIdsAsync(Counters.Documents, 1, cancel), Sha256 = paper.Sha256, Kind = reading.Identity.KindName, Symbol = reading.Identity.Symbol,
            FileName = paper.FileName, MediaType = paper.Reading!.Text.MediaType, Language = reading.Identity.Language, Size = paper.Size, ReceivedAt = now,
            ReviewId = await new PaperReviews(db, store.Reference, cancel).FindAsync(reading), PublishedOn = reading.Identity.PublishedOn,
            Pages = paper.Reading.Text.Pages is > 0 and var pages ? pages : null, ReadWith = PaperReader.Version,
        };
        await db.BulkInsertAsync([document], cancel);
        await db.BulkInsertAsync([new DocumentContent { DocumentId = document.Id, Brotli = paper.Brotli! }], cancel);
        await db.BulkInsertAsync([new DocumentReading { DocumentId = document.Id, Brotli = reading.Pack() }], cancel);
        return document;
    }

    private async Task<DerivedCounts> JoinReviewAsync(OpenUprDb db, SourceDocument document, long review, StoredReading reading, DateTimeOffset now, CancellationToken cancel)
    {
        await PaperContents.WriteFactsAsync(db, document.Id, review, reading.Facts, cancel);
        foreach (var (waiting, its) in await new PaperReviews(db, store.Reference, cancel).WaitingForAsync(document.Symbol))
        {
            waiting.ReviewId = review;
            await db.SaveChangesAsync(cancel);
            await PaperContents.WriteFactsAsync(db, waiting.Id, review, its.Facts, cancel);
            await db.Doubts.Where(d => d.DocumentId == waiting.Id && d.Code == DoubtCodes.ReviewUnknown).ExecuteUpdateAsync(d => d.SetProperty(x => x.GoneAt, now), cancel);
        }

        return await ReviewDeriver.RunAsync(db, review, ReviewDeriver.NothingNew, now, cancel);
    }

    private static async Task<DerivedCounts> WaitAsync(OpenUprDb db, SourceDocument document, DateTimeOffset now, CancellationToken cancel)
    {
        var raised = new RaisedDoubt(DoubtCodes.ReviewUnknown, "", document.Id);
        await db.BulkInsertAsync([new Doubt
        {
            Id = await db.TakeIdsAsync(Counters.Doubts, 1, cancel), Key = PaperKeys.OfDoubt(document.Sha256, raised), DocumentId = document.Id, Code = raised.Code, FoundAt = now,
        }], cancel);
        return new DerivedCounts { Doubts = 1 };
    }

    private static async Task<ImportReport> KnownAsync(OpenUprDb db, PreparedPaper paper, SourceDocument known, CancellationToken cancel)
    {
        var stored = await db.DocumentReadings.AsNoTracking().SingleOrDefaultAsync(r => r.DocumentId == known.Id, cancel);
        return stored is null
            ? new ImportReport(paper.FileName, known.Kind, null, 0, 0, 0, 0, [])
            : ReportOf(paper, StoredReading.Unpack(stored.Brotli), await db.Passages.CountAsync(p => p.DocumentId == known.Id, cancel), default, isKnown: true, known.ReviewId is null);
    }

    private static ImportReport ReportOf(PreparedPaper paper, StoredReading reading, int passages, DerivedCounts added, bool isKnown, bool isWaiting)
    {
        var identity = reading.Identity;
        var rows = reading.Texts.Count + reading.Answers.Count;
        return new ImportReport(
            paper.FileName, identity.KindName, null, rows > 0 ? rows : passages, added.Pairs, added.Pledges, Math.Max(0, reading.Pairs - added.Pairs - added.Pledges),
            isWaiting ? [new Finding(Severity.Doubtful, 1, null, NoReview)] : [])
        {
            Paper = new PaperCounts(
                identity.Symbol, identity.Language, identity.Sur, identity.Session, isKnown,
                reading.Texts.Select(t => t.Paragraph).Distinct(StringComparer.Ordinal).Count(), reading.Texts.Count, reading.Pairs,
                reading.Texts.Count(t => t.Position is not null) + reading.Answers.Count, passages, added.Doubts),
        };
    }

    private async Task RecordRunAsync(OpenUprDb db, ImportReport report, long documentId, DateTimeOffset startedAt, CancellationToken cancel) =>
        await db.BulkInsertAsync([new ImportRun
        {
            Id = await db.TakeIdsAsync(Counters.ImportRuns, 1, cancel), DocumentId = documentId, StartedAt = startedAt, FinishedAt = time.GetUtcNow(),
            RowsRead = report.RowsRead, Added = report.Recommendations + report.Pledges, Known = report.Known, Doubtful = report.Paper!.Doubts,
        }], cancel);
}
