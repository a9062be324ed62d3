using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Planning;

/// <summary>What happens to one task when a plan's dates are brought up to date.</summary>
public enum MoveKind
{
    /// <summary>Its window moves.</summary>
    Moves,

    /// <summary>Its window would move, but the coalition set its dates or has done it: it stays.</summary>
    Stays,

    /// <summary>A step that the plan did not have, or had left out, comes in.</summary>
    ComesIn,

    /// <summary>By the new dates it is too late for it. It stays open: a person decides.</summary>
    TooLate,

    /// <summary>It had no dates yet and nobody has begun or taken it; by the first dates it is too late for it, so it is left out, as in a plan that starts with these dates. It can be taken up after all.</summary>
    DropsOut,
}

/// <summary>A task and where it would move.</summary>
/// <param name="Task">Null for a step that comes in.</param>
public sealed record PlanMove(MoveKind Kind, PlanTask? Task, PlannedTask Planned);

/// <summary>
/// Brings a plan's dates up to date when the UN moves a session, a session becomes known, or quiet days change. Only what the program dated moves;
/// what is done and what the coalition dated stays; every move is written down, and nothing happens before a person has seen it.
/// </summary>
public static class PlanDates
{
    /// <summary>What would change now; empty where the plan is up to date. Tasks that the person may not see are left out here and moved all the same.</summary>
    public static async Task<IReadOnlyList<PlanMove>> PendingAsync(Store store, CoalitionAccess access, ReviewPlan plan, CancellationToken cancel)
    {
        if (plan.ClosedAt is not null)
        {
            return [];
        }

        await using var db = store.Open(access);
        var tasks = await db.PlanTasks.AsNoTracking().Where(t => t.PlanId == plan.Id && t.Step != null).ToListAsync(cancel);
        var all = access.HiddenClusters.Count == 0 ? null : await AllStepsAsync(store, access, plan, cancel);
        return [.. Compare(tasks, await PlannedAsync(db, store.Reference, plan, cancel)).Where(m => m.Task is not null || all?.Contains(m.Planned.Step.Code) != true)];
    }

    /// <summary>Brings the dates up to date.</summary>
    /// <param name="revision">The one that the person saw.</param>
    public static Task<Outcome> ApplyAsync(Rooms rooms, CoalitionAccess access, long id, int? revision, CancellationToken cancel) =>
        WriteAsync(rooms, access, id, revision, "plan.date", (db, plan) => RedateAsync(db, rooms, access, plan, PlanWhy.ReviewMoved, cancel), cancel);

    /// <summary>Says in which session the State is reviewed, or that it is not known again, and dates the plan by it.</summary>
    public static Task<Outcome> ChooseSessionAsync(Rooms rooms, CoalitionAccess access, long id, int? session, int? revision, CancellationToken cancel) =>
        WriteAsync(rooms, access, id, revision, "plan.session", async (db, plan) =>
        {
            if (session is { } number && rooms.Store.Reference.FindSession(number) is null)
            {
                return Outcome.Not(Refusal.Unknown, "session");
            }

            if (plan.Session == session)
            {
                return Outcome.Done(id);
            }

            var before = plan.Session;
            plan.Session = session;
            await AddChangeAsync(db, rooms, access, plan, null, PlanChange.Session, Text(before), Text(session), PlanWhy.SessionChosen, cancel);
            return await RedateAsync(db, rooms, access, plan, PlanWhy.SessionChosen, cancel);
        }, cancel);

    /// <summary>What differs between the tasks that are there and the plan as it would be made now.</summary>
    internal static IReadOnlyList<PlanMove> Compare(IReadOnlyList<PlanTask> tasks, IReadOnlyList<PlannedTask> planned)
    {
        var byStep = tasks.Where(t => t.Step is not null).ToDictionary(t => t.Step!);
        var moves = new List<PlanMove>();
        foreach (var one in planned)
        {
            if (!byStep.TryGetValue(one.Step.Code, out var task))
            {
                moves.Add(new PlanMove(MoveKind.ComesIn, null, one));
            }
            else if (task.Fit is PlanFit.TooLate or PlanFit.LeftOut && task.State == PlanTask.Skipped)
            {
                if (!one.IsDropped)
                {
                    moves.Add(new PlanMove(MoveKind.ComesIn, task, one));
                }
            }
            else if (task.Window() != one.Window || (one.IsDropped && task.Fit != one.Fit))
            {
                var stays = task.Basis == PlanBasis.Own || task.State is PlanTask.Done or PlanTask.Skipped;
                moves.Add(new PlanMove(stays ? MoveKind.Stays : !one.IsDropped ? MoveKind.Moves : IsUntouched(task) ? MoveKind.DropsOut : MoveKind.TooLate, task, one));
            }
        }

        // What only stays is no reason to ask anybody.
        return moves.Exists(m => m.Kind != MoveKind.Stays) ? moves : [];
    }

    private static bool IsUntouched(PlanTask task) => task is { State: PlanTask.Open, OwnerId: null, Note: null } && task.Window() is null;

    internal static async Task<IReadOnlyList<PlannedTask>> PlannedAsync(OpenUprDb db, ReferenceData reference, ReviewPlan plan, CancellationToken cancel) =>
        PlanGenerator.Generate(Plans.Timeline(reference, plan), plan.StartedOn, await QuietPeriods.ForAsync(db, reference, plan, cancel));

    internal static async Task AddChangeAsync(OpenUprDb db, Rooms rooms, CoalitionAccess access, ReviewPlan plan, long? task, string kind, string? before, string? after, string why, CancellationToken cancel) =>
        db.PlanChanges.Add(new PlanChange
        {
            Id = await db.TakeIdsAsync(Counters.PlanChanges, 1, cancel), CoalitionId = plan.CoalitionId, PlanId = plan.Id, TaskId = task, Kind = kind, Before = before, After = after, Why = why, MemberId = access.MemberId, At = rooms.Time.GetUtcNow(),
        });

    private static async Task<Outcome> RedateAsync(OpenUprDb db, Rooms rooms, CoalitionAccess access, ReviewPlan plan, string why, CancellationToken cancel)
    {
        var tasks = await db.PlanTasks.Where(t => t.PlanId == plan.Id && t.Step != null).ToListAsync(cancel);
        foreach (var move in Compare(tasks, await PlannedAsync(db, rooms.Store.Reference, plan, cancel)).Where(m => m.Kind != MoveKind.Stays))
        {
            if (move.Task is not { } task)
            {
                db.PlanTasks.Add(task = PlanRows.Of(move.Planned, plan, await db.TakeIdsAsync(Counters.PlanTasks, 1, cancel)));
                await AddChangeAsync(db, rooms, access, plan, task.Id, PlanChange.Dates, null, PlanRows.Write(task.Window()), why, cancel);
                continue;
            }

            await AddChangeAsync(db, rooms, access, plan, task.Id, PlanChange.Dates, PlanRows.Write(task.Window()), PlanRows.Write(move.Planned.Window), why, cancel);
            (task.MovedFrom, task.MovedTo) = (task.From, task.To);
            (task.From, task.To, task.Basis, task.Fit) = (move.Planned.Window?.From, move.Planned.Window?.To, move.Planned.Basis, move.Planned.Fit);
            task.State = move.Kind switch { MoveKind.ComesIn => PlanTask.Open, MoveKind.DropsOut => PlanTask.Skipped, _ => task.State };
            task.Revision++;
        }

        plan.DatedAt = rooms.Time.GetUtcNow();
        plan.Revision++;
        return Outcome.Done(plan.Id);
    }

    /// <summary>
    /// As <see cref="Rooms.WriteAsync"/>, but with the program's own sight: a plan is dated as a whole, closed clusters' tasks too, or their order would
    /// break. Nothing of them is shown by it. The log names the person.
    /// </summary>
    private static async Task<Outcome> WriteAsync(Rooms rooms, CoalitionAccess access, long id, int? revision, string deed, Func<OpenUprDb, ReviewPlan, Task<Outcome>> work, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Secretariat))
        {
            return Outcome.Absent;
        }

        await using var db = rooms.Store.Open(await CoalitionAccess.ForUpkeepAsync(rooms.Store, access.CoalitionId, cancel));
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (!await access.StillHoldsAsync(db, cancel) || await db.ReviewPlans.SingleOrDefaultAsync(p => p.Id == id && p.ClosedAt == null, cancel) is not { } plan)
        {
            return Outcome.Absent;
        }

        var outcome = plan.Revision != revision ? Outcome.Not(Refusal.Conflict) : await work(db, plan);
        if (outcome.IsDone)
        {
            await db.SaveChangesAsync(cancel);
            await Audit.AddAsync(db, rooms.Keys, rooms.Time, access, deed, "plan", outcome.Id, cancel);
            await transaction.CommitAsync(cancel);
        }

        return outcome;
    }

    private static async Task<HashSet<string>> AllStepsAsync(Store store, CoalitionAccess access, ReviewPlan plan, CancellationToken cancel)
    {
        await using var db = store.Open(await CoalitionAccess.ForUpkeepAsync(store, access.CoalitionId, cancel));
        return await db.PlanTasks.Where(t => t.PlanId == plan.Id && t.Step != null).Select(t => t.Step!).ToHashSetAsync(cancel);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
