using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>A board, as typed.</summary>
/// <param name="Plan">Number of a plan; null for none.</param>
/// <param name="StartsAt">As forms send it: 2026-11-22T16:00, in Coordinated Universal Time.</param>
/// <param name="Troika">Up to three States, in any usual form of their names, apart by commas, semicolons or lines.</param>
/// <param name="Revision">The one that the writer had before them; null for a new board.</param>
public sealed record BoardWish(long? Plan, string? State, int? Session, string? StartsAt, string? MemberSeconds, string? OtherSeconds, string? Webcast, string? Viewing, string? Troika, string? TroikaNote, int? Revision);

/// <summary>A board in a list.</summary>
public sealed record BoardRow(DayBoard Board, int Speakers, int Lines);

/// <summary>The coalition's boards.</summary>
public static class Boards
{
    /// <summary>The three States of a troika (Human Rights Council resolution 5/1, annex, paragraph 18 (d)).</summary>
    public const int TroikaSize = 3;

    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<BoardRow>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var rows = await db.DayBoards.AsNoTracking()
            .Select(b => new { Board = b, Speakers = db.DaySpeakers.Count(s => s.BoardId == b.Id && !s.IsLeftOut), Lines = db.DayNotes.Count(n => n.BoardId == b.Id && n.WithdrawnAt == null) }).ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.Board.StartsAt).Select(r => new BoardRow(r.Board, r.Speakers, r.Lines))];
    }

    /// <summary>Null where there is no such board for this person.</summary>
    public static async Task<DayBoard?> FindAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.DayBoards.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel);
    }

    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, BoardWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "day.add", "review-day", async db =>
        {
            var fields = new Fields();
            var reference = rooms.Store.Reference;
            var plan = wish.Plan is { } number ? await db.ReviewPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == number, cancel) ?? fields.Refuse<ReviewPlan?>(Refusal.Unknown, "plan", null) : null;
            var state = plan?.State ?? (reference.FindState(wish.State ?? "") is { Status: StateStatus.Member } found ? found.Iso3 : fields.Refuse(wish.State is null ? Refusal.Empty : Refusal.Unknown, "state", ""));
            var session = wish.Session ?? plan?.Session ?? fields.Refuse(Refusal.Empty, "session", 0);
            if (fields.Wrong is null && reference.FindSession(session) is null)
            {
                fields.Refuse(Refusal.Unknown, "session", 0);
            }

            var board = new DayBoard { Id = 0, CoalitionId = access.CoalitionId, PlanId = plan?.Id, State = state, Session = session, Stage = DayBoard.Prepared, AuthorId = access.MemberId };
            Fill(board, fields, reference, wish);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            board.Id = await db.TakeIdsAsync(Counters.DayBoards, 1, cancel);
            db.DayBoards.Add(board);
            return Outcome.Done(board.Id);
        }, cancel);

    /// <summary>Changes hours, times to speak, links and what is known of the troika. Two who write at once do not overwrite each other: the second is told.</summary>
    public static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long id, BoardWish wish, CancellationToken cancel) =>
        BoardWriting.RunAsync(rooms, access, CoalitionRole.Editor, id, (_, board) =>
        {
            if (board.Revision != wish.Revision)
            {
                return Task.FromResult(Outcome.Not(Refusal.Conflict));
            }

            var fields = new Fields();
            Fill(board, fields, rooms.Store.Reference, wish);
            board.Sequence++;
            return Task.FromResult(fields.Wrong ?? Outcome.Done(id));
        }, cancel);

    /// <summary>Deletes a board with its speakers and lines for good.</summary>
    public static Task<Outcome> DeleteAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "day.delete", "review-day", async db =>
        {
            await db.DayNotes.Where(n => n.BoardId == id).ExecuteDeleteAsync(cancel);
            await db.DaySpeakers.Where(s => s.BoardId == id).ExecuteDeleteAsync(cancel);
            return await db.DayBoards.Where(b => b.Id == id).ExecuteDeleteAsync(cancel) == 0 ? Outcome.Absent : Outcome.Done(id);
        }, cancel);

    private static void Fill(DayBoard board, Fields fields, ReferenceData reference, BoardWish wish)
    {
        board.StartsAt = fields.Moment("starts", wish.StartsAt);
        board.MemberSeconds = Seconds("members", wish.MemberSeconds, SpeakingTime.Usual.MemberSeconds);
        board.OtherSeconds = Seconds("others", wish.OtherSeconds, SpeakingTime.Usual.OtherSeconds);
        board.Webcast = fields.Address("webcast", wish.Webcast);
        board.Viewing = fields.Optional("viewing", wish.Viewing, Fields.Note);
        board.TroikaNote = fields.Optional("troika-note", wish.TroikaNote, Fields.Note);
        board.Troika = Troika(fields, reference, wish.Troika);
        board.Revision++;

        int Seconds(string field, string? value, int usual) => (int)(fields.Number(field, value, SpeakingTime.Least, SpeakingTime.Most) ?? usual);
    }

    private static string? Troika(Fields fields, ReferenceData reference, string? typed)
    {
        if (fields.Optional("troika", typed) is not { } text)
        {
            return null;
        }

        var read = SpeakerNames.Read(reference, text, new Dictionary<string, string>());
        return read.Doubtful.Count > 0 || read.Found.Count > TroikaSize ? fields.Refuse<string?>(Refusal.Unknown, "troika", null) : string.Join(',', read.Found.Select(f => f.State));
    }

    /// <summary>The day of the review at an hour of the morning session: what a new board's form begins with. Null where the session has no day yet.</summary>
    public static string? Begins(ReferenceData reference, int session) =>
        reference.FindSession(session) is { Precision: Precision.Day, Start: { } start } ? start.ToString("yyyy-MM-dd'T08:00'", CultureInfo.InvariantCulture) : null;
}
