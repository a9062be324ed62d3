using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OpenUpr.Agenda;
using OpenUpr.App.Features.Agenda;
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
        var grid = MonthGrid.Of(new DateOnly(2026, 11, 1), [late, long_], new OwnZone("Africa/Nairobi"));
        Assert.All(grid.Weeks, w => Assert.Equal((7, DayOfWeek.Monday), (w.Count, w[0].Day.DayOfWeek)));
        Assert.Equal(30, grid.Weeks.SelectMany(w => w).Count(d => !d.IsOutside));
        Assert.Equal(6, grid.Weeks.SelectMany(w => w).Single(d => d.Entries.Count > 0).Day.Day);
        Assert.Equal([long_], grid.AllMonth);
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
        foreach (var path in new[] { "/calendar", "/calendar/zone", "/calendar/feed", "/calendar/treaty" })
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
