using Microsoft.EntityFrameworkCore;
using OpenUpr.Agenda;
using OpenUpr.Agenda.Mail;
using OpenUpr.App.Features.Agenda;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Agenda;

/// <summary>Reminders and digests from the store to a real listener. Few stores with many sentences each: founding one is most of their time.</summary>
public sealed class MailTests
{
    private const string Words = "Ring the quiet embassy";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Two_nodes_send_each_mail_once_over_TLS_with_no_private_word_and_a_link_that_ends_them(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        await using var server = new MailListener();
        var (monday, lucas) = (MondayMorning(demo.Rooms), await demo.AsAsync("lucas"));
        var rooms = At(demo, monday);
        await ChooseAsync(rooms, lucas, "2", titles: false);
        await AddDueAsync(rooms, demo, lucas, Words, 2);
        await AddDueAsync(rooms, demo, await demo.AsAsync("amara"), "Hers alone", 2);
        await Task.WhenAll(Turn(rooms, server).RunAsync(Cancel), Turn(rooms, server).RunAsync(Cancel));
        await Turn(rooms, server).RunAsync(Cancel);
        Assert.Equal([false, true], server.Taken.Select(t => t.IsDigest).Order());
        Assert.All(server.Taken, letter =>
        {
            Assert.Equal((true, "me", "RCPT TO:<lucas@example.org>"), (letter.Tls, letter.User, letter.To));
            Assert.Contains("Read more: https://upr.example.org/coalitions\n", letter.Body.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Contains("https://upr.example.org/unsubscribe/", letter.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("tovell", letter.Whole + letter.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Words, letter.Body, StringComparison.Ordinal);
        });
        Assert.Contains("Due within seven days: 1\n", server.Taken.Single(t => t.IsDigest).Body.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"due on {Dates.Day(rooms.Today.AddDays(2))}: 1\n", server.Taken.Single(t => !t.IsDigest).Body.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        // With titles, since that is what its reader wants now. The site stood still on Tuesday: what Tuesday's reminder would have had is in Wednesday's.
        await ChooseAsync(rooms, lucas, "2", titles: true);
        await AddDueAsync(rooms, demo, lucas, "Tuesday's", 3);
        await Turn(At(demo, monday.AddDays(2)), server).RunAsync(Cancel);
        var reminder = server.Taken.Last().Body;
        Assert.Equal(3, server.Taken.Count);
        Assert.Contains(Words, reminder, StringComparison.Ordinal);
        Assert.Contains("Tuesday's", reminder, StringComparison.Ordinal);
        Assert.DoesNotContain("Hers alone", reminder, StringComparison.Ordinal);
        Assert.Contains("/coalitions/tovell-rights/calendar", reminder, StringComparison.Ordinal);
        await Turn(At(demo, monday.AddDays(7)), server).RunAsync(Cancel);
        var late = server.Taken.Last(t => t.IsDigest).Body;
        Assert.Matches("Yours to do, late: [0-9]+\r?\n(- .*\n)*- " + Words, late);
        Assert.Equal(2, server.Taken.Count(t => t.IsDigest));

        // The link ends it and deletes the address; a changed one does nothing.
        var token = reminder.Split("/unsubscribe/")[1].Split()[0];
        Assert.False(await Unsubscribing.StopAsync(rooms, token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), Cancel));
        Assert.False(await Unsubscribing.StopAsync(rooms, token.Replace($"-{lucas.MemberId}-", "-1-", StringComparison.Ordinal), Cancel));
        Assert.True(await Unsubscribing.StopAsync(rooms, token, Cancel));
        Assert.True(await Unsubscribing.StopAsync(rooms, token, Cancel));
        Assert.True((await AgendaChoices.ReadAsync(rooms.Store, lucas, Cancel)) is { SealedAddress: null, ByMail: false, DaysBefore: 2 });
        var count = server.Taken.Count;
        await Turn(At(demo, monday.AddDays(14)), server).RunAsync(Cancel);
        Assert.Equal(count, server.Taken.Count);
    }

    [Fact]
    public async Task A_node_that_stops_costs_no_mail_and_makes_none_two()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        await using var server = new MailListener();
        var (monday, lucas) = (MondayMorning(demo.Rooms), await demo.AsAsync("lucas"));
        var (rooms, later) = (At(demo, monday), At(demo, monday.AddMinutes(6)));
        await ChooseAsync(rooms, lucas, "2", titles: false);
        await AddDueAsync(rooms, demo, lucas, Words, 2);
        var upkeep = await CoalitionAccess.ForUpkeepAsync(rooms.Store, lucas.CoalitionId, Cancel);
        var dead = new Outbox(rooms, upkeep);
        await dead.FillAsync(Cancel);
        var (digest, reminder) = ((await dead.ClaimAsync(Cancel))!, (await dead.ClaimAsync(Cancel))!);
        Assert.True(digest.IsDigest && !reminder.IsDigest);
        Assert.Null(await dead.ClaimAsync(Cancel));
        Assert.True(await dead.HandingAsync(reminder, Cancel));

        // It stopped here, with one mail handed over and one only claimed. While its claims hold nobody touches them.
        await Turn(rooms, server).RunAsync(Cancel);
        Assert.Empty(server.Taken);
        await Turn(later, server).RunAsync(Cancel);
        Assert.True(Assert.Single(server.Taken).IsDigest);
        Assert.Equal((0, 1, 1, 0), await StatusAsync(rooms));

        // It was only slow: what is no longer its own it does not send.
        Assert.False(await dead.HandingAsync(digest, Cancel));
        await dead.FailedAsync(digest, MailProblem.Later, Cancel);
        Assert.Equal((0, 1, 1, 0), await StatusAsync(rooms));
    }

    [Fact]
    public async Task What_is_refused_is_tried_again_with_pauses_and_what_may_have_arrived_never()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        await using var server = new MailListener { Recipient = "450 later" };
        var (start, lucas) = (MondayMorning(demo.Rooms), await demo.AsAsync("lucas"));
        var rooms = At(demo, start);
        await ChooseAsync(rooms, lucas, "0", titles: false);
        await AddDueAsync(rooms, demo, lucas, Words, 3);
        await Turn(rooms, server).RunAsync(Cancel);
        await Turn(rooms, server).RunAsync(Cancel);
        Assert.Equal((OutgoingMail.Waiting, 1, "Later"), await DigestAsync(demo, start));
        var at = start;
        for (var i = 1; i < Outbox.MostTries; i++)
        {
            at += Outbox.Pause(i);
            await Turn(At(demo, at), server).RunAsync(Cancel);
        }

        Assert.Equal((OutgoingMail.GivenUp, Outbox.MostTries, "Later"), await DigestAsync(demo, start));
        Assert.Equal(1, (await OutboxStatus.ReadAsync(rooms, Cancel)).Problems["Later"]);

        // A password that is not taken: one try in a turn, not one for each mail.
        var wrong = SmtpTests.Server(server) with { Password = "wrong" };
        await ChooseAsync(rooms, await demo.AsAsync("noor"), "0", titles: false);
        await AddDueAsync(rooms, demo, await demo.AsAsync("noor"), "Another", 10);
        var (week, before) = (start.AddDays(7), server.Connections);
        Assert.Equal((0, 1), await Turn(At(demo, week), wrong).RunAsync(Cancel));
        Assert.Equal(1, server.Connections - before);

        // For good, and so the person is told; then text taken and no word after it: nobody knows, so nobody sends it again.
        server.Recipient = "550 nobody";
        await Turn(At(demo, week.AddMinutes(10)), server).RunAsync(Cancel);
        var refused = await DigestAsync(demo, week);
        Assert.Equal((OutgoingMail.GivenUp, "Refused"), (refused.State, refused.Problem));
        Assert.True(await OutboxStatus.IsRefusedAsync(rooms.Store, lucas, Cancel));
        Assert.Empty(server.Taken);
        (server.Recipient, server.HangsUpAfterText) = ("250 ok", true);
        await Turn(At(demo, week.AddDays(7)), server).RunAsync(Cancel);
        await Turn(At(demo, week.AddDays(7).AddHours(3)), server).RunAsync(Cancel);
        Assert.Single(server.Taken, t => t.IsDigest && t.To.Contains("lucas@", StringComparison.Ordinal));
        var unsure = await DigestAsync(demo, week.AddDays(7));
        Assert.Equal((OutgoingMail.Unsure, "Unsure"), (unsure.State, unsure.Problem));
    }

    [Fact]
    public void A_digest_is_one_for_each_week_on_the_morning_of_the_readers_own_day()
    {
        var choice = new AgendaChoice { ByMail = true, DigestDay = (int)DayOfWeek.Monday, Zone = "Asia/Tokyo" };
        var monday = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(9));
        Assert.Empty(Outbox.KeysAt(choice, monday.AddHours(5)));
        Assert.Equal(["digest-2026-11-23", "reminder-2026-11-23"], Outbox.KeysAt(choice, monday.AddHours(6)));
        Assert.Equal(["reminder-2026-11-24"], Outbox.KeysAt(choice, monday.AddHours(31)));
        Assert.Equal(["digest-2026-11-23", "reminder-2026-11-29"], Outbox.KeysAt(new AgendaChoice { ByMail = true, DigestDay = 0, Zone = "Asia/Tokyo" }, monday.AddDays(6).AddHours(20)));
        Assert.Equal(["reminder-2026-11-23"], Outbox.KeysAt(new AgendaChoice { ByMail = true }, monday.AddHours(15)));
    }

    private static Rooms At(TestRooms demo, DateTimeOffset at) => demo.Rooms with { Time = new Clock(at) };

    private static MailTurn Turn(Rooms rooms, MailListener server) => Turn(rooms, SmtpTests.Server(server));

    private static MailTurn Turn(Rooms rooms, SmtpServer server)
    {
        var text = new MailText(rooms, AgendaStoreTests.Parts(rooms), new AgendaText(new Labels(rooms.Store)));
        return new MailTurn(rooms, server, (mail, cancel) => text.WriteAsync(mail, server.Site, cancel));
    }

    private static async Task ChooseAsync(Rooms rooms, CoalitionAccess access, string days, bool titles)
    {
        await using var db = rooms.Store.Open();
        var name = (await db.Accounts.SingleAsync(a => a.Id == access.AccountId, Cancel)).NormalisedName;
        Assert.True((await AgendaChoices.SetRemindersAsync(rooms, access, new ReminderWish(true, true, $"{name}@example.org", days, "1", titles), Cancel)).IsDone);
    }

    private static async Task AddDueAsync(Rooms rooms, TestRooms demo, CoalitionAccess access, string words, int days)
    {
        await using var db = demo.Open(access);
        var meeting = (await db.Meetings.Where(m => m.ClusterId == null).OrderBy(m => m.Id).FirstAsync(Cancel)).Id;
        var editor = await demo.AsAsync("lucas");
        Assert.True((await Decisions.AddAsync(rooms, editor, meeting, words, access.MemberId, AgendaStoreTests.Day(rooms.Today.AddDays(days)), Cancel)).IsDone);
    }

    private static async Task<(string State, int Tries, string? Problem)> DigestAsync(TestRooms demo, DateTimeOffset monday)
    {
        await using var db = demo.Open(await demo.AsAsync("lucas"));
        var key = Outbox.Digest + AgendaStoreTests.Day(DateOnly.FromDateTime(monday.UtcDateTime));
        var row = await db.OutgoingMails.AsNoTracking().SingleAsync(m => m.Key == key, Cancel);
        return (row.State, row.Tries, row.Problem);
    }

    private static async Task<(int Waiting, int Sent, int Unsure, int GivenUp)> StatusAsync(Rooms rooms)
    {
        var status = await OutboxStatus.ReadAsync(rooms, Cancel);
        return (status.Waiting, status.Sent, status.Unsure, status.GivenUp);
    }

    /// <summary>A Monday some weeks ahead, when nothing of the demonstration is due any more.</summary>
    private static DateTimeOffset MondayMorning(Rooms rooms)
    {
        var day = rooms.Today.AddDays(60);
        return new DateTimeOffset(day.AddDays((8 - (int)day.DayOfWeek) % 7), new TimeOnly(8, 0), TimeSpan.Zero);
    }

    private sealed class Clock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
