using System.Net;
using System.Text.RegularExpressions;

namespace OpenUpr.Tests.App;

/// <summary>Who answers for what, with the demonstration's three ministries.</summary>
public sealed class MechanismPageTests(Site site) : IClassFixture<Site>
{
    private const string Follow = "/coalitions/tovell-rights/follow-up/1";

    [Fact]
    public async Task Every_number_of_the_dashboard_leads_to_as_many_rows()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var page = await noor.ReadAsync(Follow + "/mechanism");
        var numbers = Regex.Matches(page, "href=\"([^\"]*/mechanism/rows\\?show=(?!all)[^\"]*)\"[^>]*>(\\d+)").Select(m => (Link: m.Groups[1].Value, Count: int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.InRange(numbers.Count, 20, 500);
        foreach (var (link, count) in numbers.DistinctBy(n => n.Link))
        {
            var rows = await noor.ReadAsync(link);
            Assert.True(count == Regex.Count(rows, "class=\"action reported\"|class=\"recommended\""), $"{link} has {Regex.Count(rows, "class=\"action reported\"|class=\"recommended\"")} rows, not {count}");
        }

        Assert.Contains("Human rights desk", page, StringComparison.Ordinal);
        Assert.Contains("overdue: write to them", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_body_is_written_to_and_an_action_is_given_to_a_guest_who_reports()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var ines = await RoomVisitor.SignInAsync(site, "ines");
        var notice = await lucas.ReadAsync(Follow + "/mechanism/notice?body=Ministry%20of%20Justice");
        Assert.Contains("A1: Draft the repeal", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("The clerk says quietly", notice, StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await lucas.ReadBytesAsync(Follow + "/mechanism/notice.docx?body=Ministry%20of%20Justice"))[0]);
        await lucas.ReadAsync(Follow + "/mechanism/notice.docx?body=Nobody", HttpStatusCode.NotFound);

        var rows = await lucas.ReadAsync(Follow + "/mechanism/rows?show=all&body=Ministry%20of%20Justice");
        var (chosen, guest) = (Regex.Match(rows, "name=\"chosen\" value=\"(\\d+)\"").Groups[1].Value, Regex.Match(rows, "<select id=\"guest\"[^>]*>\\s*<option value=\"(\\d+)\"").Groups[1].Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendToAsync(Follow + "/mechanism/rows?show=all&body=Ministry%20of%20Justice", Follow + "/mechanism/rows", ("act", "give"), ("guest", guest), ("chosen", chosen))).Status);
        Assert.Contains("/coalitions/tovell-rights/reports\"", await ines.ReadAsync("/coalitions/tovell-rights"), StringComparison.Ordinal);
        var mine = await ines.ReadAsync("/coalitions/tovell-rights/reports");
        Assert.DoesNotContain("The Law Commission finished a first draft", mine, StringComparison.Ordinal);
        var duty = Regex.Match(mine, "reports\\?about=(\\d+)").Groups[1].Value;
        var form = $"/coalitions/tovell-rights/reports?about={duty}";
        Assert.Equal(HttpStatusCode.BadRequest, (await ines.SendToAsync(form, "/coalitions/tovell-rights/reports", ("duty", duty), ("done", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.SendToAsync(form, "/coalitions/tovell-rights/reports", ("duty", duty), ("client", "one"), ("done", "The Cabinet read the bill."), ("percent", "60"))).Status);
        Assert.Contains("The Cabinet read the bill.", await ines.ReadAsync("/coalitions/tovell-rights/reports"), StringComparison.Ordinal);
        var shown = await lucas.ReadAsync($"{Follow}/mechanism/actions/{chosen}");
        Assert.Contains("from the responsible body", shown, StringComparison.Ordinal);
        Assert.Contains("The Law Commission finished a first draft", shown, StringComparison.Ordinal);
        await ines.ReadAsync($"{Follow}/mechanism", HttpStatusCode.NotFound);
        await ines.ReadAsync($"{Follow}/mechanism/actions/{chosen}", HttpStatusCode.NotFound);
        await ines.ReadAsync("/coalitions/tovell-rights/reports?about=9999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_known_is_written_once_seen_and_the_room_says_what_it_is()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var page = await lucas.ReadAsync(Follow + "/mechanism");
        var revision = Regex.Match(page, "name=\"revision\" value=\"(\\d+)\"").Groups[1].Value;
        (string, string)[] Record(string legal, string plan) => [("act", "save"), ("revision", revision), ("exists", "yes"), ("legal", legal), ("plan", plan), ("months", "6"), ("first", "2025-01-31")];
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(Follow + "/mechanism", Record("Decree 12", "Action plan two"))).Status);
        var (status, body, _) = await amara.SendAsync(Follow + "/mechanism", Record("Decree 13", "Action plan three"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Decree 12", body, StringComparison.Ordinal);
        Assert.Contains("value=\"Decree 13\"", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lucas.SendAsync(Follow + "/mechanism", ("act", "kind"), ("kind", "nhri"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await amara.SendAsync(Follow + "/mechanism", ("act", "kind"), ("kind", "nhri-a"))).Status);
        Assert.Contains("With status A", await lucas.ReadAsync(Follow + "/mechanism"), StringComparison.Ordinal);
    }
}
