using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Demo;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Sheets;
using OpenUpr.FollowUp.Mechanism;
using OpenUpr.Planning;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;
using Sheets = OpenUpr.FollowUp.Actions.Sheets.ActionSheets;

namespace OpenUpr.Tests.FollowUp;

/// <summary>The national mechanism and its sheets on both databases: reports are only added, guests report on what was given to them and see nothing else, a sheet comes in whole or not at all.</summary>
public sealed class MechanismTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Bodies_report_nobody_overwrites_another_and_what_is_missing_is_told(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, noor, tomas) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("tomas"));
        var follow = await FollowAsync(test, lucas);
        var id = follow.Review.Id;
        var first = (await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Draft a bill") { Ministry = "Justice", To = "2020-01-01" }, [follow.Rows[0].Row.Id], "a", Cancel)).Id;
        var second = (await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Build homes") { Ministry = "Housing", State = "done" }, [follow.Rows[1].Row.Id], "b", Cancel)).Id;
        await ActionWriting.AddAsync(rooms, noor, id, new ActionText("Nobody's"), [follow.Rows[2].Row.Id], "c", Cancel);

        var wish = new MechanismWish("yes", "2024-01-01", "Decree 4", null, null, "Plan", "2025-01-01", "2024-01-01", null, "6", "2020-03-31");
        Assert.Equal(Refusal.Absent, (await Mechanisms.SaveAsync(rooms, noor, id, 0, wish, Cancel)).Refused);
        Assert.Equal("plan-to", (await Mechanisms.SaveAsync(rooms, lucas, id, 0, wish, Cancel)).Field);
        Assert.Equal("first", (await Mechanisms.SaveAsync(rooms, lucas, id, 0, wish with { PlanTo = null, FirstReportOn = null }, Cancel)).Field);
        Assert.True((await Mechanisms.SaveAsync(rooms, lucas, id, 0, wish with { PlanTo = null }, Cancel)).IsDone);
        Assert.Equal(Refusal.Conflict, (await Mechanisms.SaveAsync(rooms, lucas, id, 0, wish with { PlanTo = null }, Cancel)).Refused);
        Assert.True((await Mechanisms.SaveBodyAsync(rooms, lucas, id, 0, new BodyWish("Justice", "Human rights desk", noor.MemberId), Cancel)).IsDone);

        var view = await MechanismRows.ReadAsync(rooms, tomas, follow, Cancel);
        Assert.Equal([("Housing", 0, 0), ("Justice", 1, 1)], view.Bodies.Select(b => (b.Name, b.Actions.Count(a => a.IsLate), b.Actions.Count(a => a.IsReportMissing))));
        Assert.Equal((follow.Rows.Count - 2, view.Unanswered.Count), (view.Unanswered.Count, view.Recommendations("unanswered-supported").Count + view.Recommendations("unanswered-noted").Count));
        Assert.Contains(await new WaitingReports(rooms).ReadAsync(tomas, Cancel), w => w.MemberId == noor.MemberId && w.What.StartsWith("Justice", StringComparison.Ordinal));

        // Two had no report before them: the second to arrive is shown the first one's, and both are kept once it was seen.
        Assert.Equal("percent", (await ReportWriting.AddAsync(rooms, noor, id, first, null, new ReportWish("A draft.", "begun", "140", null, null, null), "r1", Cancel)).Field);
        Assert.True((await ReportWriting.AddAsync(rooms, noor, id, first, null, new ReportWish("A draft.", "begun", "40", null, null, null), "r1", Cancel)).IsDone);
        Assert.True((await ReportWriting.AddAsync(rooms, noor, id, first, null, new ReportWish("A draft.", "begun", "40", null, null, null), "r1", Cancel)).IsDone);
        Assert.Equal(Refusal.Conflict, (await ReportWriting.AddAsync(rooms, lucas, id, first, null, new ReportWish("No draft.", null, null, null, null, null), "r2", Cancel)).Refused);
        view = await MechanismRows.ReadAsync(rooms, tomas, follow, Cancel);
        var newest = Assert.Single(view.Bodies[1].Actions[0].Reports);
        Assert.False(view.Bodies[1].Actions[0].IsReportMissing);
        Assert.True((await ReportWriting.AddAsync(rooms, lucas, id, first, newest.Id, new ReportWish("No draft.", null, null, null, null, "2020-05-01"), "r2", Cancel)).IsDone);
        view = await MechanismRows.ReadAsync(rooms, tomas, follow, Cancel);
        Assert.Equal(["No draft.", "A draft."], view.Bodies[1].Actions[0].Reports.Select(r => r.Done));
        Assert.True(view.Bodies[1].Actions[0].IsReportMissing);
        Assert.Equal(Refusal.Absent, (await ReportWriting.AddAsync(rooms, await test.AsAsync("petra", "arvenia-watch"), id, second, null, new ReportWish("x", null, null, null, null, null), "p", Cancel)).Refused);
        Assert.Contains(await new ChangeTexts(rooms).ReadAsync(tomas, Cancel), t => t.Kind == "progress" && t.Text.Contains("No draft", StringComparison.Ordinal));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_guest_reports_on_what_was_given_to_them_and_sees_nothing_else(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas, ines) = (test.Rooms, await test.AsAsync("lucas"), await test.AsAsync("ines"));
        var follow = await FollowAsync(test, lucas);
        var id = follow.Review.Id;
        var given = (await ActionWriting.AddAsync(rooms, lucas, id, new ActionText("Draft a bill") { Ministry = "Justice", Note = "The clerk told us." }, [follow.Rows[0].Row.Id], "a", Cancel)).Id;
        var other = (await ActionWriting.AddAsync(rooms, lucas, id, new ActionText("Buy boats") { Ministry = "Justice" }, [], "b", Cancel)).Id;
        Assert.Equal(Refusal.Absent, (await ReportDuties.GiveAsync(rooms, lucas, follow, lucas.MemberId!.Value, [given], Cancel)).Refused);
        Assert.True((await ReportDuties.GiveAsync(rooms, lucas, follow, ines.MemberId!.Value, [given], Cancel)).IsDone);
        Assert.True((await ReportWriting.AddAsync(rooms, lucas, id, given, null, new ReportWish("Between us: nothing.", null, null, null, null, null), "l", Cancel)).IsDone);
        var duty = Assert.Single(await ReportDuties.MineAsync(rooms.Store, ines, Cancel));
        Assert.Equal(("Draft a bill", 1, 0), (duty.Action.Text, duty.Plan.Recommendations.Count, duty.Reports.Count));
        Assert.DoesNotContain("clerk", duty.Duty.Content, StringComparison.Ordinal);
        Assert.True((await ReportWriting.AddAsGuestAsync(rooms, ines, duty.Duty.Id, null, new ReportWish("The bill is with the Cabinet.", "begun", "50", null, null, null), "g", Cancel)).IsDone);
        Assert.Equal(Refusal.Absent, (await ReportWriting.AddAsync(rooms, ines, id, other, null, new ReportWish("x", null, null, null, null, null), "g2", Cancel)).Refused);
        await using (var db = rooms.Store.Open(ines))
        {
            Assert.Equal((1, 1, 0, 0, 0), (await db.ReportGuests.CountAsync(Cancel), await db.ProgressReports.CountAsync(Cancel), await db.PlannedActions.CountAsync(Cancel), await db.MechanismRecords.CountAsync(Cancel), await db.SheetShapes.CountAsync(Cancel)));
        }

        Assert.True((await ReportDuties.TakeBackAsync(rooms, lucas, id, duty.Duty.Id, Cancel)).IsDone);
        Assert.Empty(await ReportDuties.MineAsync(rooms.Store, ines, Cancel));
        Assert.Equal(Refusal.Absent, (await ReportWriting.AddAsGuestAsync(rooms, ines, duty.Duty.Id, null, new ReportWish("x", null, null, null, null, null), "g3", Cancel)).Refused);
        Assert.Equal(2, (await MechanismRows.ReadAsync(rooms, lucas, follow, Cancel)).Actions.Single(a => a.Row.Action.Id == given).Reports.Count);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_sheet_comes_in_whole_or_not_at_all_and_twice_adds_nothing(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, noor) = (test.Rooms, await test.AsAsync("noor"));
        var follow = await FollowAsync(test, await test.AsAsync("lucas"));
        var number = follow.Rows[0].Row.Number;
        const string Head = "No,Action,Ministry,Deadline,Status,Progress\n";
        var text = Head + $"{number},Draft a bill,Justice,2026-03-31,Ongoing,A draft exists.\n{number},Train judges,Justice,2026-12-31,Planned,\n";
        var sheet = await OpenAsync(rooms, noor, follow, text);
        var plan = await Sheets.PlanAsync(rooms.Store, noor, follow, sheet, sheet.Suggested, Cancel);
        Assert.Equal((2, 0), (plan.Count(SheetActionVerdict.New), plan.Count(CellFate.Listed)));

        // Somebody writes one of the actions meanwhile: nothing of the sheet is taken, neither that one nor the other.
        await ActionWriting.AddAsync(rooms, noor, follow.Review.Id, new ActionText("Train judges") { Ministry = "Justice" }, [], "x", Cancel);
        Assert.Equal(Refusal.Conflict, (await Sheets.TakeAsync(rooms, noor, follow, sheet, sheet.Suggested, null, true, plan.Stamp, Cancel)).Outcome.Refused);
        Assert.Single((await ActionRows.ReadAsync(rooms.Store, noor, follow, Cancel)).Actions);
        plan = await Sheets.PlanAsync(rooms.Store, noor, follow, sheet, sheet.Suggested, Cancel);
        Assert.Equal((1, 1), (plan.Count(SheetActionVerdict.New), plan.Count(SheetActionVerdict.Changed)));
        Assert.True((await Sheets.TakeAsync(rooms, noor, follow, sheet, sheet.Suggested, null, true, plan.Stamp, Cancel)).Outcome.IsDone);
        var matrix = await ActionRows.ReadAsync(rooms.Store, noor, follow, Cancel);
        Assert.Equal([("Train judges", "planned"), ("Draft a bill", "begun")], matrix.Actions.Select(a => (a.Entry.Text, a.Entry.State)));
        Assert.Equal(Refusal.Empty, (await Sheets.TakeAsync(rooms, noor, follow, sheet, sheet.Suggested, null, true, null, Cancel)).Outcome.Refused);

        // What was written since is not set back by the same sheet, and the next one of its shape opens with its choices.
        var draft = matrix.Actions[1];
        await ActionWriting.SaveAsync(rooms, noor, follow.Review.Id, [new ActionChange(draft.Action.Id, 1, ActionText.Of(draft.Entry) with { State = "done" })], "y", Cancel);
        Assert.True((await Sheets.PlanAsync(rooms.Store, noor, follow, sheet, sheet.Suggested, Cancel)).IsNothing);
        var next = await OpenAsync(rooms, noor, follow, Head + $"{number},Draft a bill,Justice,2027-03-31,Ongoing,It is with the Cabinet.\n");
        Assert.Equal(1, next.Known);
        plan = await Sheets.PlanAsync(rooms.Store, noor, follow, next, next.Suggested, Cancel);
        Assert.Equal("to", Assert.Single(plan.Lines[0].Fields).Field);
        Assert.Equal("It is with the Cabinet.", plan.Lines[0].Progress);
        Assert.Null((await Sheets.TakeAsync(rooms, await test.AsAsync("tomas"), follow, next, next.Suggested, null, true, null, Cancel)).Plan);
    }

    private static async Task<OpenedSheet> OpenAsync(Rooms rooms, CoalitionAccess access, FollowView follow, string text) =>
        await Sheets.OpenAsync(rooms.Store, access, follow, SheetReader.ReadGrids(System.Text.Encoding.UTF8.GetBytes(text), Cancel), Cancel);

    private static async Task<FollowView> FollowAsync(TestRooms test, CoalitionAccess access)
    {
        await DemoWorld.LoadAsync(test.Rooms.Store, TimeProvider.System, Cancel);
        var choice = (await FollowRows.ChoicesAsync(test.Rooms.Store, access, Cancel))[0];
        var begun = await Follows.BeginAsync(test.Rooms, access, choice.State, choice.Session, Cancel);
        return (await FollowRows.ReadAsync(test.Rooms.Store, access, begun.Id, Cancel))!;
    }
}
