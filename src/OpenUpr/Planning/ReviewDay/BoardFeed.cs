using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>A line with the words that a page shows beside it.</summary>
/// <param name="Author">Null for a former member.</param>
/// <param name="Draft">The draft that it is like; null where there is none that the person may see.</param>
public sealed record LineView(DayNote Note, string? Author, DraftRecommendation? Draft);

/// <summary>What changed on a board since a number.</summary>
/// <param name="HasMore">Whether there is more than fits into one answer: ask again from the last line's number.</param>
/// <param name="UpTo">The number to ask from next.</param>
public sealed record BoardChanges(DayBoard Board, IReadOnlyList<DaySpeaker> Speakers, IReadOnlyList<LineView> Lines, long UpTo, bool HasMore);

/// <summary>Reads a board's lines: all that is new, the last ones, or one speaker's.</summary>
public static class BoardFeed
{
    /// <summary>Lines in one answer: about 100 kB.</summary>
    public const int AtOnce = 300;

    /// <summary>Null where there is no such board for this person.</summary>
    public static async Task<BoardChanges?> SinceAsync(Store store, CoalitionAccess access, long boardId, long since, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (await db.DayBoards.AsNoTracking().SingleOrDefaultAsync(b => b.Id == boardId, cancel) is not { } board)
        {
            return null;
        }

        if (since >= board.Sequence)
        {
            return new BoardChanges(board, [], [], board.Sequence, false);
        }

        var notes = await db.DayNotes.AsNoTracking().Where(n => n.BoardId == boardId && n.Sequence > since).OrderBy(n => n.Sequence).Take(AtOnce + 1).ToListAsync(cancel);
        var hasMore = notes.Count > AtOnce;
        var upTo = hasMore ? notes[AtOnce - 1].Sequence : board.Sequence;
        var speakers = await db.DaySpeakers.AsNoTracking().Where(s => s.BoardId == boardId && s.Sequence > since && s.Sequence <= upTo).OrderBy(s => s.Order).ToListAsync(cancel);
        return new BoardChanges(board, speakers, await ViewAsync(db, board, [.. notes.Take(AtOnce)], cancel), upTo, hasMore);
    }

    /// <summary>The last lines, the newest first; those taken back are left out.</summary>
    public static async Task<IReadOnlyList<LineView>> LastAsync(Store store, CoalitionAccess access, DayBoard board, int count, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var notes = await db.DayNotes.AsNoTracking().Where(n => n.BoardId == board.Id && n.WithdrawnAt == null).OrderByDescending(n => n.Id).Take(count).ToListAsync(cancel);
        return await ViewAsync(db, board, notes, cancel);
    }

    /// <summary>Lines in the order in which they were said, a page at a time.</summary>
    /// <param name="speakerId">One speaker's; 0 for what the State under review replied; null for all.</param>
    public static async Task<(IReadOnlyList<LineView> Lines, int All)> PageAsync(Store store, CoalitionAccess access, DayBoard board, long? speakerId, int skip, int take, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var notes = db.DayNotes.AsNoTracking().Where(n => n.BoardId == board.Id && n.WithdrawnAt == null);
        notes = speakerId switch { null => notes, 0 => notes.Where(n => n.Kind == DayNote.Reply), { } id => notes.Where(n => n.SpeakerId == id) };
        var all = await notes.CountAsync(cancel);
        return (await ViewAsync(db, board, await notes.OrderBy(n => n.Id).Skip(skip).Take(take).ToListAsync(cancel), cancel), all);
    }

    internal static async Task<IReadOnlyList<LineView>> ViewAsync(OpenUprDb db, DayBoard board, List<DayNote> notes, CancellationToken cancel)
    {
        if (notes.Count == 0)
        {
            return [];
        }

        var names = await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        var drafts = notes.Any(n => n.DraftId is not null) ? await DayMatcher.Of(db, board).ToDictionaryAsync(d => d.Id, cancel) : [];
        return [.. notes.Select(n => new LineView(n, n.AuthorId is { } author ? names.GetValueOrDefault(author) : null, n.DraftId is { } draft ? drafts.GetValueOrDefault(draft) : null))];
    }
}
