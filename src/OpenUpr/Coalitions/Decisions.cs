using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>What meetings decided, who does it and by when (requirement D5).</summary>
public static class Decisions
{
    /// <summary>What is not done yet, the first due first; those without a day last.</summary>
    public static async Task<IReadOnlyList<DecisionRow>> OpenAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var rows = await db.Decisions.AsNoTracking().Where(d => d.DoneAt == null).Select(d => new DecisionRow(
            d, db.Members.Where(m => m.Id == d.OwnerId).Select(m => m.Name).FirstOrDefault(), db.Meetings.Where(m => m.Id == d.MeetingId).Select(m => m.Title).FirstOrDefault())).ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.Decision.DueOn ?? DateOnly.MaxValue).ThenBy(r => r.Decision.Id)];
    }

    /// <summary>Writes down what a meeting decided.</summary>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long meetingId, string? text, long? ownerId, string? dueOn, CancellationToken cancel) =>
        Meetings.ChangeAsync(rooms, access, meetingId, "decision.add", async (db, meeting) =>
        {
            var fields = new Fields();
            var decision = new Decision { CoalitionId = access.CoalitionId, ClusterId = meeting.ClusterId, MeetingId = meetingId, Text = fields.Required("decision", text, Fields.Note), DueOn = fields.Day("due", dueOn) };
            decision.OwnerId = ownerId is not { } owner ? null : await db.Members.AnyAsync(m => m.Id == owner, cancel) ? owner : fields.Refuse<long?>(Refusal.Unknown, "owner", null);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            decision.Id = await db.TakeIdsAsync(Counters.Decisions, 1, cancel);
            db.Decisions.Add(decision);
            return Outcome.Done(meetingId);
        }, cancel);

    /// <summary>Says that it is done, or not done after all: whoever has it to do, and editors.</summary>
    /// <param name="meetingId">The meeting on whose page that is said; null where it is said elsewhere.</param>
    public static Task<Outcome> SetDoneAsync(Rooms rooms, CoalitionAccess access, long id, bool done, CancellationToken cancel, long? meetingId = null) =>
        rooms.WriteAsync(access, CoalitionRole.Observer, done ? "decision.done" : "decision.reopen", "decision", async db =>
        {
            if (await db.Decisions.SingleOrDefaultAsync(d => d.Id == id && (meetingId == null || d.MeetingId == meetingId), cancel) is not { } decision || !(access.Is(CoalitionRole.Editor) || decision.OwnerId == access.MemberId))
            {
                return Outcome.Absent;
            }

            decision.DoneAt = done ? decision.DoneAt ?? rooms.Time.GetUtcNow() : null;
            return Outcome.Done(decision.MeetingId);
        }, cancel);
}
