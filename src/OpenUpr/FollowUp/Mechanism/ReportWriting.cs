using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Mechanism;

/// <summary>A report on an action, as typed.</summary>
public sealed record ReportWish(string? Done, string? State, string? Percent, string? Obstacles, string? Help, string? NextOn);

/// <summary>Progress reports of responsible bodies. They are only added, so that two who write at once never overwrite each other; who has not seen the newest is shown it first.</summary>
public static class ReportWriting
{
    /// <summary>Reports on one action.</summary>
    public const int Most = 500;

    /// <summary>States that a body can say; the matrix has its own.</summary>
    public static IReadOnlyList<string> States { get; } = [ActionEntry.Planned, ActionEntry.Agreed, ActionEntry.Begun, ActionEntry.Done];

    /// <summary>Adds a report of a member of the room.</summary>
    /// <param name="seen">The newest report that the writer had before them; null for none.</param>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long followId, long actionId, long? seen, ReportWish wish, string? client, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "report.add", ActionWriting.Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, followId, cancel) is { } no)
            {
                return no;
            }

            return await db.PlannedActions.AnyAsync(a => a.Id == actionId && a.FollowId == followId, cancel) ? await WriteAsync(rooms, access, db, actionId, false, seen, wish, client, cancel) : Outcome.Absent;
        }, cancel);

    /// <summary>Adds a report of a guest to whom the action was given.</summary>
    /// <param name="dutyId">The number under which it was given to them.</param>
    public static Task<Outcome> AddAsGuestAsync(Rooms rooms, CoalitionAccess access, long dutyId, long? seen, ReportWish wish, string? client, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Guest, "report.guest", ReportDuties.Thing, async db =>
            access.MemberId is { } me && await db.ReportGuests.SingleOrDefaultAsync(g => g.Id == dutyId && g.MemberId == me, cancel) is { } duty
                ? await WriteAsync(rooms, access, db, duty.ActionId, true, seen, wish, client, cancel) is { IsDone: false } no ? no : Outcome.Done(dutyId) : Outcome.Absent, cancel);

    private static async Task<Outcome> WriteAsync(Rooms rooms, CoalitionAccess access, OpenUprDb db, long actionId, bool isGuests, long? seen, ReportWish wish, string? client, CancellationToken cancel)
    {
        var fields = new Fields();
        var report = new ProgressReport
        {
            CoalitionId = access.CoalitionId, ActionId = actionId, Done = fields.Required("done", wish.Done, Fields.Note), State = string.IsNullOrEmpty(wish.State) ? null : fields.OneOf("state", wish.State, [.. States]),
            Percent = (int?)fields.Number("percent", wish.Percent, 0, 100), Obstacles = fields.Optional("obstacles", wish.Obstacles, Fields.Note), Help = fields.Optional("help", wish.Help, Fields.Note), NextOn = fields.Day("next", wish.NextOn),
            IsGuests = isGuests, AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow(), ClientId = Arrivals.Client(client),
        };
        if (fields.Wrong is { } wrong)
        {
            return wrong;
        }

        var there = await db.ProgressReports.AsNoTracking().Where(r => r.ActionId == actionId).OrderByDescending(r => r.Id).Select(r => new { r.Id, r.ClientId, r.AuthorId }).ToListAsync(cancel);
        if (there.Any(r => r.ClientId == report.ClientId && r.AuthorId == access.MemberId))
        {
            return Outcome.Done(actionId);
        }

        if (there.Count > 0 && there[0].Id != seen)
        {
            return Outcome.Not(Refusal.Conflict, "done");
        }

        if (there.Count >= Most)
        {
            return Outcome.Not(Refusal.TooMany, "done");
        }

        report.Id = await db.TakeIdsAsync(Counters.ProgressReports, 1, cancel);
        db.ProgressReports.Add(report);
        return Outcome.Done(actionId);
    }
}
