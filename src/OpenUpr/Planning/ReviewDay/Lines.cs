using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>A line as somebody sends it; again and again until it is acknowledged.</summary>
/// <param name="ClientId">Made at random by the sender: what was sent before is the same line.</param>
/// <param name="Kind">Null where the text's first sign says it (<see cref="LineReading"/>).</param>
/// <param name="Revision">The revision that the writer had before them; null for a new line. A known line without it is acknowledged as it stands.</param>
/// <param name="IsGone">Whether the writer takes the line back.</param>
public sealed record LineWish(string? ClientId, string? Kind, long? SpeakerId, string? Text, DateTimeOffset? At, int? Revision = null, bool IsGone = false);

/// <summary>What came of a line.</summary>
/// <param name="Stored">As it stands now; null where it was refused, and where a line was taken back before it came.</param>
public sealed record LineResult(string ClientId, Outcome Outcome, DayNote? Stored);

/// <summary>
/// Writing down what is said. Lines are appended and never overwritten: one that is sent twice is stored once, and of two who correct the same line
/// the second is told and sees both.
/// </summary>
public static partial class Lines
{
    /// <summary>Characters of a line: the longest recommendations of reports have some 1,500.</summary>
    public const int Longest = 4_000;

    /// <summary>Lines that may come at once.</summary>
    public const int AtOnce = 100;

    /// <summary>Lines of one board.</summary>
    public const int Most = 10_000;

    /// <summary>For how long a line may wait on a device before the clock there is no longer believed.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(7);

    /// <summary>Stores lines, each by itself: one that is refused keeps no other back. Null where there is no such board for this person, or they may not write.</summary>
    public static async Task<IReadOnlyList<LineResult>?> SendAsync(Rooms rooms, DayMatcher matcher, CoalitionAccess access, long boardId, IReadOnlyList<LineWish> wishes, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Contributor) || await Boards.FindAsync(rooms.Store, access, boardId, cancel) is not { } seen)
        {
            return null;
        }

        // Reading a text takes longer than storing it; nobody else has to wait for that.
        List<(LineWish Wish, string? Kind, string Text)> lines = [.. wishes.Take(AtOnce).Select(w => (w, LineReading.Read(w.Kind, w.Text))).Select(l => (l.w, l.Item2.Kind, l.Item2.Text))];
        var readings = await matcher.ReadAsync(rooms.Store, access, seen, [.. lines.Select(l => (l.Kind ?? "", l.Text.Length > Longest ? "" : l.Text))], cancel);
        var results = new List<LineResult>();
        var outcome = await BoardWriting.RunAsync(rooms, access, CoalitionRole.Contributor, boardId, async (db, board) =>
        {
            var ids = lines.Select(l => l.Wish.ClientId ?? "").ToList();
            var known = await db.DayNotes.Where(n => n.BoardId == boardId && ids.Contains(n.ClientId)).ToDictionaryAsync(n => n.ClientId, cancel);
            var speakers = (await db.DaySpeakers.Where(s => s.BoardId == boardId).Select(s => s.Id).ToListAsync(cancel)).ToHashSet();
            var room = Most - await db.DayNotes.CountAsync(n => n.BoardId == boardId, cancel);
            foreach (var ((wish, kind, text), reading) in lines.Zip(readings))
            {
                var line = new Line(wish, kind, text, reading, IsSpeaker: wish.SpeakerId is not { } speaker || speakers.Contains(speaker));
                var result = known.GetValueOrDefault(wish.ClientId ?? "") is { } note ? Change(access, board, note, line, rooms.Time.GetUtcNow()) : Refuse(line, room) is { } refused ? new LineResult(wish.ClientId ?? "", refused, null)
                    : wish.IsGone ? new LineResult(wish.ClientId!, Outcome.Done(boardId), null) : await AppendAsync(rooms, access, db, board, line, cancel);
                room -= result.Stored is not null && known.TryAdd(result.ClientId, result.Stored) ? 1 : 0;
                results.Add(result);
            }

            board.Stage = board.Stage == DayBoard.Prepared && known.Count > 0 ? DayBoard.Live : board.Stage;
            return Outcome.Done(boardId);
        }, cancel);
        return outcome.IsDone ? results : null;
    }

    /// <summary>Says of a line whether it comes from the draft that it is like.</summary>
    /// <param name="isOurs">Null for "not decided".</param>
    public static Task<Outcome> JudgeAsync(Rooms rooms, CoalitionAccess access, long boardId, long id, bool? isOurs, CancellationToken cancel) =>
        BoardWriting.RunAsync(rooms, access, CoalitionRole.Contributor, boardId, async (db, board) =>
        {
            if (await db.DayNotes.SingleOrDefaultAsync(n => n.Id == id && n.BoardId == boardId, cancel) is not { DraftId: not null } note)
            {
                return Outcome.Absent;
            }

            note.IsOurs = isOurs;
            BoardWriting.Touch(board, note);
            return Outcome.Done(boardId);
        }, cancel);

    /// <summary>Null where there is no such line for this person.</summary>
    public static async Task<DayNote?> FindAsync(Store store, CoalitionAccess access, long boardId, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.DayNotes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.BoardId == boardId, cancel);
    }

    /// <summary>Whether the person may correct a line: their own, or any as an editor.</summary>
    public static bool MayChange(CoalitionAccess access, DayNote note) => access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && note.AuthorId is { } author && author == access.MemberId);

    /// <summary>The writer's time where it can be believed: not of the future, and not of another week.</summary>
    internal static DateTimeOffset WhenOf(DateTimeOffset now, DateTimeOffset? said) => said is { } at && at <= now && at > now - s_longestWait ? at.ToUniversalTime() : now;

    private static Outcome? Refuse(Line line, int room)
    {
        var (kind, text) = (line.Kind, line.Text);
        return !ClientIds().IsMatch(line.Wish.ClientId ?? "") ? Outcome.Not(Refusal.Unknown, "client")
            : line.Wish.IsGone ? null
            : kind is null ? Outcome.Not(Refusal.Unknown, "kind")
            : text.Length == 0 ? Outcome.Not(Refusal.Empty, "text")
            : text.Length > Longest ? Outcome.Not(Refusal.TooLong, "text")
            : !line.IsSpeaker ? Outcome.Not(Refusal.Unknown, "speaker")
            : room <= 0 ? Outcome.Not(Refusal.TooLarge)
            : null;
    }

    private static async Task<LineResult> AppendAsync(Rooms rooms, CoalitionAccess access, OpenUprDb db, DayBoard board, Line line, CancellationToken cancel)
    {
        var note = new DayNote
        {
            Id = await db.TakeIdsAsync(Counters.DayNotes, 1, cancel), CoalitionId = access.CoalitionId, BoardId = board.Id, ClientId = line.Wish.ClientId!, Kind = "", Text = "", Issues = "",
            AuthorId = access.MemberId, At = WhenOf(rooms.Time.GetUtcNow(), line.Wish.At), Status = DayNote.Provisional,
        };
        Fill(note, line);
        BoardWriting.Touch(board, note);
        db.DayNotes.Add(note);
        return new LineResult(note.ClientId, Outcome.Done(note.Id), note);
    }

    /// <summary>A line that is there: sent again, corrected or taken back.</summary>
    private static LineResult Change(CoalitionAccess access, DayBoard board, DayNote note, Line line, DateTimeOffset now)
    {
        var isSame = note.Text == line.Text && note.Kind == line.Kind && note.SpeakerId == SpeakerOf(line);
        if (line.Wish is { IsGone: false, Revision: null } || (line.Wish.IsGone && note.WithdrawnAt is not null) || (isSame && !line.Wish.IsGone && note.WithdrawnAt is null))
        {
            return new LineResult(note.ClientId, note.AuthorId == access.MemberId || line.Wish.Revision is not null ? Outcome.Done(note.Id) : Outcome.Not(Refusal.Taken, "client"), note);
        }

        if (!MayChange(access, note))
        {
            return new LineResult(note.ClientId, Outcome.Absent, null);
        }

        if (line.Wish.Revision is { } seen && seen != note.Revision)
        {
            return new LineResult(note.ClientId, Outcome.Not(Refusal.Conflict), note);
        }

        if (Refuse(line, 1) is { } refused)
        {
            return new LineResult(note.ClientId, refused, note);
        }

        if (line.Wish.IsGone)
        {
            note.WithdrawnAt = now;
        }
        else
        {
            note.WithdrawnAt = null;
            Fill(note, line);
        }

        BoardWriting.Touch(board, note);
        return new LineResult(note.ClientId, Outcome.Done(note.Id), note);
    }

    private static void Fill(DayNote note, Line line)
    {
        if (note.Text != line.Text || note.Kind != line.Kind)
        {
            note.IsOurs = note.DraftId == line.Reading.DraftId ? note.IsOurs : null;
            (note.Issues, note.DraftId, note.DraftScore) = (line.Reading.Issues, line.Reading.DraftId, line.Reading.DraftScore);
        }

        (note.Kind, note.Text, note.SpeakerId) = (line.Kind!, line.Text, SpeakerOf(line));
    }

    /// <summary>What the State under review replies has no speaker of the list.</summary>
    private static long? SpeakerOf(Line line) => line.Kind == DayNote.Reply ? null : line.Wish.SpeakerId;

    private sealed record Line(LineWish Wish, string? Kind, string Text, LineReadings Reading, bool IsSpeaker);

    [GeneratedRegex("^[A-Za-z0-9_-]{8,40}$")]
    private static partial Regex ClientIds();
}
