using Microsoft.EntityFrameworkCore;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>A recommendation's paragraph in an edition in another language.</summary>
public sealed record EditionWording(long DocumentId, string Document, string Language, int? Page, string Text);

/// <summary>The text as one source prints it.</summary>
public sealed record SourceWording(long DocumentId, string Document, string? Number, int? Page, string Text, string? StatesAsPrinted);

/// <summary>What the papers say of one recommendation beyond what every list shows.</summary>
/// <param name="Editions">By language.</param>
/// <param name="Wordings">Of every source, only where at least two differ; else empty.</param>
/// <param name="Cited">The paragraphs of the dialogue from which the text was resolved; null where it stands where it is counted.</param>
public sealed record RecommendationPapers(IReadOnlyList<EditionWording> Editions, IReadOnlyList<SourceWording> Wordings, string? Cited)
{
    public static async Task<RecommendationPapers> ReadAsync(Store store, long recommendationId, CancellationToken cancel)
    {
        await using var db = store.Open();
        var text = await (
            from r in db.Recommendations.AsNoTracking()
            join t in db.Texts on r.TextId equals t.Id
            from p in db.Paragraphs.Where(p => p.Id == t.ParagraphId).DefaultIfEmpty()
            where r.Id == recommendationId
            select new { t.Id, t.ReviewId, t.Text, t.Cited, Number = p == null ? null : p.Number }).SingleAsync(cancel);
        return new RecommendationPapers(
            text.Number is null ? [] : await EditionsAsync(db, text.ReviewId, text.Number, cancel),
            await WordingsAsync(db, text.Id, cancel),
            text.Cited);
    }

    private static async Task<IReadOnlyList<EditionWording>> EditionsAsync(OpenUprDb db, long review, string number, CancellationToken cancel)
    {
        var kind = PaperIdentity.NameOf(PaperKind.WorkingGroupReport);
        var found = await (
            from d in db.Documents.AsNoTracking()
            join p in db.Passages on d.Id equals p.DocumentId
            where d.ReviewId == review && d.Kind == kind && d.Language != null && d.Language != "en" && p.Number == number
            orderby d.Language, p.Ordinal
            select new EditionWording(d.Id, d.Symbol ?? d.FileName, d.Language!, p.Page, p.Text)).ToListAsync(cancel);
        return [.. found.DistinctBy(e => e.Language)];
    }

    private static async Task<IReadOnlyList<SourceWording>> WordingsAsync(OpenUprDb db, long text, CancellationToken cancel)
    {
        var found = await (
            from w in db.Wordings.AsNoTracking()
            join d in db.Documents on w.DocumentId equals d.Id
            where w.TextId == text
            orderby w.Id
            select new SourceWording(d.Id, d.Symbol ?? d.FileName, w.Number, w.Page, w.Text, w.StatesAsPrinted)).ToListAsync(cancel);
        return found.DistinctBy(w => w.Text).Count() > 1 ? found : [];
    }
}
