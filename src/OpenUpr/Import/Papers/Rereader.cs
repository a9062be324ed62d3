using System.IO.Compression;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>What reading a stored paper again gives.</summary>
/// <param name="ReadWith">The version of the reader that read it last.</param>
/// <param name="Refusal">Why it can no longer be read; what is stored stays then.</param>
/// <param name="Changes">What the new reading has otherwise; empty where it is the same.</param>
public sealed record RereadReport(long DocumentId, string File, string Kind, string? Symbol, string? ReadWith, string? Refusal, IReadOnlyList<ReadingChange> Changes);

/// <summary>
/// Reads stored originals again with the reader of today. Comparing changes nothing; applying takes one paper a transaction. Ids of pairs stay where paragraph and State, or
/// State and words, are the same; what no paper holds any more is withdrawn, and what people settled is applied anew.
/// </summary>
public sealed class Rereader(Store store, TimeProvider time)
{
    /// <summary>The stored papers, or those of them whose files are named.</summary>
    /// <exception cref="SourceException">A file is not there or not one of the stored papers.</exception>
    public async Task<IReadOnlyList<long>> FindAsync(IReadOnlyList<string> files, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var all = await (from d in db.Documents join r in db.DocumentReadings on d.Id equals r.DocumentId orderby d.Id select new { d.Id, d.Sha256 }).ToListAsync(cancel);
        if (files.Count == 0)
        {
            return all.ConvertAll(d => d.Id);
        }

        var byHash = all.ToDictionary(d => d.Sha256, d => d.Id);
        var found = new List<long>();
        foreach (var path in files)
        {
            using var file = SourceFile.Open(path);
            var receipt = Receipt.For(file, keep: false, _ => false, _ => { }, cancel, isPaper: true);
            found.Add(byHash.TryGetValue(receipt.Sha256, out var id) ? id : throw new SourceException($"{file.Name} is not among the stored papers. Import it without --reread."));
        }

        return [.. found.Distinct()];
    }

    /// <summary>What would change, paper by paper in the order of the ids; read on every processor.</summary>
    public async IAsyncEnumerable<RereadReport> CompareAsync(IReadOnlyList<long> documents, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var ahead = new ReadAhead<RereadReport>([.. documents.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture))], async (id, stop) => (await ReadAsync(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), stop)).Report, cancel);
        foreach (var _ in documents)
        {
            yield return await ahead.NextAsync();
        }
    }

    /// <summary>Reads one paper again and takes the new reading over.</summary>
    public async Task<RereadReport> ApplyAsync(long documentId, CancellationToken cancel = default)
    {
        var (report, reading) = await ReadAsync(documentId, cancel);
        if (reading is null)
        {
            return report;
        }

        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var document = await db.Documents.SingleAsync(d => d.Id == documentId, cancel);
        var stored = StoredReading.From(reading);
        var identity = reading.Identity;
        var reviewBefore = document.ReviewId;
        (document.Kind, document.Symbol, document.Language, document.PublishedOn) = (identity.KindName, identity.Symbol, identity.Language, identity.PublishedOn);
        document.Pages = reading.Text.Pages is > 0 and var pages ? pages : null;
        document.ReadWith = PaperReader.Version;
        if (report.Changes.Count > 0)
        {
            (await db.DocumentReadings.SingleAsync(r => r.DocumentId == documentId, cancel)).Brotli = stored.Pack();
            document.ReviewId = await ReviewOfAsync(db, document, stored, cancel);
            await db.SaveChangesAsync(cancel);
            await PaperContents.ReplaceAsync(db, documentId, document.ReviewId, reading, cancel);
            foreach (var review in new[] { reviewBefore, document.ReviewId }.OfType<long>().Distinct().ToList())
            {
                await ReviewDeriver.RunAsync(db, review, ReviewDeriver.NothingNew, time.GetUtcNow(), cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
        cancel.ThrowIfCancellationRequested();
        await transaction.CommitAsync(CancellationToken.None);
        return report;
    }

    /// <summary>Where a person said which review a paper belongs to, that holds; otherwise a review that is known now is no longer in doubt.</summary>
    private async Task<long?> ReviewOfAsync(OpenUprDb db, SourceDocument document, StoredReading reading, CancellationToken cancel)
    {
        var doubts = db.Doubts.Where(d => d.DocumentId == document.Id && d.Code == DoubtCodes.ReviewUnknown);
        if (await db.Settlements.AnyAsync(s => s.UndoneAt == null && doubts.Any(d => d.Id == s.DoubtId), cancel)
            || await new PaperReviews(db, store.Reference, cancel).FindAsync(reading) is not { } review)
        {
            return document.ReviewId;
        }

        var now = time.GetUtcNow();
        await doubts.Where(d => d.GoneAt == null).ExecuteUpdateAsync(d => d.SetProperty(x => x.GoneAt, now), cancel);
        return review;
    }

    private async Task<(RereadReport Report, PaperReading? Reading)> ReadAsync(long id, CancellationToken cancel)
    {
        await using var db = store.Open();
        var document = await db.Documents.AsNoTracking().SingleAsync(d => d.Id == id, cancel);
        var before = StoredReading.Unpack((await db.DocumentReadings.AsNoTracking().SingleAsync(r => r.DocumentId == id, cancel)).Brotli);
        var report = new RereadReport(id, document.FileName, document.Kind, document.Symbol, document.ReadWith, null, []);
        try
        {
            var reading = ReadOriginal((await db.DocumentContents.AsNoTracking().SingleAsync(c => c.DocumentId == id, cancel)).Brotli, document.FileName, cancel);
            var passages = (await db.Passages.AsNoTracking().Where(p => p.DocumentId == id).OrderBy(p => p.Ordinal).ToListAsync(cancel)).ConvertAll(p => new ReadPassage(p.Number, p.Heading, p.Page, p.Text));
            return (report with { Changes = ReadingDiff.Compare(before, passages, StoredReading.From(reading), reading.Passages) }, reading);
        }
        catch (SourceException e)
        {
            return (report with { Refusal = e.Message }, null);
        }
    }

    /// <summary>Readers take files, which are checked and limited; the original is one for as long as it is read, for its owner's eyes only.</summary>
    /// <param name="name">The file's own, which may be the only hint to its review.</param>
    private PaperReading ReadOriginal(byte[] packed, string name, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("openupr_reread_").FullName;
        try
        {
            var path = Path.Combine(folder, "original");
            using (var target = File.Create(path))
            using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
            {
                brotli.CopyTo(target);
            }

            using var file = SourceFile.Open(path);
            return PaperReader.Read(PaperReader.ReadText(file, FileRecogniser.Recognise(file).Form, cancel), store.Reference, name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
