using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Planning;

/// <summary>A plan, as typed.</summary>
/// <param name="State">ISO 3166-1 alpha-3.</param>
/// <param name="Session">Null while it is not known.</param>
/// <param name="Start">As forms send it: 2026-11-22.</param>
public sealed record PlanWish(string? State, int? Session, string? Start);

/// <summary>The plans of a coalition: one for each review that it works on.</summary>
public static class Plans
{
    /// <summary>Tasks of one plan, the coalition's own among them.</summary>
    public const int MostTasks = 3_000;

    /// <summary>Years before and after now in which a plan may start.</summary>
    private const int YearsAway = 10;

    /// <summary>Those that run come first, the latest first.</summary>
    public static async Task<IReadOnlyList<ReviewPlan>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return [.. (await db.ReviewPlans.AsNoTracking().ToListAsync(cancel)).OrderBy(p => p.ClosedAt is not null).ThenByDescending(p => p.Id)];
    }

    /// <summary>The plan of a number, or the one that is worked on where none is given; null where there is none for this person.</summary>
    public static async Task<ReviewPlan?> FindAsync(Store store, CoalitionAccess access, long? id, CancellationToken cancel)
    {
        var plans = await ListAsync(store, access, cancel);
        return id is { } number ? plans.FirstOrDefault(p => p.Id == number) : plans.Count > 0 ? plans[0] : null;
    }

    /// <summary>The dates of a plan's review; null while its session is not known.</summary>
    public static ReviewTimeline? Timeline(ReferenceData reference, ReviewPlan plan) => plan.Session is { } session ? ReviewTimeline.Of(reference, plan.State, session) : null;

    /// <summary>Starts a plan on any day of a cycle: generates its tasks, and writes down what was too late for it.</summary>
    public static Task<Outcome> StartAsync(Rooms rooms, CoalitionAccess access, PlanWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "plan.start", "plan", async db =>
        {
            var reference = rooms.Store.Reference;
            var fields = new Fields();
            var state = reference.FindState(wish.State ?? "") is { Status: StateStatus.Member } found ? found.Iso3 : fields.Refuse(wish.State is null ? Refusal.Empty : Refusal.Unknown, "state", "");
            var session = wish.Session is not { } number ? null : reference.FindSession(number) is not null ? wish.Session : fields.Refuse<int?>(Refusal.Unknown, "session", null);
            var start = fields.RequiredDay("start", wish.Start);
            if (fields.Wrong is null && Math.Abs(start.Year - rooms.Today.Year) > YearsAway)
            {
                fields.Refuse(Refusal.NoDate, "start", start);
            }

            if (fields.Wrong is null && await db.ReviewPlans.AnyAsync(p => p.State == state && p.Session == session && p.ClosedAt == null, cancel))
            {
                fields.Refuse(Refusal.Taken, "session", session);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var plan = new ReviewPlan
            {
                Id = await db.TakeIdsAsync(Counters.ReviewPlans, 1, cancel), CoalitionId = access.CoalitionId, State = state, Session = session, StartedOn = start, AuthorId = access.MemberId, DatedAt = rooms.Time.GetUtcNow(), Revision = 1,
            };
            await FillAsync(db, reference, plan, cancel);
            return Outcome.Done(plan.Id);
        }, cancel);

    /// <summary>Puts a plan away, or takes it up again; nothing of it is lost.</summary>
    public static Task<Outcome> SetClosedAsync(Rooms rooms, CoalitionAccess access, long id, bool closed, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, closed ? "plan.close" : "plan.reopen", "plan", async db =>
        {
            if (await db.ReviewPlans.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } plan)
            {
                return Outcome.Absent;
            }

            plan.ClosedAt = closed ? plan.ClosedAt ?? rooms.Time.GetUtcNow() : null;
            plan.Revision++;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Adds a plan with its generated tasks to a context in a write transaction.</summary>
    internal static async Task FillAsync(OpenUprDb db, ReferenceData reference, ReviewPlan plan, CancellationToken cancel)
    {
        var planned = PlanGenerator.Generate(Timeline(reference, plan), plan.StartedOn, await QuietPeriods.ForAsync(db, reference, plan, cancel));
        var first = await db.TakeIdsAsync(Counters.PlanTasks, planned.Count, cancel);
        db.ReviewPlans.Add(plan);
        db.PlanTasks.AddRange(planned.Select((t, i) => PlanRows.Of(t, plan, first + i)));
        db.PlanChanges.Add(new PlanChange
        {
            Id = await db.TakeIdsAsync(Counters.PlanChanges, 1, cancel), CoalitionId = plan.CoalitionId, PlanId = plan.Id, Kind = PlanChange.Session, After = plan.Session?.ToString(CultureInfo.InvariantCulture), Why = PlanWhy.Started, MemberId = plan.AuthorId, At = plan.DatedAt,
        });
    }
}
