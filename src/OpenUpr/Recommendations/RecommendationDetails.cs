using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>The paper a recommendation came from.</summary>
/// <param name="Line">Line or sheet row, from 1; null where the file has no rows.</param>
public sealed record SourcePlace(long DocumentId, string FileName, string Kind, string? Symbol, string? Licence, string Sha256, DateTimeOffset ReceivedAt, int? Line);

/// <summary>A position that the State took, with where it stands and the rule that read it.</summary>
public sealed record PositionEntry(PositionRecord Record, string Document);

/// <summary>Another pair that belongs beside this one.</summary>
public sealed record RelatedPair(long Id, string Rs, string Text);

/// <summary>One recommendation with everything that is known of it.</summary>
/// <param name="Positions">The one that holds first, then newest first by the day on which it was said; empty for a pledge.</param>
/// <param name="TextId">The text, which corrections are about.</param>
/// <param name="Tags">What people set, in force and withdrawn, the ones in force first.</param>
/// <param name="Reading">What a model reads from the text; null where none has read it.</param>
/// <param name="SameText">The pairs of the other States that made the same text.</param>
/// <param name="SameParagraph">One pair for each other text of the same paragraph; null where the paragraph is not known.</param>
public sealed record RecommendationDetails(
    RecommendationRow Row,
    long TextId,
    SourcePlace Source,
    IReadOnlyList<PositionEntry> Positions,
    IReadOnlyList<Tag> Tags,
    MachineReading? Reading,
    IReadOnlyList<RelatedPair> SameText,
    IReadOnlyList<RelatedPair>? SameParagraph)
{
    /// <summary>Further pairs of one text or paragraph are not listed beyond this; no report has as many.</summary>
    private const int MaxRelated = 200;

    /// <summary>What holds in each scheme, with coders', people's and the machine's labels side by side.</summary>
    public IReadOnlyList<SchemeLabels> Labels { get; } = SchemeLabels.Of(Tags, Reading);

    /// <summary>The id that a merged one now stands for, the id itself where it was never merged, null where there is none.</summary>
    public static async Task<long?> ResolveAsync(Store store, long id, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var seen = new HashSet<long>();
        long? current = id;
        while (current is { } at && seen.Add(at))
        {
            var found = await db.Recommendations.AsNoTracking().Where(r => r.Id == at).Select(r => new { r.MergedIntoId }).SingleOrDefaultAsync(cancel);
            if (found is null)
            {
                return null;
            }

            if (found.MergedIntoId is null)
            {
                return at;
            }

            current = found.MergedIntoId;
        }

        return null;
    }

    /// <summary>Reads one recommendation, or null where there is none of this id.</summary>
    public static async Task<RecommendationDetails?> ReadAsync(Store store, long id, CancellationToken cancel = default)
    {
        if (await RecommendationRows.ByIdsAsync(store, [id], cancel) is not [var row])
        {
            return null;
        }

        await using var db = store.Open();
        var own = await (
            from r in db.Recommendations.AsNoTracking()
            join t in db.Texts on r.TextId equals t.Id
            join d in db.Documents on r.DocumentId equals d.Id
            where r.Id == id
            select new { r.TextId, t.ParagraphId, Source = new SourcePlace(d.Id, d.FileName, d.Kind, d.Symbol, d.Licence, d.Sha256, d.ReceivedAt, r.Line) }).SingleAsync(cancel);
        var positions = await (
            from p in db.Positions.AsNoTracking()
            join d in db.Documents on p.DocumentId equals d.Id
            where p.TextId == own.TextId
            select new { Entry = new PositionEntry(p, d.Symbol ?? d.FileName), d.Kind }).ToListAsync(cancel);
        var tags = await db.Tags.AsNoTracking().Where(t => t.RecommendationId == id).OrderBy(t => t.Id).ToListAsync(cancel);
        var sameText = await (
            from r in db.Recommendations.AsNoTracking()
            where r.TextId == own.TextId && r.Id != id && r.MergedIntoId == null
            orderby r.Id
            select new RelatedPair(r.Id, r.Rs, "")).Take(MaxRelated).ToListAsync(cancel);
        var reading = await db.MachineReadings.AsNoTracking().SingleOrDefaultAsync(r => r.TextId == own.TextId, cancel);
        return new RecommendationDetails(
            row, own.TextId, own.Source, Ordered(positions.ConvertAll(p => (p.Entry, p.Kind))), [.. tags.OrderBy(t => t.WithdrawnAt is not null)], reading, sameText,
            own.ParagraphId is { } paragraph ? await OfParagraphAsync(db, paragraph, own.TextId, cancel) : null);
    }

    /// <summary>What holds first, then what was said last; undated ones, such as an export's response, come after the dated ones.</summary>
    private static IReadOnlyList<PositionEntry> Ordered(IEnumerable<(PositionEntry Entry, string Kind)> positions) =>
    [
        .. positions.OrderByDescending(p => p.Entry.Record.IsCurrent).ThenByDescending(p => p.Entry.Record.SaidOn ?? DateOnly.MinValue)
            .ThenByDescending(p => Place(p.Kind)).ThenByDescending(p => p.Entry.Record.Id).Select(p => p.Entry),
    ];

    /// <summary>The order of a review's papers, for those of one day.</summary>
    private static int Place(string kind) => kind switch
    {
        "decision" => 3,
        "addendum" => 2,
        "working-group-report" => 1,
        _ => 0,
    };

    private static async Task<IReadOnlyList<RelatedPair>> OfParagraphAsync(OpenUprDb db, long paragraph, long exceptText, CancellationToken cancel)
    {
        var pairs = await (
            from t in db.Texts.AsNoTracking()
            join r in db.Recommendations on t.Id equals r.TextId
            where t.ParagraphId == paragraph && t.Id != exceptText && r.MergedIntoId == null
            orderby t.Id, r.Id
            select new { Text = t.Id, Pair = new RelatedPair(r.Id, r.Rs, t.Text) }).Take(MaxRelated).ToListAsync(cancel);
        return [.. pairs.DistinctBy(p => p.Text).Select(p => p.Pair)];
    }
}
