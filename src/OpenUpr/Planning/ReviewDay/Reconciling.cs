using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>A recommendation of the report that a line may have become, 0 to 1.</summary>
public sealed record ReportMatch(RecommendationRow Row, double Score);

/// <summary>A line beside the report.</summary>
/// <param name="State">Who said it; null where nobody noted it.</param>
/// <param name="Confirmed">What it became, as a person said.</param>
/// <param name="Found">What it may have become, best first; from the same State alone where that is known.</param>
public sealed record ReconciledLine(LineView Line, string? State, RecommendationRow? Confirmed, IReadOnlyList<ReportMatch> Found);

/// <summary>A board beside the report.</summary>
/// <param name="Report">Recommendations of the report by the store; 0 before it was imported.</param>
/// <param name="Lines">A page of the recommendations that were noted and about which nobody has decided first.</param>
/// <param name="Noted">All recommendations that were noted.</param>
/// <param name="Unnoted">Recommendations of the report that no line was confirmed to be, in the report's order.</param>
public sealed record ReconcileView(DayBoard Board, int Report, IReadOnlyList<ReconciledLine> Lines, int Noted, int Undecided, IReadOnlyList<RecommendationRow> Unnoted);

/// <summary>
/// What was noted is provisional until the report is there (requirement I5): each recommendation then becomes a paragraph of it, or none. The program proposes
/// by State and likeness of text; a person confirms, one by one or all that are sure.
/// </summary>
public static class Reconciling
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Lines that one deed confirms at most.</summary>
    private const int AtOnce = 500;

    /// <summary>Proposals for a line.</summary>
    private const int Offered = 3;

    /// <summary>Null where there is no such board for this person.</summary>
    public static async Task<ReconcileView?> ReadAsync(Store store, DayMatcher matcher, CoalitionAccess access, long boardId, int page, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (await db.DayBoards.AsNoTracking().SingleOrDefaultAsync(b => b.Id == boardId, cancel) is not { } board)
        {
            return null;
        }

        var report = await ReportAsync(store, db, board, cancel);
        var said = db.DayNotes.AsNoTracking().Where(n => n.BoardId == boardId && n.WithdrawnAt == null && n.Kind == DayNote.Recommendation);
        var decided = await said.Where(n => n.RecommendationId != null).Select(n => n.RecommendationId!.Value).ToListAsync(cancel);
        var undecided = await said.CountAsync(n => n.Status == DayNote.Provisional, cancel);
        var notes = await said.OrderBy(n => n.Status != DayNote.Provisional).ThenBy(n => n.Id).Skip(page * PageSize).Take(PageSize).ToListAsync(cancel);
        var lines = await BesideAsync(store, matcher, db, board, report, notes, cancel);
        return new ReconcileView(board, report.Count, lines, await said.CountAsync(cancel), undecided, [.. report.Where(r => !decided.Contains(r.Id))]);
    }

    /// <summary>Says what lines became: by line, a recommendation of the report, or null for none of it.</summary>
    public static Task<Outcome> ConfirmAsync(Rooms rooms, CoalitionAccess access, long boardId, IReadOnlyDictionary<long, long?> choices, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "day.reconcile", "review-day", async db =>
        {
            if (await db.DayBoards.SingleOrDefaultAsync(b => b.Id == boardId, cancel) is not { } board)
            {
                return Outcome.Absent;
            }

            var report = (await Ids(db, board).ToListAsync(cancel)).ToHashSet();
            var ids = choices.Keys.Take(AtOnce).ToList();
            var notes = await db.DayNotes.Where(n => n.BoardId == boardId && ids.Contains(n.Id) && n.WithdrawnAt == null).ToListAsync(cancel);
            if (notes.Count != choices.Count || choices.Values.Any(c => c is { } id && !report.Contains(id)))
            {
                return Outcome.Not(Refusal.Unknown, "choice");
            }

            notes.ForEach(n => Settle(board, n, choices[n.Id]));
            await SettleBoardAsync(db, board, cancel);
            return Outcome.Done(boardId);
        }, cancel);

    /// <summary>Confirms all lines whose likest recommendation of the same State is sure (<see cref="Likeness.Sure"/>). Refused as empty where none is.</summary>
    public static async Task<Outcome> ConfirmSureAsync(Rooms rooms, DayMatcher matcher, CoalitionAccess access, long boardId, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Editor))
        {
            return Outcome.Absent;
        }

        await using var db = rooms.Store.Open(access);
        if (await db.DayBoards.AsNoTracking().SingleOrDefaultAsync(b => b.Id == boardId, cancel) is not { } board)
        {
            return Outcome.Absent;
        }

        var open = await db.DayNotes.AsNoTracking().Where(n => n.BoardId == boardId && n.WithdrawnAt == null && n.Kind == DayNote.Recommendation && n.Status == DayNote.Provisional).OrderBy(n => n.Id).Take(AtOnce).ToListAsync(cancel);
        var lines = await BesideAsync(rooms.Store, matcher, db, board, await ReportAsync(rooms.Store, db, board, cancel), open, cancel);
        var sure = lines.Where(l => l.State is not null && l.Found.Count > 0 && Likenesses.Of(l.Found[0].Score) == Likeness.Sure).ToDictionary(l => l.Line.Note.Id, l => (long?)l.Found[0].Row.Id);
        return sure.Count == 0 ? Outcome.Not(Refusal.Empty) : await ConfirmAsync(rooms, access, boardId, sure, cancel);
    }

    /// <summary>Takes back what was said of a line.</summary>
    public static Task<Outcome> ReopenAsync(Rooms rooms, CoalitionAccess access, long boardId, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "day.reconcile", "review-day", async db =>
        {
            if (await db.DayBoards.SingleOrDefaultAsync(b => b.Id == boardId, cancel) is not { } board || await db.DayNotes.SingleOrDefaultAsync(n => n.Id == id && n.BoardId == boardId, cancel) is not { } note)
            {
                return Outcome.Absent;
            }

            (note.Status, note.RecommendationId) = (DayNote.Provisional, null);
            BoardWriting.Touch(board, note);
            board.Stage = DayBoard.Live;
            return Outcome.Done(boardId);
        }, cancel);

    /// <summary>The recommendations of the board's review that the store holds, in the report's order.</summary>
    internal static async Task<IReadOnlyList<RecommendationRow>> ReportAsync(Store store, OpenUprDb db, DayBoard board, CancellationToken cancel) =>
        await RecommendationRows.ByIdsAsync(store, await Ids(db, board).ToListAsync(cancel), cancel);

    internal static Task<Dictionary<long, string>> StatesAsync(OpenUprDb db, long boardId, CancellationToken cancel) =>
        db.DaySpeakers.AsNoTracking().Where(s => s.BoardId == boardId).ToDictionaryAsync(s => s.Id, s => s.State, cancel);

    private static IQueryable<long> Ids(OpenUprDb db, DayBoard board) =>
        from pair in db.Recommendations.AsNoTracking()
        join text in db.Texts on pair.TextId equals text.Id
        join review in db.Reviews on text.ReviewId equals review.Id
        where review.Sur == board.State && review.Session == board.Session && text.Kind == RecommendationKind.Recommendation && pair.MergedIntoId == null
        orderby text.Id, pair.Id
        select pair.Id;

    private static async Task<IReadOnlyList<ReconciledLine>> BesideAsync(Store store, DayMatcher matcher, OpenUprDb db, DayBoard board, IReadOnlyList<RecommendationRow> report, List<DayNote> notes, CancellationToken cancel)
    {
        var shelf = await matcher.ReportAsync(store, board, await db.Changes.MaxAsync(c => (long?)c.Sequence, cancel) ?? 0, report, cancel);
        var rows = report.ToDictionary(r => r.Id);
        var states = await StatesAsync(db, board.Id, cancel);
        return [.. (await BoardFeed.ViewAsync(db, board, notes, cancel)).Select(line =>
        {
            var state = line.Note.SpeakerId is { } speaker ? states.GetValueOrDefault(speaker) : null;
            var confirmed = line.Note.RecommendationId is { } id ? rows.GetValueOrDefault(id) : null;
            var found = line.Note.Status == DayNote.Provisional ? shelf.Find(line.Note.Text, state, Offered).Where(f => Likenesses.Of(f.Score) != Likeness.None) : [];
            return new ReconciledLine(line, state, confirmed, [.. found.Select(f => new ReportMatch(rows[f.Id], f.Score))]);
        })];
    }

    private static void Settle(DayBoard board, DayNote note, long? recommendation)
    {
        (note.Status, note.RecommendationId) = (recommendation is null ? DayNote.NotInReport : DayNote.Confirmed, recommendation);
        BoardWriting.Touch(board, note);
    }

    private static async Task SettleBoardAsync(OpenUprDb db, DayBoard board, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var isOpen = await db.DayNotes.AnyAsync(n => n.BoardId == board.Id && n.WithdrawnAt == null && n.Kind == DayNote.Recommendation && n.Status == DayNote.Provisional, cancel);
        board.Stage = isOpen ? DayBoard.Live : DayBoard.Settled;
    }
}
