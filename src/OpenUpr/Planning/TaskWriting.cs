using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning;

/// <summary>A task, as typed.</summary>
/// <param name="From">As forms send it: 2026-11-22.</param>
/// <param name="ByPlan">Whether the plan is to set the dates again, for a step.</param>
/// <param name="Revision">The one that the writer had before them; null for a new task.</param>
public sealed record TaskWish(string? Title, string? Phase, string? From, string? To, bool ByPlan, long? OwnerId, long? ClusterId, string? Note, string? Point, int? Revision);

/// <summary>Changes the tasks of a plan: contributors what is theirs, editors all of it.</summary>
public static class TaskWriting
{
    public static IReadOnlyList<string> States { get; } = [PlanTask.Open, PlanTask.Started, PlanTask.Done, PlanTask.Skipped];

    /// <summary>Ticking, starting and finishing: whoever has it to do, who wrote it, and editors.</summary>
    public static bool MayTick(CoalitionAccess access, PlanTask task) => access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && access.MemberId is { } me && (task.OwnerId == me || task.AuthorId == me));

    /// <summary>Dates, owner, cluster and words: editors, and who wrote an own task.</summary>
    public static bool MayEdit(CoalitionAccess access, PlanTask task) => access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && task.AuthorId is { } author && author == access.MemberId);

    /// <summary>Adds an own task to a plan.</summary>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long planId, TaskWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "plan-task.add", "plan-task", async db =>
        {
            if (await db.ReviewPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId && p.ClosedAt == null, cancel) is not { } plan)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var task = new PlanTask { CoalitionId = access.CoalitionId, PlanId = planId, Phase = fields.OneOf("phase", wish.Phase, StepBook.Phases), Basis = PlanBasis.Own, State = PlanTask.Open, Checklist = "[]", AuthorId = access.MemberId };
            await FillAsync(db, rooms, access, task, wish, fields, cancel);
            if (fields.Wrong is null && await db.PlanTasks.CountAsync(t => t.PlanId == planId, cancel) >= Plans.MostTasks)
            {
                fields.Refuse(Refusal.TooLarge, "title", "");
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            task.Id = await db.TakeIdsAsync(Counters.PlanTasks, 1, cancel);
            db.PlanTasks.Add(task);
            await PlanDates.AddChangeAsync(db, rooms, access, plan, task.Id, PlanChange.State, null, PlanTask.Open, PlanWhy.Own, cancel);
            return Outcome.Done(task.Id);
        }, cancel);

    /// <summary>Changes dates, owner, cluster and words. Two who write at once do not overwrite each other: the second is told.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long id, TaskWish wish, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "plan-task.change", MayEdit, async (db, plan, task) =>
        {
            if (task.Revision != wish.Revision)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            var (window, owner) = (task.Window(), task.OwnerId);
            var fields = new Fields();
            await FillAsync(db, rooms, access, task, wish, fields, cancel);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (wish.ByPlan && task.Step is not null && (await PlanDates.PlannedAsync(db, rooms.Store.Reference, plan, cancel)).FirstOrDefault(p => p.Step.Code == task.Step) is { } planned)
            {
                (task.From, task.To, task.Basis, task.Fit) = (planned.Window?.From, planned.Window?.To, planned.Basis, planned.Fit);
            }
            else if (task.Window() != window)
            {
                (task.Basis, task.Fit) = (PlanBasis.Own, null);
            }

            if (task.Window() != window)
            {
                (task.MovedFrom, task.MovedTo) = (window?.From, window?.To);
                await PlanDates.AddChangeAsync(db, rooms, access, plan, id, PlanChange.Dates, PlanRows.Write(window), PlanRows.Write(task.Window()), PlanWhy.Own, cancel);
            }

            if (task.OwnerId != owner)
            {
                await PlanDates.AddChangeAsync(db, rooms, access, plan, id, PlanChange.Owner, Text(owner), Text(task.OwnerId), PlanWhy.Own, cancel);
            }

            task.Revision++;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Says that it is open, started, done or left out.</summary>
    public static Task<Outcome> SetStateAsync(Rooms rooms, CoalitionAccess access, long id, string? state, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, $"plan-task.{(States.Contains(state) ? state : "state")}", MayTick, async (db, plan, task) =>
        {
            if (state is null || !States.Contains(state))
            {
                return Outcome.Not(Refusal.Unknown, "state");
            }

            if (task.State != state)
            {
                await PlanDates.AddChangeAsync(db, rooms, access, plan, id, PlanChange.State, task.State, state, PlanWhy.Own, cancel);
                task.State = state;
                task.DoneAt = state == PlanTask.Done ? rooms.Time.GetUtcNow() : null;
                task.DoneById = state == PlanTask.Done ? access.MemberId : null;
                task.Revision++;
            }

            return Outcome.Done(id);
        }, cancel);

    /// <summary>Ticks points of the checklist; what somebody else ticked meanwhile stays ticked.</summary>
    public static Task<Outcome> TickAsync(Rooms rooms, CoalitionAccess access, long id, IReadOnlyCollection<string> ticked, IReadOnlyCollection<string> cleared, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "plan-task.tick", MayTick, async (db, plan, task) =>
        {
            task.Checklist = Checklist.Write(Checklist.Tick(Checklist.Read(task.Checklist), ticked, cleared, rooms.Today, access.MemberId));
            if (task.State == PlanTask.Open && ticked.Count > 0)
            {
                await PlanDates.AddChangeAsync(db, rooms, access, plan, id, PlanChange.State, task.State, PlanTask.Started, PlanWhy.Own, cancel);
                task.State = PlanTask.Started;
            }

            return Outcome.Done(id);
        }, cancel);

    /// <summary>Writes the note of a task that is one's own.</summary>
    public static Task<Outcome> NoteAsync(Rooms rooms, CoalitionAccess access, long id, string? note, int? revision, CancellationToken cancel) =>
        ChangeAsync(rooms, access, id, "plan-task.note", MayTick, (_, _, task) =>
        {
            if (task.Revision != revision)
            {
                return Task.FromResult(Outcome.Not(Refusal.Conflict, "note"));
            }

            var fields = new Fields();
            task.Note = fields.Optional("note", note, Fields.Note);
            task.Revision++;
            return Task.FromResult(fields.Wrong ?? Outcome.Done(id));
        }, cancel);

    private static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, long id, string deed, Func<CoalitionAccess, PlanTask, bool> may, Func<OpenUprDb, ReviewPlan, PlanTask, Task<Outcome>> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, "plan-task", async db =>
            await db.PlanTasks.SingleOrDefaultAsync(t => t.Id == id, cancel) is { } task && may(access, task) && await db.ReviewPlans.SingleOrDefaultAsync(p => p.Id == task.PlanId && p.ClosedAt == null, cancel) is { } plan
                ? await work(db, plan, task) : Outcome.Absent, cancel);

    private static async Task FillAsync(OpenUprDb db, Rooms rooms, CoalitionAccess access, PlanTask task, TaskWish wish, Fields fields, CancellationToken cancel)
    {
        task.Title = task.Step is null ? fields.Required("title", wish.Title) : null;
        task.Note = fields.Optional("note", wish.Note, Fields.Note);
        task.OwnerId = wish.OwnerId is not { } owner ? null : owner == task.OwnerId || await IsInAsync(db, access, owner, cancel) ? owner : fields.Refuse<long?>(Refusal.Unknown, "owner", null);
        await MoveClusterAsync(db, access, task, wish.ClusterId, fields, cancel);
        if (!wish.ByPlan)
        {
            (task.From, task.To) = (fields.Day("from", wish.From), fields.Day("to", wish.To));
            task.From ??= task.To;
            task.To ??= task.From;
            if (fields.Wrong is null && (task.To < task.From || (task.From is { } first && Math.Abs(first.Year - rooms.Today.Year) > 20)))
            {
                fields.Refuse(Refusal.NoDate, "to", default(DateOnly));
            }
        }

        var points = Checklist.Read(task.Checklist);
        if (fields.Optional("point", wish.Point, Checklist.MostWords) is { } point)
        {
            task.Checklist = points.Count < Checklist.Most ? Checklist.Write(Checklist.Add(points, point)) : fields.Refuse(Refusal.TooLarge, "point", task.Checklist);
        }
    }

    /// <summary>A task may go to a cluster, but not out of a closed one: that would open what was written behind its door.</summary>
    private static async Task MoveClusterAsync(OpenUprDb db, CoalitionAccess access, PlanTask task, long? wanted, Fields fields, CancellationToken cancel)
    {
        if (task.ClusterId == wanted)
        {
            return;
        }

        var visible = db.Clusters;
        var leavesClosed = task.ClusterId is { } old && await visible.AnyAsync(c => c.Id == old && c.IsClosed, cancel);
        task.ClusterId = !leavesClosed && (wanted is null || await visible.AnyAsync(c => c.Id == wanted && c.EndedAt == null, cancel)) ? wanted : fields.Refuse(leavesClosed ? Refusal.Closed : Refusal.Unknown, "cluster", task.ClusterId);
    }

    private static Task<bool> IsInAsync(OpenUprDb db, CoalitionAccess access, long member, CancellationToken cancel) =>
        db.Memberships.AnyAsync(m => m.Id == member && m.CoalitionId == access.CoalitionId && m.LeftAt == null && m.Role != "guest", cancel);

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
