using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenUpr.Agenda;
using OpenUpr.Agenda.Mail;
using OpenUpr.App.Features.Agenda;
using OpenUpr.Coalitions;
using OpenUpr.Tests.Agenda;
using OpenUpr.Tests.Export.Ics;

namespace OpenUpr.Tests.App;

public sealed class AgendaPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_kind_and_committee_has_its_words()
    {
        Assert.All(DatedKinds.All, k => Assert.NotEqual(k, AgendaText.Of("Kind", k)));
        Assert.All(TreatyDates.Committees, c => Assert.NotEqual(c, AgendaText.Of("Committee", c)));
        Assert.All(TreatyDates.Kinds.Where(k => k != "session"), k => Assert.NotEqual(k, AgendaText.Of("Treaty", k)));
        Assert.All(DatedKinds.All.Where(k => k is not (DatedKinds.Step or DatedKinds.Council or DatedKinds.WorkingGroup)), k => Assert.NotEqual(k, AgendaText.Of("Plain", k)));
        Assert.Contains("Africa/Nairobi", OwnZone.All);
    }

    [Fact]
    public void A_month_has_whole_weeks_from_Monday_and_a_meeting_stands_on_its_readers_day()
    {
        var late = new DatedThing(DatedKinds.Meeting, "meeting-1", new(new(2026, 11, 5), new(2026, 11, 5)), "Late", null, "/meetings/1") { At = new DateTimeOffset(2026, 11, 5, 23, 30, 0, TimeSpan.Zero) };
        var long_ = new DatedThing(DatedKinds.Task, "task-1", new(new(2026, 10, 5), new(2026, 12, 5)), "Long", null, "/plan/tasks/1");
        var range = new DatedThing(DatedKinds.Task, "task-2", new(new(2026, 11, 2), new(2026, 12, 5)), "Some time", null, "/plan/tasks/2") { IsTentative = true };
        var grid = MonthGrid.Of(new DateOnly(2026, 11, 1), [late, long_, range, range with { Key = "task-3", Days = new(new(2026, 12, 1), new(2026, 12, 5)) }], new OwnZone("Africa/Nairobi"));
        Assert.All(grid.Weeks, w => Assert.Equal((7, DayOfWeek.Monday), (w.Count, w[0].Day.DayOfWeek)));
        Assert.Equal(30, grid.Weeks.SelectMany(w => w).Count(d => !d.IsOutside));
        Assert.Equal(6, grid.Weeks.SelectMany(w => w).Single(d => d.Entries.Count > 0).Day.Day);
        Assert.Equal([long_], grid.AllMonth);
        Assert.Equal([range], grid.Ranges);
        Assert.Equal(new DateTimeOffset(2026, 11, 6, 0, 30, 0, TimeSpan.FromHours(1)), OwnZone.InGeneva(late.At!.Value));
    }

    [Fact]
    public async Task The_calendar_is_read_as_month_list_and_strip_in_the_readers_own_hours()
    {
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        Assert.Contains("Hours are Geneva’s", await tomas.ReadAsync($"{Room}/calendar"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await tomas.SendAsync($"{Room}/calendar/zone", ("zone", "Nowhere/At"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await tomas.SendAsync($"{Room}/calendar/zone", ("zone", "Africa/Nairobi"))).Status);
        Assert.Contains("Africa/Nairobi", await tomas.ReadAsync($"{Room}/calendar"), StringComparison.Ordinal);
        var month = await tomas.ReadAsync($"{Room}/calendar?month=2024-02");
        Assert.Equal(7, Regex.Count(month, "role=\"columnheader\""));
        Assert.Equal(29, Regex.Count(month, "<p class=\"day\">"));
        var list = await tomas.ReadAsync($"{Room}/calendar?view=list");
        Assert.Contains("/plan/tasks/", list, StringComparison.Ordinal);
        var strip = await tomas.ReadAsync($"{Room}/calendar?view=timeline");
        Assert.Contains("class=\"chart\"", strip, StringComparison.Ordinal);
        Assert.Contains("The same as a table", strip, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", strip, StringComparison.Ordinal);
        Assert.Matches("datetime=\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00[+]03:00\"", await AnyHourAsync(tomas));
        foreach (var odd in new[] { "month=9999-99", "month=1700-01", "view=x&kind=y", "view=timeline&month=2030-06" })
        {
            await tomas.ReadAsync($"{Room}/calendar?{odd}");
        }

        using var ines = await RoomVisitor.SignInAsync(site, "ines");
        using var petra = await RoomVisitor.SignInAsync(site, "petra");
        foreach (var path in new[] { "/calendar", "/reminders", "/calendar/zone", "/calendar/feed", "/calendar/treaty" })
        {
            await ines.ReadAsync(Room + path, HttpStatusCode.NotFound);
            await petra.ReadAsync(Room + path, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_feed_has_no_private_word_unless_its_person_wants_it_and_a_strict_reader_takes_it()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        Assert.Contains("You have no feed", await lucas.ReadAsync($"{Room}/calendar/feed"), StringComparison.Ordinal);
        var plain = Link((await lucas.SendAsync($"{Room}/calendar/feed", ("act", "make"))).Body);
        using var answer = await site.GetAsync(plain);
        Assert.Equal((HttpStatusCode.OK, "text/calendar", true), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var file = StrictIcs.Parse(bytes);
        var events = file.Events.ToList();
        Assert.True(events.Count > 20);
        Assert.Equal(events.Count, events.Select(e => e.Value("UID")).Distinct().Count());
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("Coalition task", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tovell-rights", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Call the embassies", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        // A new link ends the old one; it has titles where its person said so.
        var titled = Link((await lucas.SendAsync($"{Room}/calendar/feed", ("act", "make"), ("titles", "yes"))).Body);
        await site.ReadAsync(plain, HttpStatusCode.NotFound);
        Assert.Contains("Call the embassies", (await site.ReadAsync(titled)).Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("OPENUPR_WRITE_FEED") is { Length: > 0 } copy)
        {
            await File.WriteAllTextAsync(copy, await site.ReadAsync(titled), Cancel);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync($"{Room}/calendar/feed", ("act", "close"))).Status);
        await site.ReadAsync(titled, HttpStatusCode.NotFound);
        await site.ReadAsync("/feeds/none.ics", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_secretariat_notes_dates_of_treaty_bodies_with_their_source()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        var (refused, body, _) = await amara.SendAsync($"{Room}/calendar/treaty", ("act", "add"), ("committee", "CRC"), ("kind", "dialogue"), ("from", "2027-01-12"), ("source", "ftp://x"), ("note", "Afternoon"));
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.Contains("value=\"Afternoon\"", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await amara.SendAsync($"{Room}/calendar/treaty", ("act", "add"), ("committee", "CRC"), ("kind", "dialogue"), ("from", "2027-01-12"), ("source", "https://example.org/crc"))).Status);
        Assert.Contains("CRC: dialogue with the State", await amara.ReadAsync($"{Room}/calendar?month=2027-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_chooses_how_they_are_reminded_and_a_link_ends_the_mails_without_signing_in()
    {
        const string page = $"{Room}/reminders";
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        Assert.Contains("has not set up a mail server", await noor.ReadAsync(page), StringComparison.Ordinal);
        var (refused, body, _) = await noor.SendAsync(page, ("onpage", "yes"), ("days", "60"), ("bymail", "yes"), ("address", "noor at example"), ("digest", "1"));
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.Contains("value=\"noor at example\"", body, StringComparison.Ordinal);
        Assert.Contains("Write an e-mail address", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(page, ("onpage", "yes"), ("days", "60"), ("bymail", "yes"), ("address", "noor@example.org"), ("digest", "1"))).Status);
        Assert.Contains("value=\"noor@example.org\"", await noor.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("coming up.", await noor.ReadAsync($"{Room}/calendar"), StringComparison.Ordinal);

        var rooms = site.App.Services.GetRequiredService<Rooms>();
        var access = await FindAsync("noor");
        var link = "/unsubscribe/" + Unsubscribing.TokenFor(rooms, access.CoalitionId, access.MemberId!.Value);
        Assert.Contains("Stop the mails", await site.ReadAsync(link), StringComparison.Ordinal);
        Assert.Contains("value=\"noor@example.org\"", await noor.ReadAsync(page), StringComparison.Ordinal);
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await site.Client.PostAsync(new Uri(link, UriKind.Relative), click, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("noor@example.org", await noor.ReadAsync(page), StringComparison.Ordinal);
        using var wrong = await site.Client.PostAsync(new Uri(link + "x", UriKind.Relative), click, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(page, ("days", "60"))).Status);
        Assert.DoesNotContain("coming up.", await noor.ReadAsync($"{Room}/calendar"), StringComparison.Ordinal);
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        Assert.Contains("This site sends no mail", await amara.ReadAsync("/operator/mail"), StringComparison.Ordinal);
        await noor.ReadAsync("/operator/mail", HttpStatusCode.NotFound);
        Assert.All(Enum.GetNames<MailProblem>(), p => Assert.NotEqual(p, AgendaText.Of("Problem", p)));

        async Task<CoalitionAccess> FindAsync(string name)
        {
            await using var db = site.Store.Open();
            return (await CoalitionAccess.FindAsync(site.Store, db.Accounts.Single(a => a.NormalisedName == name).Id, "tovell-rights", Cancel))!;
        }
    }

    [Fact]
    public async Task A_site_with_a_mail_server_sends_by_itself_what_its_people_asked_for()
    {
        await using var server = new MailListener();
        await using var own = await Site.StartAsync(o => o with { Mail = SmtpTests.Server(server) });
        var rooms = own.App.Services.GetRequiredService<Rooms>();
        await using var db = own.Store.Open();
        var lucas = (await CoalitionAccess.FindAsync(own.Store, db.Accounts.Single(a => a.NormalisedName == "lucas").Id, "tovell-rights", Cancel))!;

        // A zone in which it is day.
        Assert.True((await AgendaChoices.SetZoneAsync(rooms, lucas, rooms.Time.GetUtcNow().Hour < 6 ? "Asia/Tokyo" : "UTC", Cancel)).IsDone);
        var day = AgendaChoices.Local(await AgendaChoices.ReadAsync(own.Store, lucas, Cancel), rooms.Time.GetUtcNow());
        Assert.True((await AgendaChoices.SetRemindersAsync(rooms, lucas, new ReminderWish(true, true, "lucas@example.org", "7", $"{(int)day.DayOfWeek}", true), Cancel)).IsDone);
        Assert.True((await Meetings.SaveAsync(rooms, lucas, null, new MeetingWish("Before the session", $"{day.AddDays(2):yyyy-MM-dd}T12:00", null, null, null, null, null, null), Cancel)).IsDone);
        var worker = own.App.Services.GetServices<IHostedService>().OfType<MailWorker>().Single();
        await worker.StopAsync(Cancel);
        await worker.StartAsync(Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!server.Taken.Any(t => t.IsDigest))
        {
            await Task.Delay(50, patience.Token);
        }

        Assert.Contains("Before the session", server.Taken.Single(t => t.IsDigest).Body, StringComparison.Ordinal);
        using var amara = await RoomVisitor.SignInAsync(own, "amara");
        Assert.Contains($"Mails go to localhost, port {server.Port}.", await amara.ReadAsync("/operator/mail"), StringComparison.Ordinal);
    }

    private static string Link(string page) => Regex.Match(page, "<code id=\"ics\">https?://[^/]+(/feeds/[^<]+)</code>") is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("The page shows no link.");

    /// <summary>Any page of the list that has an hour: deadlines with hours lie before the review.</summary>
    private static async Task<string> AnyHourAsync(RoomVisitor reader)
    {
        var pages = new StringBuilder();
        for (var back = -24; back <= 24; back += 6)
        {
            pages.Append(await reader.ReadAsync($"{Room}/calendar?view=list&month={TimeProvider.System.GetUtcNow().AddMonths(back):yyyy-MM}"));
        }

        return pages.ToString();
    }
}
