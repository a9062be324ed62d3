using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>What a paper of a review is.</summary>
public enum ReviewDocumentKind
{
    NationalReport,
    Compilation,
    Summary,
    Report,
    Addendum,
}

/// <summary>A paper of a review by its symbol.</summary>
/// <param name="Symbol">Null where the store does not name it.</param>
/// <param name="ByPattern">True where the symbol follows from the rule for such papers and no stored document names it.</param>
public sealed record ReviewDocument(ReviewDocumentKind Kind, string? Symbol, bool ByPattern);

/// <summary>The papers of a review: three before it, the Working Group's report and the State's answers after it.</summary>
public static class ReviewDocuments
{
    /// <summary>The three papers that every review is based on. Their symbols follow one rule (UNOG, 2021).</summary>
    public static IReadOnlyList<ReviewDocument> Before(World world, string sur, int session)
    {
        // Symbols of the demonstration cannot be mistaken for a paper that exists.
        var root = $"{(world == World.Demo ? "DEMO/" : "")}A/HRC/WG.6/{session}/{sur}";
        return
        [
            new(ReviewDocumentKind.NationalReport, $"{root}/1", true),
            new(ReviewDocumentKind.Compilation, $"{root}/2", true),
            new(ReviewDocumentKind.Summary, $"{root}/3", true),
        ];
    }

    /// <summary>All papers of a review that has taken place.</summary>
    public static async Task<IReadOnlyList<ReviewDocument>> ReadAsync(Store store, string sur, int session, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var reports = await (
            from v in db.Reviews.AsNoTracking()
            join p in db.Paragraphs on v.Id equals p.ReviewId
            join d in db.Documents on p.DocumentId equals d.Id
            where v.Sur == sur && v.Session == session && d.Symbol != null
            select d.Symbol).Distinct().ToListAsync(cancel);
        var answers = await (
            from v in db.Reviews.AsNoTracking()
            join t in db.Texts on v.Id equals t.ReviewId
            join q in db.Positions on t.Id equals q.TextId
            where v.Sur == sur && v.Session == session && q.Symbol != null
            select q.Symbol).Distinct().ToListAsync(cancel);
        return
        [
            .. Before(store.World, sur, session),
            .. Known(ReviewDocumentKind.Report, reports),
            .. Known(ReviewDocumentKind.Addendum, answers.Except(reports)),
        ];
    }

    private static IEnumerable<ReviewDocument> Known(ReviewDocumentKind kind, IEnumerable<string?> symbols) =>
        symbols.Order(StringComparer.Ordinal).Select(s => new ReviewDocument(kind, s, false)).DefaultIfEmpty(new ReviewDocument(kind, null, false));
}
