using System.Net;
using System.Text.RegularExpressions;

namespace OpenUpr.Tests.App;

/// <summary>Pages of reports, with the demonstration's released annual assessment and its mid-term report under comment.</summary>
public sealed class ReportPageTests(Site site) : IClassFixture<Site>
{
    private const string Follow = "/coalitions/tovell-rights/follow-up/1";

    [Fact]
    public async Task Every_number_of_a_report_leads_to_as_many_rows_as_it_counts()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var (_, page) = await MidTermAsync(lucas);
        var studio = Regex.Match(page, "/coalitions/tovell-rights/studio/\\d+").Value;
        var preview = await lucas.ReadAsync(studio + "/preview");
        Assert.Contains("<svg", preview, StringComparison.Ordinal);
        var links = Regex.Matches(preview, "<a href=\"([^\"]*/(?:monitoring(?:/indicators)?|actions)\\?report=[^\"]*)\">(\\d+)</a>").Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Number: m.Groups[2].Value)).Distinct().ToList();
        Assert.InRange(links.Count, 20, 500);

        // A value of an indicator counts nothing: it stands in the row to which it leads.
        foreach (var (address, number) in links.Where(l => l.Address.Contains("measure=", StringComparison.Ordinal)))
        {
            Assert.Contains($"<span>{number}", await lucas.ReadAsync(address), StringComparison.Ordinal);
        }

        links = [.. links.Where(l => !l.Address.Contains("measure=", StringComparison.Ordinal))];

        // Each sort of number: lights, regression, disagreement, positions, issues, the whole.
        var chosen = links.Where(l => !l.Address.Contains("issue=", StringComparison.Ordinal)).Concat(links.Where(l => l.Address.Contains("issue=", StringComparison.Ordinal)).Take(8)).ToList();
        Assert.Contains(chosen, l => l.Address.Contains("show=regression", StringComparison.Ordinal));
        Assert.Contains(chosen, l => l.Address.Contains("position=", StringComparison.Ordinal));
        Assert.All(["evidence=", "show=judged", "show=scored", "show=served", "/actions?report=", "/indicators?report=", "show=measured"], sort => Assert.Contains(chosen, l => l.Address.Contains(sort, StringComparison.Ordinal)));
        foreach (var (address, number) in chosen)
        {
            // Judgements are counted in the numbers of the index, and beside the recommendations that have one; everything else counts recommendations or actions.
            var found = Regex.Match(await lucas.ReadAsync(address), "<p class=\"small\">(?:Recommendations: (?<rows>\\d+); judgements: (?<said>\\d+)|(?:Actions|Indicators): (?<rows>\\d+))");
            string[] counted = [.. Regex.IsMatch(address, "show=(scored|left)") ? Array.Empty<string>() : [found.Groups["rows"].Value], .. Regex.IsMatch(address, "show=(scored|left|judged)") ? [found.Groups["said"].Value] : Array.Empty<string>()];
            Assert.True(counted.Contains(number), $"{address}: {number} in the report, {string.Join(" or ", counted)} in the list");
        }

        // The whole review and the values of indicators lead somewhere too: outside of the scale of values no cell is a number without its rows, but for the recommendations' own.
        var whole = Regex.Match(preview, $"<a href=\"({Follow})\">(\\d+)</a>");
        Assert.Contains($"Recommendations: {whole.Groups[2].Value}<", await lucas.ReadAsync(whole.Groups[1].Value), StringComparison.Ordinal);
        var tables = Regex.Matches(preview, "<table.*?</table>", RegexOptions.Singleline).Select(m => m.Value).Where(m => !m.Contains(">Score in the index<", StringComparison.Ordinal));
        var cells = tables.SelectMany(table => Regex.Matches(table, "<td[^>]*>(.*?)</td>", RegexOptions.Singleline).Select(c => c.Groups[1].Value));
        Assert.Equal([], cells.Where(c => Regex.IsMatch(c, "^(?:<span[^>]*>)?[\\d.,]+(?:</span>)?$") && c != "0" && !c.StartsWith("131.", StringComparison.Ordinal)).Distinct());
        var measure = Regex.Match(preview, "href=\"([^\"]*/indicators\\?report=\\d+&amp;measure=(A\\d+))\">");
        Assert.Contains($">{measure.Groups[2].Value}</a>", await lucas.ReadAsync(WebUtility.HtmlDecode(measure.Groups[1].Value)), StringComparison.Ordinal);
        Assert.DoesNotContain("The clerk says quietly", preview, StringComparison.Ordinal);
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        await noor.ReadAsync(Follow + "/monitoring?report=999999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_guest_reads_what_is_shared_comments_and_sees_no_other_page_of_the_report()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var ines = await RoomVisitor.SignInAsync(site, "ines");
        var (path, page) = await MidTermAsync(lucas);
        Assert.Contains("asked, has not spoken", page, StringComparison.Ordinal);
        Assert.Contains("Fields to check more widely", page, StringComparison.Ordinal);
        var home = await ines.ReadAsync("/coalitions/tovell-rights");
        var versions = Regex.Matches(home, "/coalitions/tovell-rights/report-versions/\\d+").Select(m => m.Value).Distinct().ToList();
        Assert.Equal(2, versions.Count);
        var shown = versions.Single(v => page.Contains(v + "\"", StringComparison.Ordinal));
        var text = await ines.ReadAsync(shown);
        Assert.DoesNotContain("Amara", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/monitoring?report=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("those of our own registry", text, StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await ines.ReadBytesAsync(shown + ".docx"))[0]);
        Assert.Equal((byte)'P', (await ines.ReadBytesAsync(shown + ".xlsx"))[0]);
        Assert.Equal(HttpStatusCode.BadRequest, (await ines.SendAsync(shown, ("act", "say"), ("kind", "un"), ("text", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.SendAsync(shown, ("act", "say"), ("kind", "government"), ("text", "We would like a summary."))).Status);
        Assert.Contains("We would like a summary.", await lucas.ReadAsync(path), StringComparison.Ordinal);
        foreach (var closed in new[] { Follow + "/reports", path, path + ".docx", path + ".xlsx" })
        {
            await ines.ReadAsync(closed, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_report_is_begun_opened_answered_and_what_is_missing_for_its_release_is_said()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        Assert.Contains("A mid-term report", await noor.ReadAsync(Follow + "/reports"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await noor.SendAsync(Follow + "/reports", ("act", "begin"), ("kind", "mid-term-report"), ("mode", "joint"), ("scope", "issues"), ("language", "fr"))).Status);
        var (status, _, location) = await noor.SendAsync(Follow + "/reports", ("act", "begin"), ("kind", "mid-term-report"), ("mode", "joint"), ("scope", "assessed"), ("language", "fr"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var here = Regex.Match(location!, Follow + "/reports/\\d+").Value;
        Assert.DoesNotContain("value=\"release\"", await noor.ReadAsync(here), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await noor.SendAsync(here, ("act", "release"), ("names", "yes"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(here, ("act", "ask"), ("asked-kind", "un"), ("asked", "Resident Coordinator"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(here, ("act", "open"), ("until", "2099-01-01"), ("names", "yes"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(here, ("act", "say"), ("kind", "un"), ("who", "Resident Coordinator"), ("text", "Add the islands."))).Status);
        var (refused, body, _) = await lucas.SendAsync(here, ("act", "release"), ("names", "yes"), ("stamp", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.Contains("has not agreed to the text yet", body, StringComparison.Ordinal);
        Assert.Contains("Comments without an answer: 1.", body, StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await noor.ReadBytesAsync(here + ".docx"))[0]);
    }

    private static async Task<(string Path, string Page)> MidTermAsync(RoomVisitor visitor)
    {
        var list = await visitor.ReadAsync(Follow + "/reports");
        var path = Regex.Matches(list, Follow + "/reports/\\d+").Select(m => m.Value).Order(StringComparer.Ordinal).ElementAt(1);
        return (path, await visitor.ReadAsync(path));
    }
}
