using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>Everything that the store holds of one review, tracked, so that what is set on it is written.</summary>
internal sealed class ReviewState
{
    public required Review Review { get; init; }

    public required IReadOnlyList<StoredPaper> Papers { get; init; }

    public required List<Paragraph> Paragraphs { get; init; }

    public required List<RecommendationText> Texts { get; init; }

    /// <summary>Merged and withdrawn ones too.</summary>
    public required List<Recommendation> Pairs { get; init; }

    public required ILookup<long, PositionRecord> Positions { get; init; }

    public required ILookup<long, Wording> Wordings { get; init; }

    public required List<KnownIdentity> Known { get; init; }

    public required List<Doubt> Doubts { get; init; }

    public required ILookup<long, Settlement> Settlements { get; init; }

    public string Scope => ScopeOf(Review.Sur, Review.Session);

    public static string ScopeOf(string sur, int session) => $"{sur}\n{session}";

    public static async Task<ReviewState> LoadAsync(OpenUprDb db, long reviewId, CancellationToken cancel)
    {
        var texts = db.Texts.Where(t => t.ReviewId == reviewId);
        var pairs = from t in texts join r in db.Recommendations on t.Id equals r.TextId select r;
        var doubts = await db.Doubts.Where(d => d.ReviewId == reviewId).OrderBy(d => d.Id).ToListAsync(cancel);
        return new ReviewState
        {
            Review = await db.Reviews.SingleAsync(r => r.Id == reviewId, cancel),
            Papers = await ReadPapersAsync(db, reviewId, cancel),
            Paragraphs = await db.Paragraphs.Where(p => p.ReviewId == reviewId).OrderBy(p => p.Id).ToListAsync(cancel),
            Texts = await texts.OrderBy(t => t.Id).ToListAsync(cancel),
            Pairs = await pairs.OrderBy(r => r.Id).ToListAsync(cancel),
            Positions = (await (from t in texts join p in db.Positions on t.Id equals p.TextId select p).OrderBy(p => p.Id).ToListAsync(cancel)).ToLookup(p => p.TextId),
            Wordings = (await (from t in texts join w in db.Wordings on t.Id equals w.TextId select w).OrderBy(w => w.Id).ToListAsync(cancel)).ToLookup(w => w.TextId),
            Known = await (from r in pairs join k in db.KnownIdentities on r.Id equals k.RecommendationId select k).OrderBy(k => k.Id).ToListAsync(cancel),
            Doubts = doubts,
            Settlements = (await (from d in db.Doubts.Where(d => d.ReviewId == reviewId) join s in db.Settlements on d.Id equals s.DoubtId where s.UndoneAt == null select s)
                .AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.DoubtId),
        };
    }

    public static async Task<IReadOnlyList<StoredPaper>> ReadPapersAsync(OpenUprDb db, long reviewId, CancellationToken cancel)
    {
        var rows = await (
            from d in db.Documents.AsNoTracking()
            join r in db.DocumentReadings on d.Id equals r.DocumentId
            where d.ReviewId == reviewId
            orderby d.Id
            select new { d.Id, d.Sha256, d.Symbol, d.PublishedOn, d.Pages, r.Brotli }).ToListAsync(cancel);
        return rows.ConvertAll(r => new StoredPaper(r.Id, r.Sha256, r.Symbol, r.PublishedOn, r.Pages is not null, StoredReading.Unpack(r.Brotli)));
    }

    /// <summary>The answer that holds for each doubt, also for doubts that no longer stand.</summary>
    public Settled Settled() => new(Scope, Doubts.Where(d => Settlements.Contains(d.Id)).ToDictionary(d => HashKey.From(d.Key), d => Settlements[d.Id].MaxBy(s => s.Id)!));

    /// <summary>The pairs that exports gave, as they gave them.</summary>
    public IReadOnlyList<ExportPair> ExportPairs()
    {
        var papers = Papers.Select(p => p.DocumentId).ToHashSet();
        var texts = Texts.ToDictionary(t => t.Id);
        var result = new List<ExportPair>();
        foreach (var row in Pairs.Where(r => !papers.Contains(r.DocumentId) && (r.MergedIntoId is null || r.MergedIntoId == r.Id)))
        {
            var text = texts[row.TextId];
            var own = Wordings[text.Id].FirstOrDefault(w => !papers.Contains(w.DocumentId))?.Text;
            var response = Positions[text.Id].FirstOrDefault(p => !papers.Contains(p.DocumentId));
            var key = own is null ? text.Key : RecommendationIdentity.OfText(Review.Sur, Review.Session, text.Kind, own, ResponseOf(text.Kind, response));
            result.Add(new ExportPair(row, key, row.RsInSource ?? row.Rs, own ?? text.Text, text.Kind, response));
        }

        return result;
    }

    private static string ResponseOf(RecommendationKind kind, PositionRecord? response) =>
        response is { } given ? OpenUpr.Import.Papers.Settled.NameOf(given.Value) : kind == RecommendationKind.Pledge ? "pledge" : "";
}
