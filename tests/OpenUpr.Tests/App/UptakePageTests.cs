using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace OpenUpr.Tests.App;

/// <summary>Pages about what became of drafts, with the demonstration's.</summary>
public sealed class UptakePageTests(Site site) : IClassFixture<Site>
{
    private const string Here = "/coalitions/tovell-rights/follow-up/1/uptake";

    [Fact]
    public async Task A_draft_is_confirmed_in_the_list_and_its_chain_its_report_and_its_thanks_show_it()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        var list = await lucas.ReadAsync(Here);
        Assert.Contains("Nivalund took it up", list, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"say-", await tomas.ReadAsync(Here), StringComparison.Ordinal);
        var homes = Regex.Match(list, "name=\"say-(\\d+)\" value=\"(\\d+)\"><span><strong>131\\.12");
        var (draft, row) = (homes.Groups[1].Value, homes.Groups[2].Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(Here, ("act", "say"), ($"say-{draft}", row))).Status);
        Assert.DoesNotContain($"name=\"say-{draft}\"", await lucas.ReadAsync(Here), StringComparison.Ordinal);

        var chain = await lucas.ReadAsync($"{Here}/{draft}");
        Assert.Contains("took up our draft, as Lucas Fontaine said", chain, StringComparison.Ordinal);
        Assert.Contains("<mark>", chain, StringComparison.Ordinal);
        Assert.Contains("DEMO/A/HRC/WG.6/40/XTO/3", chain, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync($"{Here}/{draft}", ("act", "confirm"), ("row", row), ("revision", "1"), ("note", "The deadline was lost."))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await lucas.SendAsync($"{Here}/{draft}", ("act", "back"), ("row", row), ("revision", "1"))).Status);
        Assert.Contains("The deadline was lost.", await tomas.ReadAsync($"{Here}/{draft}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await lucas.SendAsync($"{Here}/{draft}", ("act", "add"), ("number", "999.9"))).Status);

        var report = await tomas.ReadAsync(Here + "/report");
        Assert.Contains("131.12", report, StringComparison.Ordinal);
        using var docx = WordprocessingDocument.Open(new MemoryStream(await tomas.ReadBytesAsync(Here + "/report.docx")), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(docx, TestContext.Current.CancellationToken).Select(e => e.Description));
        Assert.Contains("131.12", docx.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);

        var thanks = await lucas.ReadAsync(Here + "/thanks");
        var letter = Regex.Match(thanks, "href=\"(/coalitions/tovell-rights/contacts/\\d+/letter\\?kind=thanks&taken=\\d+[^\"]*)\"").Groups[1].Value;
        Assert.Contains("These took up what we had asked for:", await lucas.ReadAsync(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("letter?kind=thanks", await tomas.ReadAsync(Here + "/thanks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_and_what_is_not_there_is_not_found()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var none = await lucas.ReadAsync(Here + "?stage=nobody");
        Assert.Contains("school bus", none, StringComparison.Ordinal);
        Assert.DoesNotContain("Abolish the death penalty", none, StringComparison.Ordinal);
        Assert.Contains("No draft passes this filter.", await lucas.ReadAsync(Here + "?issue=Nothing"), StringComparison.Ordinal);
        await lucas.ReadAsync(Here + "/999999", HttpStatusCode.NotFound);
        await lucas.ReadAsync("/coalitions/tovell-rights/follow-up/999/uptake", HttpStatusCode.NotFound);
    }
}
