using System.Net;
using System.Text.RegularExpressions;

namespace OpenUpr.Tests.App;

/// <summary>Pages of the implementation matrix and of monitoring, with the demonstration's rows and some that the test adds.</summary>
public sealed class ChangePageTests(Site site) : IClassFixture<Site>
{
    private const string Follow = "/coalitions/tovell-rights/follow-up/1";

    [Fact]
    public async Task Actions_are_added_changed_together_filtered_and_taken_along()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        Assert.Equal(HttpStatusCode.BadRequest, (await noor.SendAsync(Follow + "/actions", ("act", "add"), ("text", "Print the law in large letters"), ("numbers", "131.4 nonsense"))).Status);
        var (status, _, location) = await noor.SendAsync(Follow + "/actions", ("act", "add"), ("client", "one"), ("text", "Print the law in large letters"), ("numbers", "131.4, #2"), ("ministry", "Government Printer"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var action = Regex.Match(location!, "/actions/(\\d+)").Groups[1].Value;
        var filtered = Follow + "/actions?ministry=Government%20Printer";
        var page = await noor.ReadAsync(filtered);
        Assert.Single(Regex.Matches(page, "name=\"revision-\\d+\""));
        (string, string)[] Fields(string client, string text) => [("act", "save"), ("client", client), ($"revision-{action}", "1"), ($"text-{action}", text), ($"ministry-{action}", "Government Printer"), ($"from-{action}", ""), ($"to-{action}", ""), ($"state-{action}", "begun")];
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(filtered, Fields("two", "Print the law for all"))).Status);
        var (late, body, _) = await lucas.SendAsync(filtered + "&show=planned", Fields("three", "Print nothing"));
        Assert.Equal(HttpStatusCode.Conflict, late);
        Assert.Contains("Print nothing</textarea>", body, StringComparison.Ordinal);
        Assert.Contains("Print the law for all", body, StringComparison.Ordinal);

        var here = $"{Follow}/actions/{action}";
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(here, ("act", "indicator"), ("name", "Copies"), ("baseline", "0"), ("target", "100"))).Status);
        var indicator = Regex.Match(await noor.ReadAsync(here), "/monitoring/indicators/(\\d+)").Groups[1].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync($"{Follow}/monitoring/indicators/{indicator}", ("act", "measure"), ("on", "2026-01-01"), ("value", "10"), ("source", "Shop"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync($"{Follow}/monitoring/indicators/{indicator}", ("act", "measure"), ("on", "2026-02-01"), ("value", "40"), ("source", "Shop"))).Status);
        Assert.Contains("<svg", await noor.ReadAsync($"{Follow}/monitoring/indicators/{indicator}"), StringComparison.Ordinal);

        Assert.Contains("Print the law for all", await lucas.ReadAsync(Follow + "/actions/views?for=ministry&of=Government%20Printer"), StringComparison.Ordinal);
        Assert.DoesNotContain("Print the law for all", await lucas.ReadAsync(Follow + "/actions/views?for=ministry&of=Ministry%20of%20Justice"), StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await lucas.ReadBytesAsync(Follow + "/actions.xlsx?for=parliament&of=budget"))[0]);
        Assert.Equal((byte)'P', (await lucas.ReadBytesAsync(Follow + "/actions.docx"))[0]);
    }

    [Fact]
    public async Task A_guest_finds_the_shared_version_speaks_about_it_and_is_answered_and_sees_nothing_else()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var ines = await RoomVisitor.SignInAsync(site, "ines");
        var home = await ines.ReadAsync("/coalitions/tovell-rights");
        var version = Regex.Match(home, "/coalitions/tovell-rights/action-versions/(\\d+)").Value;
        Assert.NotEmpty(version);
        var shown = await ines.ReadAsync(version);
        Assert.DoesNotContain("The clerk says quietly", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Amara", shown, StringComparison.Ordinal);
        Assert.Contains("Our justice ministry can send a drafter", shown, StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await ines.ReadBytesAsync(version + ".docx"))[0]);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.SendAsync(version, ("act", "say"), ("kind", "comment"), ("text", "We support action seven."), ("action", "A7"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ines.SendAsync(version, ("act", "answer"), ("comment", "1"), ("answer", "Yes"))).Status);
        foreach (var path in new[] { "/actions", "/actions/1", "/actions.docx", "/actions/versions", "/actions/views", "/monitoring", "/monitoring/index" })
        {
            Assert.DoesNotContain("Draft the repeal", await ines.ReadAsync(Follow + path, HttpStatusCode.NotFound), StringComparison.Ordinal);
        }

        var other = Regex.Replace(version, "\\d+$", "1");
        Assert.DoesNotContain("Draft the repeal", await ines.ReadAsync(other, HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Contains("We support action seven.", await lucas.ReadAsync(version), StringComparison.Ordinal);
        Assert.Contains("<del", await lucas.ReadAsync(Follow + "/actions/versions?before=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_and_a_member_write_one_joint_draft_and_the_member_takes_it_over()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        using var ines = await RoomVisitor.SignInAsync(site, "ines");
        var version = Regex.Match(await ines.ReadAsync("/coalitions/tovell-rights"), "/coalitions/tovell-rights/action-versions/(\\d+)").Value;
        var here = version + "/actions/A4";
        var page = await ines.ReadAsync(here);
        Assert.DoesNotContain("id=\"matrix\"", page, StringComparison.Ordinal);
        var (text, served) = (WebUtility.HtmlDecode(Regex.Match(page, "<textarea id=\"text\"[^>]*>([^<]*)<").Groups[1].Value), Regex.Match(page, "id=\"numbers\" name=\"numbers\"[^>]*value=\"([^\"]*)\"").Groups[1].Value);
        (string, string)[] Fields(int revision, string client, string what, params (string, string)[] more) => [("act", "save"), ("client", client), ("revision", $"{revision}"), ("text", what), ("numbers", served), ("state", "agreed"), .. more];
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.SendAsync(here, Fields(0, "g1", text + " in every district", ("ministry", "Ministry of Health"), ("name-0", "Districts"), ("target-0", "14")))).Status);

        // The member began with the words of before: they are shown what the guest changed, and keep what they typed.
        var (status, body, _) = await noor.SendAsync(here, Fields(0, "m1", text + " by hand"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("by hand</textarea>", body, StringComparison.Ordinal);
        Assert.Contains("in every district</ins>", body, StringComparison.Ordinal);
        Assert.Contains("Ines", body, StringComparison.Ordinal);

        // What they left alone shows the guest's words, so that saving once more undoes nothing unseen.
        Assert.Contains("value=\"Districts\"", body, StringComparison.Ordinal);
        Assert.Contains("value=\"14\"", body, StringComparison.Ordinal);

        // A mistake of the guest's comes back with its place, and nothing of it is stored.
        var (wrong, again, _) = await ines.SendAsync(here, Fields(1, "g2", text, ("name-0", "Districts"), ("target-0", "many")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong);
        Assert.Contains("id=\"target-0-error\"", again, StringComparison.Ordinal);
        Assert.Contains("name=\"revision\" value=\"1\"", again, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ines.SendAsync(here, ("act", "take"), ("revision", "1"), ("matrix", "1"), ("fields", "text"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ines.SendAsync(version, ("act", "agree"), ("title", "Ours"))).Status);

        var shown = await noor.ReadAsync(here);
        var matrix = Regex.Match(shown, "name=\"matrix\" value=\"(\\d+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(here, ("act", "take"), ("revision", "1"), ("matrix", matrix), ("fields", "text"), ("fields", "indicators"))).Status);
        Assert.Contains("in every district", await noor.ReadAsync(Follow + "/actions?q=A4"), StringComparison.Ordinal);
        var (added, _, location) = await ines.SendAsync(version + "/actions/new", Fields(0, "g3", "Send a midwife to each village"));
        Assert.Equal((HttpStatusCode.SeeOther, true), (added, location!.Contains("/actions/N2", StringComparison.Ordinal)));
        Assert.Contains("Send a midwife", await ines.ReadAsync(version), StringComparison.Ordinal);
        Assert.Contains("/action-versions/", await noor.ReadAsync("/coalitions/tovell-rights/now"), StringComparison.Ordinal);
        await ines.ReadAsync(version + "/actions/A999", HttpStatusCode.NotFound);
        await ines.ReadAsync(Regex.Replace(version, "\\d+$", "1") + "/actions/A1", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Judgements_are_added_confirmed_by_another_and_exchanged_with_the_list()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var list = await lucas.ReadAsync(Follow + "/monitoring?q=131.13");
        Assert.Contains("class=\"light mixed\"", list, StringComparison.Ordinal);
        Assert.Contains("worse than before", list, StringComparison.Ordinal);
        var row = Regex.Match(await lucas.ReadAsync(Follow + "/monitoring?q=131.8"), "/follow-up/1/monitoring/(\\d+)").Value;
        var here = "/coalitions/tovell-rights" + row;
        Assert.Equal(HttpStatusCode.BadRequest, (await noor.SendAsync(here, ("act", "save"), ("value", "not"), ("explanation", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(here, ("act", "save"), ("client", "x"), ("value", "not"), ("explanation", "Nobody drafted it."), ("worse", "yes"), ("regression", "A minister praised it."), ("kind", "government"), ("source", "Speech"))).Status);
        Assert.DoesNotContain("value=\"confirm\"", await noor.ReadAsync(here), StringComparison.Ordinal);
        var page = await lucas.ReadAsync(here);
        var which = Regex.Match(page, "name=\"assessment\" value=\"(\\d+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.BadRequest, (await noor.SendAsync(here, ("act", "confirm"), ("assessment", which))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(here, ("act", "confirm"), ("assessment", which))).Status);
        Assert.Contains("confirmed by Lucas Fontaine", await noor.ReadAsync(here), StringComparison.Ordinal);

        var shared = await lucas.ReadAsync(Follow + "/monitoring/list");
        var form = Regex.Match(shared, "name=\"row\" value=\"(\\d+)\"><input type=\"hidden\" name=\"here\" value=\"(\\d+)\"><input type=\"hidden\" name=\"there\" value=\"(\\d+)\"><p>\\s*<button class=\"plain\" name=\"act\" value=\"come\">");
        Assert.True(form.Success);
        (string, string)[] Carry(string there) => [("act", "come"), ("row", form.Groups[1].Value), ("here", form.Groups[2].Value), ("there", there)];
        Assert.Equal(HttpStatusCode.Conflict, (await lucas.SendAsync(Follow + "/monitoring/list", Carry("99"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(Follow + "/monitoring/list", Carry(form.Groups[3].Value))).Status);
        Assert.Contains("taken over from the list", await lucas.ReadAsync($"{Follow}/monitoring/{form.Groups[1].Value}"), StringComparison.Ordinal);

        // The coalition's own word goes back into the list as a proposal.
        var back = Regex.Match(await lucas.ReadAsync(Follow + "/monitoring/list"), $"name=\"row\" value=\"({row.Split('/')[^1]})\"><input type=\"hidden\" name=\"here\" value=\"(\\d+)\"><input type=\"hidden\" name=\"there\" value=\"(\\d+)\"><p>[^\n]*value=\"go\"");
        Assert.True(back.Success);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(Follow + "/monitoring/list", ("act", "go"), ("row", back.Groups[1].Value), ("here", back.Groups[2].Value), ("there", back.Groups[3].Value))).Status);
        Assert.Contains("Nobody drafted it.", await lucas.ReadAsync("/coalitions/tovell-rights/matrix/1?theme=0"), StringComparison.Ordinal);
        Assert.Contains("monitoring?issue=", await lucas.ReadAsync(Follow + "/monitoring/index"), StringComparison.Ordinal);
    }
}
