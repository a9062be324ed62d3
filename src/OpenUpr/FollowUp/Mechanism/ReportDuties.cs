using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Mechanism;

/// <summary>An action that was given to a guest to report on, as they see it.</summary>
/// <param name="Plan">The action and its recommendations as they were when it was given.</param>
/// <param name="Reports">Those of guests on it, the newest first.</param>
public sealed record ReportDuty(ReportGuest Duty, ActionPlan Plan, IReadOnlyList<ProgressReport> Reports)
{
    public PlanAction Action => Plan.Actions[0];
}

/// <summary>A guest to whom an action was given.</summary>
public sealed record GivenTo(long DutyId, string? Name);

/// <summary>Actions given to guests of ministries, one by one and by name: they report on those and see nothing else (requirement O2).</summary>
public static class ReportDuties
{
    /// <summary>The table, by which audits and guests' homes name it.</summary>
    public const string Thing = "report_guests";

    /// <summary>Gives actions to a guest, with what they say today; what was given before is brought up to date.</summary>
    public static async Task<Outcome> GiveAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long guestId, IReadOnlyCollection<long> actions, CancellationToken cancel)
    {
        var matrix = await ActionRows.ReadAsync(rooms.Store, access, follow, cancel);
        return await rooms.WriteAsync(access, CoalitionRole.Editor, "report.give", Follows.Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, follow.Review.Id, cancel) is { } no)
            {
                return no;
            }

            var guest = CoalitionRole.Guest.Code();
            var chosen = matrix.Actions.Where(a => actions.Contains(a.Action.Id) && a.Entry.State != ActionEntry.Dropped).ToList();
            if (chosen.Count != actions.Distinct().Count() || !await db.Memberships.AnyAsync(m => m.Id == guestId && m.CoalitionId == access.CoalitionId && m.Role == guest && m.LeftAt == null, cancel))
            {
                return Outcome.Absent;
            }

            if (chosen.Count == 0)
            {
                return Outcome.Not(Refusal.Empty, "chosen");
            }

            var there = await db.ReportGuests.Where(g => g.FollowId == follow.Review.Id && g.MemberId == guestId).ToDictionaryAsync(g => g.ActionId, cancel);
            foreach (var action in chosen)
            {
                var content = ActionPlans.Write(ActionPlans.Of(new ActionsView(follow with { Rows = [.. action.Rows] }, [action])));
                if (!there.TryGetValue(action.Action.Id, out var row))
                {
                    row = new ReportGuest { Id = await db.TakeIdsAsync(Counters.ReportGuests, 1, cancel), CoalitionId = access.CoalitionId, FollowId = follow.Review.Id, ActionId = action.Action.Id, MemberId = guestId, Content = content };
                    db.ReportGuests.Add(row);
                }

                (row.Content, row.AuthorId, row.GivenAt) = (content, access.MemberId, rooms.Time.GetUtcNow());
            }

            return Outcome.Done(follow.Review.Id);
        }, cancel);
    }

    /// <summary>Takes an action back from a guest. Their reports stay with the room.</summary>
    public static Task<Outcome> TakeBackAsync(Rooms rooms, CoalitionAccess access, long followId, long dutyId, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "report.unshare", Follows.Thing, async db =>
        {
            if (await db.ReportGuests.SingleOrDefaultAsync(g => g.Id == dutyId && g.FollowId == followId, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            db.ReportGuests.Remove(row);
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>The guests to whom an action was given, for the members of the room.</summary>
    public static async Task<IReadOnlyList<GivenTo>> GivenAsync(Store store, CoalitionAccess access, long actionId, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = store.Open(access);
        return await db.ReportGuests.AsNoTracking().Where(g => g.ActionId == actionId).OrderBy(g => g.Id).Join(db.Members, g => g.MemberId, m => m.Id, (g, m) => new GivenTo(g.Id, m.Name)).ToListAsync(cancel);
    }

    /// <summary>The actions that were given to this person.</summary>
    public static async Task<IReadOnlyList<ReportDuty>> MineAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        if (access.MemberId is not { } me || !access.Is(CoalitionRole.Guest))
        {
            return [];
        }

        await using var db = store.Open(access);
        var duties = await db.ReportGuests.AsNoTracking().Where(g => g.MemberId == me).OrderBy(g => g.Id).ToListAsync(cancel);
        long[] actions = [.. duties.Select(d => d.ActionId)];
        var reports = (await db.ProgressReports.AsNoTracking().Where(r => r.IsGuests && actions.Contains(r.ActionId)).OrderByDescending(r => r.Id).ToListAsync(cancel)).ToLookup(r => r.ActionId);
        return [.. duties.Select(d => new ReportDuty(d, ActionPlans.Read(d.Content), [.. reports[d.ActionId]]))];
    }
}
