using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace OpenUpr.Tests.App;

public sealed partial class TargetPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";

    [Fact]
    public async Task Every_number_of_the_list_leads_to_as_many_rows()
    {
        var page = await ReadAsync("/targets?sur=XTO&issue=detention");
        Assert.Contains("Who may raise it with Tovell", page, StringComparison.Ordinal);
        var links = Number().Matches(page).Select(m => (Address: m.Groups[1].Value, Count: m.Groups[2].Value)).Distinct().ToList();
        Assert.InRange(links.Count, 5, 500);
        foreach (var (address, count) in links.Take(25))
        {
            Assert.Contains(count == "1" ? "1 recommendation" : $"{count} recommendations", await ReadAsync(address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_list_can_be_weighed_balanced_hidden_from_a_session_and_taken_as_a_file()
    {
        var page = await ReadAsync("/targets?sur=Tovell&issue=Detention&before=40&order=balanced&w-region=2&w-recent=0");
        Assert.Contains("<link rel=\"canonical\" href=\"/targets?sur=XTO&issue=detention&before=40&order=balanced&w-region=2&w-recent=0\">", page, StringComparison.Ordinal);
        var lines = (await ReadAsync("/targets.csv?sur=XTO&issue=detention&bom=no")).Split("\r\n");
        Assert.StartsWith("rank,rankByWeight,state,name,weight,onIssue", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,1,X", lines[1], StringComparison.Ordinal);
        Assert.Contains("Where its place comes from", lines[1], StringComparison.Ordinal);
        foreach (var wrong in new[] { "sur=Atlantis", "sur=XTO&issue=nonsense", "sur=XTO&before=0", "sur=XTO&w-region=9", "sur=XTO&order=best" })
        {
            Assert.Contains("class=\"note problem\"", await ReadAsync($"/targets?{wrong}", HttpStatusCode.BadRequest), StringComparison.Ordinal);
            await ReadAsync($"/targets.xlsx?{wrong}", HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task A_sentence_is_read_for_its_issues_and_stands_in_no_address()
    {
        using var form = new FormUrlEncodedContent([new("sur", "XTO"), new("text", "Journalists are held in detention without trial and tortured")]);
        using var response = await site.Client.PostAsync(new Uri("/targets", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.SkipWhen(!OpenUpr.Taxonomy.Classification.Classifier.HasShipped, "This build has no classifier.");
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var address = response.Headers.Location!.ToString();
        Assert.StartsWith("/targets?sur=XTO&issue=", address, StringComparison.Ordinal);
        Assert.DoesNotContain("Journalists", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_briefing_says_what_was_said_what_was_answered_and_what_to_ask()
    {
        var page = await ReadAsync("/targets/briefing?sur=XTO&rs=XME&issue=detention,torture-and-other-cid-treatment");
        Assert.Contains("Briefing: Meridia and the review of Tovell", page, StringComparison.Ordinal);
        Assert.Contains("What to ask now", page, StringComparison.Ordinal);
        Assert.Matches("recommended to Tovell and (noted|supported): <a href=\"/recommendations[^>]+>\\d+</a>", page);
        Assert.Contains("your own follow-up says it", page, StringComparison.Ordinal);
        var bytes = await site.Client.GetByteArrayAsync(new Uri("/targets/briefing.docx?sur=XTO&rs=XME&issue=detention", UriKind.Relative), TestContext.Current.CancellationToken);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        Assert.Contains("Briefing: Meridia", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        await ReadAsync("/targets/briefing?sur=XTO&rs=XTO", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_room_keeps_its_chosen_States()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        Assert.Contains("Asked for a preventive mechanism", await noor.ReadAsync($"{Room}/targets"), StringComparison.Ordinal);
        var (refused, body, _) = await noor.SendAsync($"{Room}/targets/new", ("sur", "XTO"), ("state", "XTO"), ("note", "kept"), ("act", "save"));
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.Contains(">kept</textarea>", body, StringComparison.Ordinal);
        var (status, _, location) = await noor.SendAsync($"{Room}/targets/new", ("sur", "XTO"), ("state", "XKE"), ("issue", "poverty"), ("progress", "chosen"), ("act", "save"));
        Assert.Equal((HttpStatusCode.SeeOther, $"{Room}/targets?done=saved"), (status, location));
        Assert.Contains("Kessou", await noor.ReadAsync($"{Room}/targets.csv"), StringComparison.Ordinal);
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        await tomas.ReadAsync($"{Room}/targets/new", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_press_text_begins_with_the_facts_and_has_a_blank_for_what_nobody_knows()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var (status, _, location) = await lucas.SendAsync($"{Room}/press/new", ("kind", "release"), ("sur", "XTO"), ("session", "40"), ("quote", "We were not heard."), ("issues", "Death penalty"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var edit = location!.Split('?')[0];
        var text = await lucas.ReadAsync(edit);
        Assert.Matches("The collection holds \\d+ different recommendations from this review: \\d+ supported, \\d+ noted", text);
        Assert.Contains("> We were not heard.", text, StringComparison.Ordinal);
        Assert.Matches("- Death penalty: \\d+ recommendations", text);
        Assert.Contains("[fill in: who says it]", text, StringComparison.Ordinal);
        var show = edit[..edit.LastIndexOf('/')];
        Assert.DoesNotContain("value=\"approve\"", await lucas.ReadAsync(show), StringComparison.Ordinal);
        await lucas.SendAsync(edit, ("number", "1"), ("title", "News"), ("text", "# Done\nAll is said."));
        var (approved, _, _) = await lucas.SendAsync(show, ("number", "2"), ("act", "approve"));
        Assert.Equal(HttpStatusCode.SeeOther, approved);
        Assert.Contains("approved by Lucas Fontaine", await lucas.ReadAsync(show), StringComparison.Ordinal);
        Assert.StartsWith("News\r\n\r\nDONE\r\nAll is said.", await lucas.ReadAsync($"{show}/file.txt"), StringComparison.Ordinal);
        Assert.StartsWith("DRAFT.", await lucas.ReadAsync($"{show}/file.txt?version=1"), StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await site.GetAsync(address);
        Assert.True(response.StatusCode == expected, $"{address} gave {response.StatusCode}");
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<a href=\"(/recommendations\\?[^\"]+)\">(\\d+)</a>")]
    private static partial Regex Number();
}
