using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Planning;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Planning;

/// <summary>Few stores with many sentences each: founding one is most of their time.</summary>
public sealed class PlanStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_plan_moves_with_its_session_and_what_is_done_or_dated_by_hand_stays(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("lucas"));
        Assert.Equal(Refusal.Absent, (await Plans.StartAsync(rooms, lucas, new PlanWish("XTO", 54, Day(rooms.Today)), Cancel)).Refused);
        Assert.Equal("state", (await Plans.StartAsync(rooms, amara, new PlanWish("nowhere", 54, Day(rooms.Today)), Cancel)).Field);
        var id = (await Plans.StartAsync(rooms, amara, new PlanWish("XTO", 54, "2026-01-10"), Cancel)).Id;
        Assert.Equal(Refusal.Taken, (await Plans.StartAsync(rooms, amara, new PlanWish("XTO", 54, "2026-01-10"), Cancel)).Refused);

        var (paper, targets, embassies) = (await TaskAsync(demo, id, "advocacy-paper"), await TaskAsync(demo, id, "target-states"), await TaskAsync(demo, id, "embassies-contact"));
        Assert.True((await TaskWriting.SetStateAsync(rooms, lucas, paper.Id, PlanTask.Done, Cancel)).IsDone);
        Assert.True((await TaskWriting.SaveAsync(rooms, lucas, targets.Id, new TaskWish(null, null, "2026-09-01", "2026-09-10", false, lucas.MemberId, null, null, null, targets.Revision), Cancel)).IsDone);
        Assert.Equal(PlanBasis.Own, (await TaskAsync(demo, id, "target-states")).Basis);
        Assert.Empty(await PlanDates.PendingAsync(rooms.Store, amara, await PlanAsync(demo, id), Cancel));

        // The same State a cycle before: as if the UN had moved the review.
        Assert.Equal(Refusal.Absent, (await PlanDates.ChooseSessionAsync(rooms, lucas, id, 53, 1, Cancel)).Refused);
        Assert.Equal(Refusal.Conflict, (await PlanDates.ChooseSessionAsync(rooms, amara, id, 53, 7, Cancel)).Refused);
        Assert.True((await PlanDates.ChooseSessionAsync(rooms, amara, id, 53, 1, Cancel)).IsDone);
        Assert.Equal(paper.From, (await TaskAsync(demo, id, "advocacy-paper")).From);
        Assert.Equal(new DateOnly(2026, 9, 1), (await TaskAsync(demo, id, "target-states")).From);
        var moved = await TaskAsync(demo, id, "embassies-contact");
        Assert.NotEqual(embassies.From, moved.From);
        Assert.Equal(embassies.From, moved.MovedFrom);
        var changes = await PlanChanges.ListAsync(rooms.Store, amara, id, Cancel);
        Assert.Contains(changes, c => c.Task?.Id == embassies.Id && c.Change.Change.Why == PlanWhy.SessionChosen && PlanChanges.Window(c.Change.Change.Before)!.Value.From == embassies.From);
        Assert.Contains(changes, c => c.Task is null && c.Change.Change is { Before: "54", After: "53" });

        // By the plan again, by hand of an editor.
        var own = await TaskAsync(demo, id, "target-states");
        Assert.True((await TaskWriting.SaveAsync(rooms, lucas, own.Id, new TaskWish(null, null, null, null, true, null, null, null, null, own.Revision), Cancel)).IsDone);
        Assert.NotEqual(PlanBasis.Own, (await TaskAsync(demo, id, "target-states")).Basis);
        await ReadsManyAsync(demo, amara, id);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Two_who_work_on_a_task_do_not_overwrite_each_other_and_roles_hold(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, noor, tomas) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("lucas"), await demo.AsAsync("noor"), await demo.AsAsync("tomas"));
        var id = (await Plans.StartAsync(rooms, amara, new PlanWish("XTO", 54, "2026-01-10"), Cancel)).Id;
        var task = await TaskAsync(demo, id, "viewing");

        Assert.Equal(Refusal.Absent, (await TaskWriting.SetStateAsync(rooms, noor, task.Id, PlanTask.Done, Cancel)).Refused);
        Assert.True((await TaskWriting.SaveAsync(rooms, lucas, task.Id, new TaskWish(null, null, Day(task.From!.Value), Day(task.To!.Value), false, noor.MemberId, null, "Hall?", "Book the hall", task.Revision), Cancel)).IsDone);
        Assert.Equal(Refusal.Conflict, (await TaskWriting.SaveAsync(rooms, amara, task.Id, new TaskWish(null, null, null, null, false, null, null, "Mine", null, task.Revision), Cancel)).Refused);
        var stored = await TaskAsync(demo, id, "viewing");
        Assert.Equal(("Hall?", task.Basis, noor.MemberId), (stored.Note, stored.Basis, stored.OwnerId));

        // Ticks of two people at once both hold, and ticking begins the task.
        Assert.True((await TaskWriting.TickAsync(rooms, noor, task.Id, ["1", "own-1"], [], Cancel)).IsDone);
        Assert.True((await TaskWriting.TickAsync(rooms, lucas, task.Id, ["2"], [], Cancel)).IsDone);
        var view = (await TaskRows.ReadAsync(rooms.Store, tomas, task.Id, Cancel))!;
        Assert.Equal(["1", "2", "own-1"], view.Points.Where(p => p.IsDone).Select(p => p.Key));
        Assert.Equal((PlanTask.Started, false, false), (view.Task.State, view.MayTick, view.MayEdit));
        Assert.Equal(Refusal.Absent, (await TaskWriting.TickAsync(rooms, tomas, task.Id, ["3"], [], Cancel)).Refused);

        // Own tasks, of a closed cluster too: who is not in it does not see them, nor what happened to them.
        await using var db = demo.Open(lucas);
        var closed = (await db.Clusters.SingleAsync(c => c.IsClosed, Cancel)).Id;
        Assert.Equal("cluster", (await TaskWriting.AddAsync(rooms, noor, id, new TaskWish("Ask", "review", null, null, false, null, closed, null, null, null), Cancel)).Field);
        var hidden = (await TaskWriting.AddAsync(rooms, lucas, id, new TaskWish("Ask the two", "review", null, Day(rooms.Today.AddDays(-3)), false, lucas.MemberId, closed, null, null, null), Cancel)).Id;
        Assert.Null(await TaskRows.ReadAsync(rooms.Store, noor, hidden, Cancel));
        Assert.DoesNotContain((await WhatNow.ReadAsync(rooms, noor, [], Cancel)).Overdue, t => t.Task?.Id == hidden);
        Assert.Contains((await WhatNow.ReadAsync(rooms, lucas, [], Cancel)).Overdue, t => t.Task?.Id == hidden);
        Assert.Equal("cluster", (await TaskWriting.SaveAsync(rooms, lucas, hidden, new TaskWish("Ask the two", null, null, null, false, null, null, null, null, 0), Cancel)).Field);
        Assert.Contains((await PersonTraces.FindAsync(rooms, amara, [], noor.MemberId!.Value, Cancel))!.Traces, t => t is { Kind: "task", How: "holds", Title: "viewing" });
    }

    /// <summary>2,000 tasks in one plan: lists come page by page, and what is next stays few.</summary>
    private static async Task ReadsManyAsync(TestRooms demo, CoalitionAccess amara, long id)
    {
        var rooms = demo.Rooms;
        await using (var db = demo.Open(amara))
        {
            await using var transaction = await db.BeginWriteAsync(Cancel);
            var first = await db.TakeIdsAsync(Counters.PlanTasks, 1_900, Cancel);
            db.PlanTasks.AddRange(Enumerable.Range(0, 1_900).Select(i => new PlanTask
            {
                Id = first + i, CoalitionId = amara.CoalitionId, PlanId = id, Phase = "review", Title = $"Own {i}", Basis = PlanBasis.Own, State = PlanTask.Open, Checklist = """[{"k":"own-1","t":"One"},{"k":"own-2","t":"Two"}]""",
                From = rooms.Today.AddDays(i % 300), To = rooms.Today.AddDays((i % 300) + 7), OwnerId = i % 3 == 0 ? amara.MemberId : null,
            }));
            await db.SaveChangesAsync(Cancel);
            await transaction.CommitAsync(Cancel);
        }

        var plan = await PlanAsync(demo, id);
        Assert.Equal(TaskRows.OnePage, (await TaskRows.ListAsync(rooms, amara, id, new TaskFilter(TaskFilter.Open, null, null), 1, Cancel)).Rows.Count);
        Assert.Equal(WhatNow.Few, (await WhatNow.ReadAsync(rooms, amara, [], Cancel)).Next.Count);
        Assert.Empty(await PlanDates.PendingAsync(rooms.Store, amara, plan, Cancel));
    }

    [Fact]
    public async Task A_plan_whose_session_becomes_known_late_is_as_short_as_one_that_starts_with_it()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, amara, lucas) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("lucas"));
        var known = (await Plans.StartAsync(rooms, amara, new PlanWish("XTO", 54, Day(rooms.Today)), Cancel)).Id;
        var dropped = (await TaskRows.WholeAsync(rooms.Store, amara, known, Cancel)).Where(r => r.Task.State == PlanTask.Skipped).Select(r => r.Task.Step!).Order().ToList();
        Assert.True((await PlanDates.ChooseSessionAsync(rooms, amara, known, null, 1, Cancel)).IsDone);

        var other = (await Plans.StartAsync(rooms, amara, new PlanWish("XAR", null, Day(rooms.Today)), Cancel)).Id;
        var taken = await TaskAsync(demo, other, dropped[0]);
        Assert.True((await TaskWriting.SaveAsync(rooms, lucas, taken.Id, new TaskWish(null, null, null, null, false, lucas.MemberId, null, null, null, taken.Revision), Cancel)).IsDone);
        Assert.True((await PlanDates.ChooseSessionAsync(rooms, amara, other, 54, 1, Cancel)).IsDone);
        Assert.NotEmpty(dropped);
        Assert.Equal(dropped.Skip(1), (await TaskRows.WholeAsync(rooms.Store, amara, other, Cancel)).Where(r => r.Task.State == PlanTask.Skipped).Select(r => r.Task.Step!).Order());
        Assert.Equal(PlanTask.Open, (await TaskAsync(demo, other, dropped[0])).State);
    }

    [Fact]
    public async Task Quiet_days_move_a_plan_only_when_the_secretariat_says_so_and_what_is_late_is_next_to_what_comes()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, amara, lucas) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("lucas"));
        await DemoPlan.LoadAsync(rooms.Store, rooms.Keys, rooms.Time, Cancel);
        var plan = (await Plans.FindAsync(rooms.Store, amara, null, Cancel))!;
        Assert.Empty(await PlanDates.PendingAsync(rooms.Store, amara, plan, Cancel));

        var later = (await TaskRows.WholeAsync(rooms.Store, amara, plan.Id, Cancel)).Select(r => r.Task).First(t => t.State == PlanTask.Open && StepBook.Find(t.Step)?.Reach == Reach.Home && t.Fit is null && t.From > rooms.Today.AddDays(20));
        Assert.Equal("to", (await QuietPeriods.AddAsync(rooms, lucas, new QuietWish("Feast", "holiday", "2026-03-05", "2026-03-01", false), Cancel)).Field);
        Assert.True((await QuietPeriods.AddAsync(rooms, lucas, new QuietWish("Feast", "holiday", Day(later.From!.Value), Day(later.From.Value.AddDays(3)), false), Cancel)).IsDone);
        var pending = await PlanDates.PendingAsync(rooms.Store, amara, plan, Cancel);
        Assert.Contains(pending, m => m.Task?.Id == later.Id && m.Kind == MoveKind.Moves);
        Assert.True((await PlanDates.ApplyAsync(rooms, amara, plan.Id, plan.Revision, Cancel)).IsDone);
        Assert.DoesNotContain(await PlanDates.PendingAsync(rooms.Store, amara, await PlanAsync(demo, plan.Id), Cancel), m => m.Kind != MoveKind.Stays);

        var now = await WhatNow.ReadAsync(rooms, lucas, [new OneThing()], Cancel);
        Assert.Equal(WhatNow.Few, now.Next.Count);
        Assert.All(now.Next, t => Assert.True(t.DueOn >= rooms.Today));
        Assert.Contains(now.Overdue, t => t.Task?.Step == "embassies-call" || t.Task?.Title is not null || t.Kind == "decision");
        Assert.Contains(now.Waiting, g => g.For == WaitsFor.Me);
        Assert.Contains(now.Waiting, g => g.For == WaitsFor.Nobody && g.Things.Any(t => t.Kind == "follow-up"));
        await using var db = demo.Open(lucas);
        Assert.Equal(8, await db.DraftRecommendations.CountAsync(Cancel));
    }

    private sealed class OneThing : IWaitingThings
    {
        public Task<IReadOnlyList<WaitingThing>> ReadAsync(CoalitionAccess access, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<WaitingThing>>([new WaitingThing("follow-up", "Call the embassy", null, null, new DateOnly(2020, 1, 1), "/contacts/1")]);
    }

    private static async Task<PlanTask> TaskAsync(TestRooms demo, long plan, string step)
    {
        await using var db = demo.Open(await demo.AsAsync("amara"));
        return await db.PlanTasks.AsNoTracking().SingleAsync(t => t.PlanId == plan && t.Step == step, Cancel);
    }

    private static async Task<ReviewPlan> PlanAsync(TestRooms demo, long id) => (await Plans.FindAsync(demo.Rooms.Store, await demo.AsAsync("amara"), id, Cancel))!;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
