using Microsoft.EntityFrameworkCore;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>The same paper in a language of the United Nations.</summary>
public sealed record PaperEdition(long Id, string? Language, string MediaType);

/// <summary>A paragraph of a stored paper with the recommendations that were taken from it.</summary>
/// <param name="Recommendations">One pair for each text of the paragraph.</param>
public sealed record PaperPassage(Passage Passage, IReadOnlyList<long> Recommendations);

/// <summary>A stored paper with a part of its paragraphs.</summary>
/// <param name="Sur">ISO code of the State under review; null for papers about many reviews.</param>
/// <param name="Editions">Its editions in other languages, by language.</param>
/// <param name="Total">Paragraphs in all.</param>
public sealed record PaperDocument(SourceDocument Document, string? Sur, int? Session, IReadOnlyList<PaperEdition> Editions, IReadOnlyList<PaperPassage> Passages, int Total, IReadOnlyList<Submitter> Submitters)
{
    /// <summary>Paragraphs on one page: a page stays light, and a whole report is a few of them.</summary>
    public const int PageSize = 40;

    /// <summary>The address of a paragraph by its place in the paper, from 1.</summary>
    public static string Link(long id, int ordinal) => (ordinal - 1) / PageSize is var before and > 0 ? $"/documents/{id}?page={before + 1}#p{ordinal}" : $"/documents/{id}#p{ordinal}";

    /// <summary>Reads a part of a paper; null where there is no document of this id.</summary>
    /// <param name="page">From 1.</param>
    public static async Task<PaperDocument?> ReadAsync(Store store, long id, int page, CancellationToken cancel)
    {
        await using var db = store.Open();
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } document)
        {
            return null;
        }

        var review = document.ReviewId is { } reviewId ? await db.Reviews.AsNoTracking().SingleAsync(r => r.Id == reviewId, cancel) : null;
        var passages = await db.Passages.AsNoTracking().Where(p => p.DocumentId == id).OrderBy(p => p.Ordinal).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var recommendations = await RecommendationsAsync(db, document, [.. passages.Select(p => p.Number).OfType<string>()], cancel);
        return new PaperDocument(
            document, review?.Sur, review?.Session,
            await EditionsAsync(db, document, cancel),
            [.. passages.Select(p => new PaperPassage(p, p.Number is { } number && recommendations.TryGetValue(number, out var pairs) ? pairs : []))],
            await db.Passages.CountAsync(p => p.DocumentId == id, cancel),
            page == 1 ? await db.Submitters.AsNoTracking().Where(s => s.DocumentId == id).OrderBy(s => s.Id).ToListAsync(cancel) : []);
    }

    private static async Task<IReadOnlyList<PaperEdition>> EditionsAsync(OpenUprDb db, SourceDocument document, CancellationToken cancel) => document.Symbol is null
        ? []
        : await db.Documents.AsNoTracking().Where(d => d.Symbol == document.Symbol && d.Kind == document.Kind && d.Id != document.Id)
            .OrderBy(d => d.Language).ThenBy(d => d.Id).Select(d => new PaperEdition(d.Id, d.Language, d.MediaType)).ToListAsync(cancel);

    /// <summary>The recommendations by the number of their paragraph, also for editions in other languages: those number their paragraphs alike.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<long>>> RecommendationsAsync(OpenUprDb db, SourceDocument document, IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        if (document.ReviewId is not { } review || document.Kind != PaperIdentity.NameOf(PaperKind.WorkingGroupReport))
        {
            return new Dictionary<string, IReadOnlyList<long>>();
        }

        var pairs = await (
            from p in db.Paragraphs.AsNoTracking()
            join t in db.Texts on p.Id equals t.ParagraphId
            join r in db.Recommendations on t.Id equals r.TextId
            where p.ReviewId == review && numbers.Contains(p.Number) && r.MergedIntoId == null
            orderby r.Id
            select new { p.Number, Text = t.Id, r.Id }).ToListAsync(cancel);
        return pairs.DistinctBy(p => p.Text).GroupBy(p => p.Number).ToDictionary(g => g.Key, IReadOnlyList<long> (g) => [.. g.Select(p => p.Id)]);
    }
}
