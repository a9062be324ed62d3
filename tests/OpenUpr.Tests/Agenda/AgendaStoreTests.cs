using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Agenda;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Planning;
using OpenUpr.Planning.Events;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Agenda;

/// <summary>Few stores with many sentences each: founding one is most of their time.</summary>
public sealed class AgendaStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task One_list_has_every_kind_of_date_and_nobody_sees_what_is_not_theirs(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, noor, ines) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("lucas"), await demo.AsAsync("noor"), await demo.AsAsync("ines"));
        await DemoPlan.LoadAsync(rooms.Store, rooms.Keys, rooms.Time, Cancel);
        Assert.Equal(Refusal.Absent, (await TreatyDates.AddAsync(rooms, lucas, Treaty(rooms), Cancel)).Refused);
        Assert.Equal("source", (await TreatyDates.AddAsync(rooms, amara, Treaty(rooms) with { Source = "javascript:alert(1)" }, Cancel)).Field);
        Assert.Equal("to", (await TreatyDates.AddAsync(rooms, amara, Treaty(rooms) with { To = "2020-01-01" }, Cancel)).Field);
        Assert.True((await TreatyDates.AddAsync(rooms, amara, Treaty(rooms), Cancel)).IsDone);
        Assert.True((await QuietPeriods.AddAsync(rooms, lucas, new QuietWish("Feast", "holiday", Day(rooms.Today.AddDays(20)), null, true), Cancel)).IsDone);
        Assert.True((await Meetings.SaveAsync(rooms, lucas, null, new MeetingWish("Next steps", $"{Day(rooms.Today.AddDays(5))}T23:30", null, null, null, null, null, null), Cancel)).IsDone);
        Assert.True((await Events.SaveAsync(rooms, lucas, null, new EventWish("viewing", "On the screen", $"{Day(rooms.Today.AddDays(6))}T09:00", "1000", null, null, null, null, null, null, null), Cancel)).IsDone);
        var span = new Days(rooms.Today.AddYears(-2), rooms.Today.AddYears(5));
        var all = await Agendas.ReadAsync(Parts(rooms), lucas, span, Cancel);
        Assert.All(DatedKinds.All.Where(k => k is not (DatedKinds.WorkingGroup or DatedKinds.Council or DatedKinds.Decision or DatedKinds.Action or DatedKinds.Round or DatedKinds.Report or DatedKinds.Progress)), k => Assert.Contains(all, t => t.Kind == k));
        Assert.Equal(all.Count, all.Select(t => t.Key).Distinct().Count());
        Assert.True(all.Select(t => t.Days.From).SequenceEqual(all.Select(t => t.Days.From).Order()));
        Assert.InRange(all.Count(t => t.Title == "Feast"), 6, 8);
        Assert.Contains(all, t => t is { Kind: DatedKinds.Step, IsPublic: true, State: "XTO" });
        Assert.Contains(all, t => t is { Kind: DatedKinds.Event, Title: "On the screen", Code: "viewing", IsToDo: false } && t.Days == new Days(rooms.Today.AddDays(6), rooms.Today.AddDays(7)));
        Assert.Equal(["Next steps", "On the screen"], Agendas.ComingFor(all, rooms.Today, 6).Where(t => t.Kind is DatedKinds.Meeting or DatedKinds.Event).Select(t => t.Title).Where(t => t is "Next steps" or "On the screen"));
        Assert.DoesNotContain(Agendas.ComingFor(all, rooms.Today, 5), t => t.Kind == DatedKinds.Event && t.Title == "On the screen");
        Assert.DoesNotContain(Agendas.ComingFor(all, rooms.Today, 60), t => t.IsTentative || t.IsToDo);
        Assert.Empty(await Agendas.ReadAsync(Parts(rooms), ines, span, Cancel));

        // Closing hours are Geneva's (requirement C4): 8 April 2024, 23:59, summer time, for session 47. No source puts this State
        // into that session, so that the date is tentative for it.
        Assert.True((await Plans.StartAsync(rooms, amara, new PlanWish("XTO", 47, "2024-01-10"), Cancel)).IsDone);
        var closing = await Agendas.ReadAsync(Parts(rooms), lucas, new Days(new DateOnly(2024, 4, 8), new DateOnly(2024, 4, 8)), Cancel);
        Assert.Contains(closing, t => t is { Kind: DatedKinds.Step, IsTentative: true } && t.At == new DateTimeOffset(2024, 4, 8, 23, 59, 0, TimeSpan.FromHours(2)));

        // A closed cluster's task is there for its people alone.
        await using var db = demo.Open(lucas);
        var closed = (await db.Clusters.SingleAsync(c => c.IsClosed, Cancel)).Id;
        var plan = (await Plans.FindAsync(rooms.Store, lucas, null, Cancel))!.Id;
        var hidden = (await TaskWriting.AddAsync(rooms, lucas, plan, new TaskWish("Ask the two", "review", Day(rooms.Today), Day(rooms.Today.AddDays(3)), false, lucas.MemberId, closed, null, null, null), Cancel)).Id;
        Assert.DoesNotContain(await Agendas.ReadAsync(Parts(rooms), noor, span, Cancel), t => t.Key == $"task-{hidden}");
        var seen = await Agendas.ReadAsync(Parts(rooms), lucas, span, Cancel);
        Assert.Contains(seen, t => t.Key == $"task-{hidden}");
        Assert.Contains(Agendas.DueFor(seen, lucas.MemberId, rooms.Today, 7), t => t.Key == $"task-{hidden}");
        Assert.DoesNotContain(Agendas.DueFor(seen, lucas.MemberId, rooms.Today, 2), t => t.Key == $"task-{hidden}");
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_feed_is_opened_by_its_secret_alone_and_no_longer_than_its_person_belongs_there(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, amara, noor, ines) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("noor"), await demo.AsAsync("ines"));
        Assert.Equal(Refusal.Absent, (await CalendarFeeds.MakeAsync(rooms, ines, false, Cancel)).Outcome.Refused);
        Assert.Equal(Refusal.Absent, (await CalendarFeeds.CloseAsync(rooms, noor, Cancel)).Refused);
        var first = (await CalendarFeeds.MakeAsync(rooms, noor, true, Cancel)).Token!;
        Assert.True((await CalendarFeeds.FindAsync(rooms.Store, first, Cancel)) is { WithTitles: true, Access.Role: CoalitionRole.Contributor });
        var second = (await CalendarFeeds.MakeAsync(rooms, noor, false, Cancel)).Token!;
        Assert.Null(await CalendarFeeds.FindAsync(rooms.Store, first, Cancel));
        Assert.False((await CalendarFeeds.FindAsync(rooms.Store, second, Cancel))!.WithTitles);
        await using (var db = rooms.Store.Open())
        {
            var row = await db.CalendarFeeds.AsNoTracking().SingleAsync(Cancel);
            Assert.Equal(noor.MemberId, row.Id);
            Assert.DoesNotContain(second, row.TokenHash, StringComparison.Ordinal);
        }

        foreach (var wrong in new[] { null, "", "x", second[..42] + (second[42] == 'A' ? 'B' : 'A'), new string('A', 43), second + "A" })
        {
            Assert.Null(await CalendarFeeds.FindAsync(rooms.Store, wrong, Cancel));
        }

        // Access is decided anew each time: a smaller role, then none.
        Assert.True((await People.ChangeAsync(rooms, amara, noor.MemberId!.Value, new PersonWish("Noor", "guest", null, null), Cancel)).IsDone);
        Assert.Null(await CalendarFeeds.FindAsync(rooms.Store, second, Cancel));
        Assert.True((await People.ChangeAsync(rooms, amara, noor.MemberId.Value, new PersonWish("Noor", "observer", null, null), Cancel)).IsDone);
        Assert.NotNull(await CalendarFeeds.FindAsync(rooms.Store, second, Cancel));
        Assert.True((await People.LeaveAsync(rooms, amara, noor.MemberId.Value, Cancel)).IsDone);
        Assert.Null(await CalendarFeeds.FindAsync(rooms.Store, second, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Choices_are_a_persons_own_and_go_when_they_do(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, amara, noor) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("noor"));
        Assert.Equal("zone", (await AgendaChoices.SetZoneAsync(rooms, noor, "Nowhere/At all", Cancel)).Field);
        Assert.True((await AgendaChoices.SetZoneAsync(rooms, noor, "Africa/Nairobi", Cancel)).IsDone);
        Assert.Equal("Africa/Nairobi", await AgendaChoices.ZoneAsync(rooms.Store, noor, Cancel));
        Assert.True((await AgendaChoices.SetZoneAsync(rooms, noor, "", Cancel)).IsDone);
        Assert.Null(await AgendaChoices.ZoneAsync(rooms.Store, noor, Cancel));
        var wish = new ReminderWish(false, true, "noor@example.org", "3", "1", false);
        foreach (var (wrong, field) in new[] { (wish with { Address = "" }, "address"), (wish with { Address = "a@b c" }, "address"), (wish with { Address = "a@b.org\r\nBcc: c@d.org" }, "address"), (wish with { DaysBefore = "61" }, "days"), (wish with { DigestDay = "7" }, "digest") })
        {
            Assert.Equal(field, (await AgendaChoices.SetRemindersAsync(rooms, noor, wrong, Cancel)).Field);
        }

        Assert.Equal(Refusal.Absent, (await AgendaChoices.SetRemindersAsync(rooms, await demo.AsAsync("ines"), wish, Cancel)).Refused);
        Assert.True((await AgendaChoices.SetRemindersAsync(rooms, noor, wish, Cancel)).IsDone);
        var choice = await AgendaChoices.ReadAsync(rooms.Store, noor, Cancel);
        Assert.Equal((false, true, 3, 1), (choice.OnPage, choice.ByMail, choice.DaysBefore, choice.DigestDay));
        Assert.Equal("noor@example.org", await AgendaChoices.AddressAsync(rooms, noor, choice, Cancel));
        Assert.DoesNotContain("noor@", System.Text.Encoding.UTF8.GetString(choice.SealedAddress!), StringComparison.Ordinal);
        Assert.NotNull((await CalendarFeeds.MakeAsync(rooms, noor, false, Cancel)).Token);

        // Nobody else sees a word of it, the secretariat neither; who leaves leaves nothing behind.
        await using var inside = demo.Open(await CoalitionAccess.ForUpkeepAsync(rooms.Store, amara.CoalitionId, Cancel));
        inside.OutgoingMails.Add(new OutgoingMail { Id = 1, CoalitionId = amara.CoalitionId, MemberId = choice.Id, Key = "digest-2026-11-23", State = OutgoingMail.Waiting });
        await inside.SaveChangesAsync(Cancel);
        await using var others = demo.Open(amara);
        Assert.Equal((0, 0), (await others.AgendaChoices.CountAsync(Cancel), await others.OutgoingMails.CountAsync(Cancel)));
        Assert.Equal((1, 1, 1), await CountAsync());
        Assert.True((await People.LeaveAsync(rooms, amara, noor.MemberId!.Value, Cancel)).IsDone);
        Assert.Equal((0, 0, 0), await CountAsync());
        async Task<(int, int, int)> CountAsync() => (await inside.AgendaChoices.CountAsync(Cancel), await inside.OutgoingMails.CountAsync(Cancel), await inside.CalendarFeeds.CountAsync(Cancel));
    }

    internal static IReadOnlyList<IDatedThings> Parts(Rooms rooms) =>
        [new TaskDays(rooms), new DecisionDays(rooms), new MeetingDays(rooms), new EventDays(rooms), new ReviewDays(rooms, Geneva.Moment), new SessionDays(rooms), new TreatyDays(rooms), new QuietTimes(rooms)];

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TreatyWish Treaty(Rooms rooms) => new("CEDAW", TreatyDate.Session, Day(rooms.Today.AddDays(30)), Day(rooms.Today.AddDays(50)), "https://example.org/cedaw", null);
}
