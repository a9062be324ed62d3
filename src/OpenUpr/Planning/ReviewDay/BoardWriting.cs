using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>
/// One write to a board. Lines and speakers are not in the coalition's log: a review brings hundreds, and each says itself who wrote it and when.
/// What the log holds is that a board was made, deleted or compared with the report (<see cref="Boards"/>, <see cref="Reconciling"/>).
/// </summary>
internal static class BoardWriting
{
    public static async Task<Outcome> RunAsync(Rooms rooms, CoalitionAccess access, CoalitionRole least, long boardId, Func<OpenUprDb, DayBoard, Task<Outcome>> work, CancellationToken cancel)
    {
        if (!access.Is(least))
        {
            return Outcome.Absent;
        }

        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (!await access.StillHoldsAsync(db, cancel) || await db.DayBoards.SingleOrDefaultAsync(b => b.Id == boardId, cancel) is not { } board)
        {
            return Outcome.Absent;
        }

        var outcome = await work(db, board);
        if (outcome.IsDone)
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return outcome;
    }

    /// <summary>Marks a line as changed now.</summary>
    public static void Touch(DayBoard board, DayNote note)
    {
        note.Revision++;
        note.Sequence = ++board.Sequence;
    }

    public static void Touch(DayBoard board, DaySpeaker speaker) => speaker.Sequence = ++board.Sequence;
}
