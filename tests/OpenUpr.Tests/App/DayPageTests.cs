using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenUpr.Tests.App;

/// <summary>The pages of the review day as a browser without JavaScript asks for them, and what the script asks for.</summary>
public sealed partial class DayPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";
    private const string Board = Room + "/review-day/1";

    [Fact]
    public async Task Without_a_script_a_line_is_a_form_and_what_is_sent_twice_is_stored_once()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var page = await noor.ReadAsync(Board);
        Assert.Contains("Civil society has no floor", page, StringComparison.Ordinal);
        var client = ClientId().Match(page).Groups[1].Value;
        (string, string)[] line = [("client", client), ("act", "recommendation"), ("speaker", "2"), ("text", "? Which plan follows <b>the study</b>?")];
        var (status, _, location) = await noor.SendAsync(Board, line);
        Assert.Equal((HttpStatusCode.SeeOther, $"{Board}?done=saved"), (status, location));
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(Board, line)).Status);
        var after = await noor.ReadAsync(Board);
        Assert.Single(Regex.Matches(after, "Which plan follows <b>the study</b>"));
        Assert.DoesNotContain("<b>the study</b>", await noor.ReadRawAsync(Board), StringComparison.Ordinal);

        var empty = await noor.SendAsync(Board, ("client", "client-0001"), ("act", "question"), ("speaker", "2"), ("text", " "));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);

        // Correcting: who was slower sees both.
        var id = LineId().Match(after).Groups[1].Value;
        var form = await noor.ReadAsync($"{Board}/lines/{id}");
        Assert.Contains("Which plan follows", form, StringComparison.Ordinal);
        var late = await noor.SendAsync($"{Board}/lines/{id}", ("act", "save"), ("kind", "question"), ("speaker", "2"), ("text", "My own words"), ("revision", "77"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("My own words", late.Body, StringComparison.Ordinal);
        Assert.Contains("Which plan follows", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_list_is_taken_and_the_doubtful_name_is_asked()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var (status, body, _) = await noor.SendAsync($"{Board}/speakers", ("act", "add"), ("states", "Ulmaria\nNivalnud\nRepublic of Nowhere"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("“Nivalnud” is", body, StringComparison.Ordinal);
        Assert.Contains("“Republic of Nowhere” is", body, StringComparison.Ordinal);
        var answered = await noor.SendAsync($"{Board}/speakers", ("act", "add"), ("states", "Nivalnud\nRepublic of Nowhere"), ("doubt0", "nivalnud"), ("pick0", "XNI"), ("doubt1", "republic of nowhere"), ("pick1", "-"));
        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
    }

    [Fact]
    public async Task The_script_hears_what_is_new_and_nothing_is_stored_in_anybody_elses_name()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        using var feed = JsonDocument.Parse(await lucas.ReadAsync($"{Board}/feed?since=0&token=1"));
        var me = feed.RootElement.GetProperty("me").GetInt64();
        var before = feed.RootElement.GetProperty("seq").GetInt64();
        Assert.True(feed.RootElement.GetProperty("token").GetString()!.Length > 20);
        Assert.NotEmpty(feed.RootElement.GetProperty("lines").EnumerateArray());

        const string lines = """[{"c":"script-0001","k":"recommendation","s":1,"x":"Adopt a plan","t":1}]""";
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(lucas, ("me", "999"), ("lines", lines))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(lucas, ("me", $"{me}"), ("lines", "[{"))).Status);
        var (status, body) = await SendAsync(lucas, ("me", $"{me}"), ("lines", lines), ("floors", """[{"s":2,"t":1}]"""));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"state\":\"stored\"", body, StringComparison.Ordinal);
        using var news = JsonDocument.Parse(await tomas.ReadAsync($"{Board}/feed?since={before}"));
        Assert.Equal("Adopt a plan", Assert.Single(news.RootElement.GetProperty("lines").EnumerateArray()).GetProperty("x").GetString());
        Assert.Equal(2, news.RootElement.GetProperty("floor").GetInt64());

        async Task<(HttpStatusCode Status, string Body)> SendAsync(RoomVisitor visitor, params (string, string)[] fields)
        {
            // The form of the board sent to the address of the feed.
            var sent = await visitor.SendToAsync(Board, $"{Board}/feed", fields);
            return (sent.Status, sent.Body);
        }
    }

    [Fact]
    public async Task The_report_says_for_each_issue_whether_it_was_raised_and_can_be_taken_along()
    {
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        var page = await tomas.ReadAsync($"{Board}/report");
        Assert.Contains("Partly provisional", page, StringComparison.Ordinal);
        Assert.Contains("Death penalty", page, StringComparison.Ordinal);
        var csv = await tomas.ReadAsync($"{Board}/report.csv");
        Assert.Contains("Issue,Our drafts on it,Raised", csv, StringComparison.Ordinal);
        Assert.Contains("Supported: ", await tomas.ReadAsync($"{Board}/report.txt"), StringComparison.Ordinal);
        Assert.StartsWith("PK", await tomas.ReadAsync($"{Board}/report.xlsx"), StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm all that are sure", await tomas.ReadAsync($"{Board}/after"), StringComparison.Ordinal);
        await tomas.ReadAsync($"{Board}/speakers", HttpStatusCode.NotFound);
        Assert.DoesNotContain("<textarea", await tomas.ReadAsync(Board), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_weighs_less_than_forty_kilobytes()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        Assert.InRange((await noor.ReadAsync(Board)).Length, 1_000, 40_000);
    }

    [GeneratedRegex("name=\"client\" value=\"([0-9a-f]{24})\"")]
    private static partial Regex ClientId();

    [GeneratedRegex("data-id=\"([0-9]+)\"")]
    private static partial Regex LineId();
}
