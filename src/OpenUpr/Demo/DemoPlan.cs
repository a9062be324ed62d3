using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Planning;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>
/// The demonstration's coalition in the middle of a cycle: its plan was started 300 days before the day of loading, what was due is done but for a few
/// things, and its drafts are ready for the review.
/// </summary>
public static class DemoPlan
{
    private const int DaysRunning = 300;

    /// <summary>Days after its window by which a task of the demonstration is done.</summary>
    private const int DaysDone = 3;

    /// <summary>Loads it into the demonstration's coalition while that has no plan; does nothing elsewhere.</summary>
    public static async Task LoadAsync(Store store, Keyring keys, TimeProvider time, CancellationToken cancel = default)
    {
        if (store.World != World.Demo || await SecretariatAsync(store, cancel) is not { } access || (await Plans.ListAsync(store, access, cancel)).Count > 0)
        {
            return;
        }

        var rooms = new Rooms(store, keys, time);
        foreach (var row in DemoCoalition.Rows("plan-quiet").ToList())
        {
            await QuietPeriods.AddAsync(rooms, access, new QuietWish(row["name"], row["kind"], row["from"], row["to"], row["yearly"] == "yes"), cancel);
        }

        await using var doors = store.Open();
        var state = (await doors.Coalitions.AsNoTracking().SingleAsync(c => c.Id == access.CoalitionId, cancel)).Country!;
        var session = store.Reference.ReviewSlots.Where(s => s.Iso3 == state).Max(s => s.Session);
        var started = await Plans.StartAsync(rooms, access, new PlanWish(state, session, CultureFree(rooms.Today.AddDays(-DaysRunning))), cancel);
        await using var db = store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        await FillAsync(db, rooms, await db.ReviewPlans.SingleAsync(p => p.Id == started.Id, cancel), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await DemoMatrix.LoadAsync(rooms, access, state, cancel);
        await DemoFollowUp.LoadAsync(rooms, access, state, cancel);
    }

    private static async Task FillAsync(OpenUprDb db, Rooms rooms, ReviewPlan plan, CancellationToken cancel)
    {
        var people = await PeopleAsync(db, cancel);
        var roles = DemoCoalition.Rows("plan-roles").ToDictionary(r => r["role"], r => people[r["person"]]);
        var rows = DemoCoalition.Rows("plan-tasks").ToList();
        var told = rows.Select(r => r["step"]).ToHashSet();
        var tasks = await db.PlanTasks.Where(t => t.PlanId == plan.Id).ToListAsync(cancel);
        foreach (var task in tasks)
        {
            task.OwnerId = roles.TryGetValue(StepBook.Find(task.Step)!.Role, out var owner) ? owner : null;
            if (!told.Contains(task.Step!) && task.State == PlanTask.Open && task.To is { } last && last < rooms.Today.AddDays(-DaysDone))
            {
                Finish(task, last, plan);
            }
        }

        foreach (var row in rows)
        {
            await TellAsync(db, rooms, plan, tasks, row, people, cancel);
        }

        await new DemoDrafts(db, rooms, plan, people).FillAsync(cancel);
    }

    private static async Task TellAsync(OpenUprDb db, Rooms rooms, ReviewPlan plan, List<PlanTask> tasks, ReferenceTable row, Dictionary<string, long> people, CancellationToken cancel)
    {
        var task = tasks.Find(t => t.Step == row.Optional("step") && t.Step is not null);
        if (task is null)
        {
            db.PlanTasks.Add(task = new PlanTask
            {
                Id = await db.TakeIdsAsync(Counters.PlanTasks, 1, cancel), CoalitionId = plan.CoalitionId, PlanId = plan.Id, Phase = row["phase"], Title = row["title"], Basis = PlanBasis.Own, State = PlanTask.Open, Checklist = "[]", AuthorId = row.Optional("owner") is { } author ? people[author] : plan.AuthorId,
                From = rooms.Today.AddDays(row.Number("from")!.Value), To = rooms.Today.AddDays(row.Number("to")!.Value),
            });
        }

        var cluster = row.Optional("cluster") is { } key ? DemoCoalition.Rows("coalition-clusters").First(c => c["key"] == key)["name"] : null;
        task.ClusterId = await db.Clusters.Where(c => c.Name == cluster).Select(c => (long?)c.Id).SingleOrDefaultAsync(cancel);
        task.OwnerId = row.Optional("owner") is { } owner ? people[owner] : null;
        task.Note = row.Optional("note");
        task.State = row["state"];
        if (task.State == PlanTask.Done && task.To is { } last)
        {
            Finish(task, last < rooms.Today ? last : rooms.Today, plan);
        }
    }

    private static void Finish(PlanTask task, DateOnly on, ReviewPlan plan)
    {
        var day = on > plan.StartedOn ? on : plan.StartedOn;
        (task.State, task.DoneAt, task.DoneById) = (PlanTask.Done, new DateTimeOffset(day.AddDays(-1), new TimeOnly(15, 0), default), task.OwnerId ?? plan.AuthorId);
        task.Checklist = Checklist.Write([.. Checklist.Read(task.Checklist).Select(p => p with { DoneOn = day.AddDays(-1), DoneById = task.DoneById })]);
    }

    private static async Task<Dictionary<string, long>> PeopleAsync(OpenUprDb db, CancellationToken cancel)
    {
        var names = DemoCoalition.Rows("coalition-people").Where(r => r["coalition"] == DemoCoalition.Slug).ToDictionary(r => r["name"], r => r["key"]);
        return (await db.Members.AsNoTracking().ToListAsync(cancel)).Where(m => m.Name is not null && names.ContainsKey(m.Name)).ToDictionary(m => names[m.Name!], m => m.Id);
    }

    private static async Task<CoalitionAccess?> SecretariatAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalisedName == "amara", cancel) is { } found ? await CoalitionAccess.FindAsync(store, found.Id, DemoCoalition.Slug, cancel) : null;
    }

    private static string CultureFree(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
