using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>What the machine says of a line that was just noted.</summary>
/// <param name="Issues">Slugs, apart by commas.</param>
/// <param name="DraftId">Null where no draft is like it.</param>
internal sealed record LineReadings(string Issues, long? DraftId, double? DraftScore);

/// <summary>
/// Compares what was said with the coalition's drafts and with the report. What it compares with is prepared once and kept until it changes; drafts
/// are those that the writer may see, so that a line never tells of a closed cluster's draft.
/// </summary>
public sealed class DayMatcher
{
    /// <summary>Sets of texts kept ready, over all coalitions.</summary>
    private const int Kept = 24;

    /// <summary>Texts of the State's reviews by which the comparison learns which words are frequent.</summary>
    private const int Background = 300;

    /// <summary>Issues kept of a line.</summary>
    private const int MostIssues = 3;

    private readonly KeptThings<TextShelf> _shelves = new(Kept);

    internal async Task<IReadOnlyList<LineReadings>> ReadAsync(Store store, CoalitionAccess access, DayBoard board, IReadOnlyList<(string Kind, string Text)> lines, CancellationToken cancel)
    {
        var shelf = lines.Any(l => l.Kind == DayNote.Recommendation) ? await DraftsAsync(store, access, board, cancel) : null;
        return [.. lines.Select(l => Read(l.Kind, l.Text, shelf))];
    }

    private static LineReadings Read(string kind, string text, TextShelf? shelf)
    {
        var issues = Classifier.HasShipped && kind != DayNote.Remark ? string.Join(',', Classifier.Shipped.Classify(text).Issues.Take(MostIssues).Select(i => i.Value)) : "";
        var best = kind == DayNote.Recommendation && shelf?.Find(text, null, 1) is [var first, ..] ? first : default;
        return Likenesses.Of(best.Score) == Likeness.None ? new LineReadings(issues, null, null) : new LineReadings(issues, best.Id, Math.Round(best.Score, 3));
    }

    private async Task<TextShelf> DraftsAsync(Store store, CoalitionAccess access, DayBoard board, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var drafts = await Of(db, board).OrderBy(d => d.Id).Select(d => new { d.Id, d.Revision, d.ChangedAt, d.Text }).ToListAsync(cancel);
        var hash = new HashCode();
        drafts.ForEach(d => hash.Add((d.Id, d.Revision, d.ChangedAt)));
        return await _shelves.GetAsync($"drafts {access.CoalitionId} {board.State} {drafts.Count} {hash.ToHashCode():x}", async () =>
        {
            await using var open = store.Open();
            var before = await open.Texts.AsNoTracking().Where(t => open.Reviews.Any(r => r.Id == t.ReviewId && r.Sur == board.State)).OrderByDescending(t => t.Id).Select(t => t.Text).Take(Background).ToListAsync(cancel);
            return await TextShelf.BuildAsync(store.Reference, board.State, board.Session, drafts.Select(d => new ShelfText(d.Id, Reviews.State.Unknown, d.Text)), before, cancel);
        });
    }

    /// <summary>The report's recommendations.</summary>
    internal Task<TextShelf> ReportAsync(Store store, DayBoard board, long sequence, IReadOnlyList<RecommendationRow> rows, CancellationToken cancel) =>
        _shelves.GetAsync($"report {store.World} {store.Location.DataFolder} {board.State} {board.Session} {sequence}", () =>
            TextShelf.BuildAsync(store.Reference, board.State, board.Session, rows.Select(r => new ShelfText(r.Id, r.Rs, r.Text)), [], cancel));

    /// <summary>The drafts that count for a board: those of its plan and those of no plan.</summary>
    internal static IQueryable<DraftRecommendation> Of(OpenUprDb db, DayBoard board) => Of(db, board.PlanId);

    /// <summary>The same of any review.</summary>
    /// <param name="planId">Null for a review without a plan: all drafts count.</param>
    internal static IQueryable<DraftRecommendation> Of(OpenUprDb db, long? planId) =>
        db.DraftRecommendations.AsNoTracking().Where(d => d.State != DraftRecommendation.Dropped && (d.PlanId == null || planId == null || d.PlanId == planId));
}
