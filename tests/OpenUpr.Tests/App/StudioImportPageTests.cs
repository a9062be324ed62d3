using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OpenUpr.Export.Docx;

namespace OpenUpr.Tests.App;

/// <summary>A draft that was begun elsewhere, brought through the page: files and texts that go in, and those that do not.</summary>
public sealed class StudioImportPageTests(Site site) : IClassFixture<Site>
{
    private const string Import = "/coalitions/tovell-rights/studio/import";

    [Fact]
    public async Task A_Word_file_becomes_sections_and_what_was_left_out_is_said()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var docx = new DocxWriter("en-GB");
        docx.Heading(1, new DocxRun("Detention"));
        docx.Paragraph("1. Prisons are full.");
        docx.Paragraph("2. Nobody is told why.");
        docx.Heading(1, new DocxRun("Women"));
        docx.Paragraph("3. Shelters are closed.");
        var (status, _, location) = await lucas.SendFileAsync(Import, "draft.docx", docx.Finish(), Fields("w1", title: "From Word"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var page = await lucas.ReadAsync(location!);
        Assert.Contains("“From Word” was begun with 2 sections", page, StringComparison.Ordinal);
        Assert.Contains("Numbers typed before paragraphs: 3", page, StringComparison.Ordinal);
        var document = Regex.Match(page, "href=\"([^\"]+/studio/\\d+)\"").Groups[1].Value;
        Assert.Contains("Shelters are closed.", await lucas.ReadAsync(document + "/preview"), StringComparison.Ordinal);

        // Nobody else learns by the address that it is there.
        using var petra = await RoomVisitor.SignInAsync(site, "petra");
        await petra.ReadAsync(location!, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Markdown_comes_in_as_a_file_and_as_a_pasted_text_once_each()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        const string Text = "# Detention\n\nPrisons are **full**.[^1]\n\n- one\n- two\n\n# Women\n\nShelters are closed.\n\n[^1]: A/HRC/1/2, para. 3.\n";
        var (status, _, location) = await lucas.SendFileAsync(Import, "draft.md", Encoding.UTF8.GetBytes(Text), Fields("m1", title: "From a file"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var page = await lucas.ReadAsync(location!);
        Assert.Contains("2 sections", page, StringComparison.Ordinal);
        var preview = await lucas.ReadAsync(Regex.Match(page, "href=\"([^\"]+/studio/\\d+)\"").Groups[1].Value + "/preview");
        Assert.Contains("<strong>full</strong>", preview, StringComparison.Ordinal);
        Assert.Contains("A/HRC/1/2, para. 3.", preview, StringComparison.Ordinal);

        (status, _, var pasted) = await lucas.SendAsync(Import, [.. Fields("m2", "Pasted"), ("text", Text)]);
        Assert.Equal(HttpStatusCode.SeeOther, status);

        // Sent twice because the answer was lost: it is the same document.
        (status, _, var again) = await lucas.SendAsync(Import, [.. Fields("m2", "Pasted"), ("text", Text)]);
        Assert.Equal((HttpStatusCode.SeeOther, pasted), (status, again));
        Assert.Single(Regex.Matches(await lucas.ReadAsync("/coalitions/tovell-rights/studio"), ">Pasted<"));
    }

    [Fact]
    public async Task What_cannot_be_read_says_so_begins_nothing_and_keeps_what_was_typed()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var (status, body, _) = await lucas.SendFileAsync(Import, "broken.docx", [.. "PK\u0003\u0004"u8, .. new byte[400]], Fields("b1", "Kept title"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("role=\"alert\"", body, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept title\"", body, StringComparison.Ordinal);

        (status, body, _) = await lucas.SendFileAsync(Import, "scan.pdf", "%PDF-1.7\n1 0 obj"u8.ToArray(), Fields("b2"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Save it as a Word document", body, StringComparison.Ordinal);

        (status, body, _) = await lucas.SendFileAsync(Import, "big.docx", new byte[(10 * 1024 * 1024) + 1], Fields("b3"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("the limit is 10 MB", body, StringComparison.Ordinal);

        (status, body, _) = await lucas.SendAsync(Import, [.. Fields("b4", "Kept title"), ("text", " ")]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("There is no text yet", body, StringComparison.Ordinal);
        (status, _, _) = await lucas.SendAsync(Import, ("client", "b5"), ("kind", "novel"), ("language", "en"), ("text", "Something"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain("Kept title", await lucas.ReadAsync("/coalitions/tovell-rights/studio"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checklist_is_kept_with_who_ticked_it_and_nobody_takes_anothers_tick_away_unseen()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var (_, _, location) = await lucas.SendAsync(Import, [("client", "v1"), ("kind", "video-statement"), ("language", "en"), ("title", "Video"), ("text", "We thank the President.")]);
        var document = Regex.Match(await lucas.ReadAsync(location!), "href=\"([^\"]+/studio/\\d+)\"").Groups[1].Value;
        Assert.Contains("Answered with yes: 0 of", await lucas.ReadAsync(document), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(document, ("act", "tick"), ("tick", "video-seated"), ("tick", "video-captions"))).Status);

        // Noor's form was drawn before: it takes nothing away that it did not show.
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(document, ("act", "tick"), ("tick", "video-camera"))).Status);
        var page = await noor.ReadAsync(document);
        Assert.Contains("Answered with yes: 3 of", page, StringComparison.Ordinal);
        Assert.Matches("video-camera\"[^>]*checked[^<]*>[^<]*</label>\\s*<span[^>]*>\\s*Noor Halim", page);
        Assert.Matches("video-seated\"[^>]*checked[^<]*>[^<]*</label>\\s*<span[^>]*>\\s*Lucas Fontaine", page);
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync(document, ("act", "tick"), ("was", "video-seated"), ("was", "video-camera"), ("tick", "video-camera"))).Status);
        Assert.Contains("Answered with yes: 2 of", await lucas.ReadAsync(document), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await lucas.SendAsync(document, ("act", "tick"), ("tick", "written-impact"))).Status);
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        Assert.Matches("Yes: [^<]+<span", await tomas.ReadAsync(document));
        Assert.DoesNotContain("name=\"tick\"", await tomas.ReadAsync(document), StringComparison.Ordinal);
    }

    private static (string, string)[] Fields(string client, string title = "") => [("client", client), ("kind", "submission-joint"), ("language", "en"), ("title", title)];
}
