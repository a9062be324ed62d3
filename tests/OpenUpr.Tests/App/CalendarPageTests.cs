using System.Net;
using System.Net.Http.Headers;
using OpenUpr.App.Features.Calendar;
using OpenUpr.App.Shared;
using OpenUpr.Export.Ics;
using OpenUpr.Reviews;
using OpenUpr.Tests.Export.Ics;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.App;

public sealed class CalendarPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_calendar_says_what_is_next_and_how_to_subscribe()
    {
        var page = await site.ReadAsync("/calendar");
        Assert.Contains("What is next", page, StringComparison.Ordinal);
        Assert.Contains($"{site.Client.BaseAddress}calendar.ics</code>", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"past\">Past dates of cycle", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_State_has_its_own_steps_and_its_own_file()
    {
        var page = await site.ReadAsync("/calendar?state=XTO");
        Assert.Contains("<h1>Calendar of Tovell</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Review in session 54, cycle 4", page, StringComparison.Ordinal);
        Assert.Contains("calendar.ics?state=XTO", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("aria-current=\"step\"").Length - 1);
        Assert.Contains("Review in session 40, cycle 3", await site.ReadAsync("/calendar?state=XTO&session=40"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_with_an_hour_gives_it_in_Geneva_and_as_a_moment()
    {
        var page = await site.ReadAsync("/calendar?session=47");
        Assert.Contains("8 April 2024, 23:59 Geneva time", page, StringComparison.Ordinal);
        Assert.Contains("data-moment=\"2024-04-08T21:59Z\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/calendar?state=xto", "/calendar?state=XTO")]
    [InlineData("/calendar?state=Tovell&kind=review", "/calendar?state=XTO&kind=review")]
    public async Task A_State_by_another_name_has_one_address(string address, string expected)
    {
        using var response = await site.GetAsync(address);
        Assert.Equal((HttpStatusCode.MovedPermanently, expected), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("?state=Atlantis")]
    [InlineData("?kind=party")]
    [InlineData("?cycle=9")]
    [InlineData("?session=0")]
    [InlineData("?session=-1")]
    [InlineData("?session=99999999999")]
    [InlineData("?kind=a-kind-of-date-that-is-longer-than-any-kind-of-date-could-ever-be-and-is-not-taken-for-no-kind-at-all")]
    public async Task What_does_not_exist_is_said_in_a_sentence(string query)
    {
        Assert.Contains("There is no", await site.ReadAsync("/calendar" + query, HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Contains("There is no", await site.ReadAsync("/calendar.ics" + query, HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_a_calendar_that_is_sent_once()
    {
        using var response = await site.GetAsync("/calendar.ics?state=XTO");
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("openupr-fictional-xto.ics", response.Content.Headers.ContentDisposition?.FileName);
        var file = StrictIcs.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.All(file.Events, e => Assert.StartsWith("Fictional: UPR Tovell", e.Text("SUMMARY"), StringComparison.Ordinal));
        Assert.All(file.Events, e => Assert.StartsWith("demo-", e.Text("UID"), StringComparison.Ordinal));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/calendar.ics?state=XTO");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var same = await site.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        using var dated = new HttpRequestMessage(HttpMethod.Get, "/calendar.ics?state=XTO");
        dated.Headers.IfModifiedSince = response.Content.Headers.LastModified;
        using var unchanged = await site.Client.SendAsync(dated, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData(World.UnitedNations)]
    [InlineData(World.Demo)]
    public async Task Every_event_of_both_worlds_is_written_well(World world)
    {
        await using var test = await TestStores.CreateAsync(Provider.Sqlite, world);
        var reference = test.Store.Reference;
        var text = new CalendarText(reference, new Labels(test.Store), new Uri("https://upr.example"));
        var today = new DateOnly(2026, 11, 22);
        var requests = from cycle in reference.Cycles from state in reference.States.Append(null) select new CalendarRequest(state, null, cycle.Number, null, null, true);
        var seen = 0;
        foreach (var asked in requests)
        {
            var calendar = text.Of(asked, today);
            var events = StrictIcs.Parse(IcsWriter.Write(calendar)).Events.ToList();
            seen += events.Count;
            Assert.Equal(calendar.Events.Select(e => e.Summary), events.Select(e => e.Text("SUMMARY")));
            Assert.Equal(calendar.Events.Select(e => e.Description), events.Select(e => e.Text("DESCRIPTION")));
            Assert.All(events, e => Assert.Equal(e.Value("STATUS") == "TENTATIVE", e.Text("SUMMARY").Contains("tentative", StringComparison.Ordinal)));
            var months = events.Where(e => e.Text("SUMMARY").Contains("only the month", StringComparison.Ordinal)).ToList();
            Assert.All(months, e => Assert.Equal((1, 1), (e.Day("DTSTART").Day, e.Day("DTEND").Day)));
        }

        Assert.True(seen > 250);
    }
}
