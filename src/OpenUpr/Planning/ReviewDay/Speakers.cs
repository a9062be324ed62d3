using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>The list of speakers of a board. Whoever writes lines may keep it: in the room there is no time to ask.</summary>
public static class Speakers
{
    /// <summary>On the list first, by place; who was left out behind them.</summary>
    public static async Task<IReadOnlyList<DaySpeaker>> ListAsync(Store store, CoalitionAccess access, long boardId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.DaySpeakers.AsNoTracking().Where(s => s.BoardId == boardId).OrderBy(s => s.IsLeftOut).ThenBy(s => s.Order).ThenBy(s => s.Id).ToListAsync(cancel);
    }

    /// <summary>Adds States behind those on the list; one that is there already stays where it is, one that was left out comes back.</summary>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long boardId, IReadOnlyList<NamedSpeaker> states, CancellationToken cancel) =>
        BoardWriting.RunAsync(rooms, access, CoalitionRole.Contributor, boardId, async (db, board) =>
        {
            var known = await db.DaySpeakers.Where(s => s.BoardId == boardId).ToListAsync(cancel);
            var place = known.Count == 0 ? 0 : known.Max(s => s.Order);
            foreach (var named in states.Where(s => rooms.Store.Reference.FindState(s.State) is not null && s.State != board.State))
            {
                if (known.Find(s => s.State == named.State) is not { } speaker)
                {
                    speaker = new DaySpeaker { Id = await db.TakeIdsAsync(Counters.DaySpeakers, 1, cancel), CoalitionId = access.CoalitionId, BoardId = boardId, Order = ++place, State = named.State };
                    db.DaySpeakers.Add(speaker);
                    known.Add(speaker);
                }

                speaker.IsMember |= named.IsMember;
                speaker.IsLeftOut = false;
                BoardWriting.Touch(board, speaker);
            }

            return Outcome.Done(boardId);
        }, cancel);

    /// <summary>Moves a speaker one place up or down.</summary>
    public static Task<Outcome> MoveAsync(Rooms rooms, CoalitionAccess access, long boardId, long id, bool up, CancellationToken cancel) =>
        ChangeAsync(rooms, access, boardId, id, async (db, board, speaker) =>
        {
            var list = await db.DaySpeakers.Where(s => s.BoardId == boardId && !s.IsLeftOut).OrderBy(s => s.Order).ThenBy(s => s.Id).ToListAsync(cancel);
            var (from, to) = (list.FindIndex(s => s.Id == id), list.FindIndex(s => s.Id == id) + (up ? -1 : 1));
            if (from >= 0 && to >= 0 && to < list.Count)
            {
                (list[from], list[to]) = (list[to], list[from]);
                Number(board, list);
            }
        }, cancel);

    /// <summary>Puts a speaker at a place, from 1.</summary>
    public static Task<Outcome> PlaceAsync(Rooms rooms, CoalitionAccess access, long boardId, long id, int place, CancellationToken cancel) =>
        ChangeAsync(rooms, access, boardId, id, async (db, board, speaker) =>
        {
            var list = await db.DaySpeakers.Where(s => s.BoardId == boardId && !s.IsLeftOut && s.Id != id).OrderBy(s => s.Order).ThenBy(s => s.Id).ToListAsync(cancel);
            list.Insert(Math.Clamp(place - 1, 0, list.Count), speaker);
            Number(board, list);
        }, cancel);

    /// <summary>Says that a speaker did not speak, or does after all.</summary>
    public static Task<Outcome> LeaveOutAsync(Rooms rooms, CoalitionAccess access, long boardId, long id, bool isOut, CancellationToken cancel) =>
        ChangeAsync(rooms, access, boardId, id, (_, board, speaker) =>
        {
            speaker.IsLeftOut = isOut;
            board.FloorId = isOut && board.FloorId == id ? null : board.FloorId;
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Says whether a speaker sits on the Council.</summary>
    public static Task<Outcome> SetMemberAsync(Rooms rooms, CoalitionAccess access, long boardId, long id, bool isMember, CancellationToken cancel) =>
        ChangeAsync(rooms, access, boardId, id, (_, _, speaker) =>
        {
            speaker.IsMember = isMember;
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Gives a speaker the floor; the first time is the time at which it spoke.</summary>
    /// <param name="at">By the writer's clock; no later than now.</param>
    public static Task<Outcome> GiveFloorAsync(Rooms rooms, CoalitionAccess access, long boardId, long id, DateTimeOffset? at, CancellationToken cancel) =>
        ChangeAsync(rooms, access, boardId, id, (_, board, speaker) =>
        {
            board.FloorId = id;
            board.Stage = board.Stage == DayBoard.Prepared ? DayBoard.Live : board.Stage;
            speaker.SpokeAt ??= Lines.WhenOf(rooms.Time.GetUtcNow(), at);
            speaker.IsLeftOut = false;
            return Task.CompletedTask;
        }, cancel);

    private static void Number(DayBoard board, List<DaySpeaker> list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Order != i + 1)
            {
                list[i].Order = i + 1;
                BoardWriting.Touch(board, list[i]);
            }
        }
    }

    private static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long boardId, long id, Func<OpenUprDb, DayBoard, DaySpeaker, Task> work, CancellationToken cancel) =>
        BoardWriting.RunAsync(rooms, access, CoalitionRole.Contributor, boardId, async (db, board) =>
        {
            if (await db.DaySpeakers.SingleOrDefaultAsync(s => s.Id == id && s.BoardId == boardId, cancel) is not { } speaker)
            {
                return Outcome.Absent;
            }

            await work(db, board, speaker);
            BoardWriting.Touch(board, speaker);
            return Outcome.Done(boardId);
        }, cancel);
}
