using Microsoft.EntityFrameworkCore;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>Writes what belongs to a paper alone: its paragraphs, its submitters, and the facts of the review that it states.</summary>
internal static class PaperContents
{
    public static async Task WriteAsync(OpenUprDb db, long documentId, PaperReading reading, CancellationToken cancel)
    {
        var passages = PassagesOf(documentId, reading);
        var id = await db.TakeIdsAsync(Counters.Passages, passages.Count, cancel);
        passages.ForEach(p => p.Id = id++);
        await db.BulkInsertAsync(passages, cancel);
        id = await db.TakeIdsAsync(Counters.Submitters, reading.Submitters.Count, cancel);
        await db.BulkInsertAsync([.. reading.Submitters.Select(s => new Submitter { Id = id++, DocumentId = documentId, Code = s.Code, Name = s.Name, Kind = s.Kind })], cancel);
    }

    public static async Task WriteFactsAsync(OpenUprDb db, long documentId, long reviewId, IReadOnlyList<ReadFact> facts, CancellationToken cancel)
    {
        var id = await db.TakeIdsAsync(Counters.ReviewFacts, facts.Count, cancel);
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        await db.BulkInsertAsync([.. facts.Select(f => new ReviewFact
        {
            Id = id++, ReviewId = reviewId, DocumentId = documentId, Kind = f.Kind, Value = f.Value, Page = f.Page,
            Ordinal = ordinals[f.Kind] = ordinals.GetValueOrDefault(f.Kind) + 1,
        })], cancel);
    }

    /// <summary>Takes the place of what an earlier reading gave; rows that say the same stay as they are.</summary>
    public static async Task ReplaceAsync(OpenUprDb db, long documentId, long? reviewId, PaperReading reading, CancellationToken cancel)
    {
        var stored = await db.Passages.AsNoTracking().Where(p => p.DocumentId == documentId).OrderBy(p => p.Ordinal).ToListAsync(cancel);
        var submitters = await db.Submitters.AsNoTracking().Where(s => s.DocumentId == documentId).OrderBy(s => s.Id).Select(s => new ReadSubmitter(s.Code, s.Name, s.Kind)).ToListAsync(cancel);
        if (!stored.Select(Look).SequenceEqual(PassagesOf(documentId, reading).Select(Look)) || !submitters.SequenceEqual(reading.Submitters))
        {
            await db.Passages.Where(p => p.DocumentId == documentId).ExecuteDeleteAsync(cancel);
            await db.Submitters.Where(s => s.DocumentId == documentId).ExecuteDeleteAsync(cancel);
            await WriteAsync(db, documentId, reading, cancel);
        }

        if (reviewId is { } review)
        {
            await db.ReviewFacts.Where(f => f.DocumentId == documentId).ExecuteDeleteAsync(cancel);
            await WriteFactsAsync(db, documentId, review, reading.Facts, cancel);
        }
    }

    private static List<Passage> PassagesOf(long documentId, PaperReading reading) => [.. reading.Passages.Select((p, i) => new Passage
    {
        DocumentId = documentId, Ordinal = i + 1, Number = p.Number, Heading = p.Heading, Page = p.Page, Text = p.Text,
        States = Joined(p.States), Submitters = Joined(p.Submitters),
    })];

    private static (int, string?, string?, int?, string, string?, string?) Look(Passage p) => (p.Ordinal, p.Number, p.Heading, p.Page, p.Text, p.States, p.Submitters);

    private static string? Joined(IReadOnlyList<string> codes) => codes.Count == 0 ? null : string.Join(' ', codes);
}
