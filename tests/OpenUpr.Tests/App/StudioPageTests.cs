using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace OpenUpr.Tests.App;

/// <summary>Pages of documents, with one that the test begins.</summary>
public sealed class StudioPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";

    [Fact]
    public async Task A_document_is_begun_from_its_outline_written_previewed_and_handed_over()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var document = await BeginAsync(lucas, "submission-joint");
        var page = await lucas.ReadAsync(document);
        Assert.Contains("Executive summary", page, StringComparison.Ordinal);
        Assert.Contains("of 5,630 words", page, StringComparison.Ordinal);
        var section = Section(document, page, "Methodology");

        // The hint of its slot, a recommendation put in without JavaScript, and words counted before anything is stored.
        var form = await lucas.ReadAsync(section);
        Assert.Matches("class=\"hintbox\">\\w+", form);
        var insert = Regex.Match(form, "name=\"recommendation-(\\d+)\" value=\"([^\"]+)\"");
        var (status, body, _) = await lucas.SendAsync(section, ("insert", insert.Groups[1].Value), ($"recommendation-{insert.Groups[1].Value}", insert.Groups[2].Value), ("draft", "One two three"), ("heading", "Methodology"), ("number", "1"), ("client", "f1"));
        Assert.Equal((HttpStatusCode.OK, true), (status, body.Contains($"One two three\n\nR: {insert.Groups[2].Value}", StringComparison.Ordinal)));
        var words = await lucas.SendAsync(section, ("act", "count"), ("draft", "One two three^[A note of five words]"), ("heading", "How we work"));
        Assert.Contains("This section: 6 words.", words.Body, StringComparison.Ordinal);
        Assert.Contains("endnotes 5", words.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("One two three", await lucas.ReadAsync(document + "/preview"), StringComparison.Ordinal);

        var saved = await lucas.SendAsync(section, ("act", "save"), ("draft", "We met Mr. Amadi in a terrible prison.^[See A/HRC/1/2, para. 3.]"), ("heading", "Methodology"), ("number", "1"), ("client", "f1"), ("note", "First text"));
        Assert.Equal($"{document}?sent=f1&done=saved", saved.Location);
        page = await lucas.ReadAsync(saved.Location!);
        Assert.Contains("data-clients=\"f1\"", page, StringComparison.Ordinal);
        Assert.Contains("nobody has said that this is safe", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{section}\">In “Methodology”", page, StringComparison.Ordinal);
        Assert.Contains("First text", await lucas.ReadAsync($"{document}/history?section={section.Split('/')[^1]}"), StringComparison.Ordinal);
        Assert.Contains("Mr. Amadi", await lucas.ReadAsync(document + "/preview"), StringComparison.Ordinal);
        Assert.Contains("Mr. Amadi", await lucas.ReadAsync(document + "/print"), StringComparison.Ordinal);

        using var docx = WordprocessingDocument.Open(new MemoryStream(await lucas.ReadBytesAsync(document + ".docx")), false);
        Assert.Empty(new OpenXmlValidator().Validate(docx, TestContext.Current.CancellationToken).Select(e => e.Description));
        Assert.Contains("Mr. Amadi", docx.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_shows_all_three_texts_and_what_is_typed_comes_back_until_it_is_sent()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var document = await BeginAsync(lucas, "factsheet");
        var section = Section(document, await lucas.ReadAsync(document), "Context");
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(section, ("act", "save"), ("draft", "Prisons are full"), ("heading", "Context"), ("number", "1"), ("client", "l1"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(section, ("act", "save"), ("draft", "Prisons are full today"), ("heading", "Context"), ("number", "2"), ("client", "l2"))).Status);
        var (status, body, _) = await noor.SendAsync(section, ("act", "save"), ("draft", "All prisons are full"), ("heading", "Context"), ("number", "2"), ("client", "n1"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("What is stored now: version 3, by Lucas Fontaine", body, StringComparison.Ordinal);
        Assert.Contains("All prisons are full today</textarea>", body, StringComparison.Ordinal);
        Assert.Contains("name=\"number\" value=\"3\"", body, StringComparison.Ordinal);

        var me = Regex.Match(await noor.ReadAsync(section), "data-me=\"(\\d+)\"").Groups[1].Value;
        (string, string)[] fields = [("number", "3"), ("client", "n2"), ("sequence", "1"), ("draft", "Half a sentence that"), ("note", "")];
        Assert.Equal(HttpStatusCode.NoContent, (await noor.SendToAsync(section, section + "/copy", [.. fields, ("me", me)])).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await noor.SendToAsync(section, section + "/copy", [.. fields, ("me", "999")])).Status);
        Assert.Contains("Half a sentence that</textarea>", await noor.ReadAsync(section), StringComparison.Ordinal);
        Assert.DoesNotContain("Half a sentence", await lucas.ReadAsync(section), StringComparison.Ordinal);
        await noor.SendAsync(section, ("act", "drop"));
        Assert.DoesNotContain("Half a sentence", await noor.ReadAsync(section), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_is_asked_what_is_sent_is_confirmed_and_a_template_is_made_of_it()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var document = await BeginAsync(lucas, "submission-joint");
        foreach (var name in new[] { "First League", "Second League" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(document + "/signers", ("act", "save"), ("name", name), ("consent", "agreed"), ("by", "Its director, by letter"))).Status);
        }

        var section = Section(document, await lucas.ReadAsync(document), "Methodology");
        await lucas.SendAsync(section, ("act", "save"), ("draft", "The case of Lena Amadi."), ("heading", "Methodology"), ("number", "1"), ("client", "s1"));
        await lucas.SendAsync(document + "/steps", ("act", "agree"), ("stamp", await StampAsync(lucas, document)));
        var (status, body, _) = await lucas.SendAsync(document + "/steps", ("act", "send"), ("stamp", await StampAsync(lucas, document)), ("day", ""));
        Assert.Equal((HttpStatusCode.BadRequest, true), (status, body.Contains("What is sent stands on the Internet", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(document + "/steps", ("act", "check"), ("words", "case of Lena Amadi"), ("may", "yes"), ("note", "She asked for it"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(document + "/steps", ("act", "send"), ("stamp", await StampAsync(lucas, document)))).Status);
        Assert.Contains("First League", await lucas.ReadAsync(document + "/preview"), StringComparison.Ordinal);
        var late = await lucas.SendToAsync(document + "/steps", section, ("act", "save"), ("draft", "Too late"), ("number", "2"), ("client", "s2"));
        Assert.Equal((HttpStatusCode.Conflict, true), (late.Status, late.Body.Contains(">Too late</textarea>", StringComparison.Ordinal)));
        Assert.DoesNotContain("Too late", await lucas.ReadAsync(document + "/preview"), StringComparison.Ordinal);

        var from = document.Split('/')[^1];
        var made = await lucas.SendToAsync($"{Room}/studio/new?from={from}", $"{Room}/studio/new", ("from", from), ("title", "Ours"), ("template", "yes"), ("text", "yes"), ("client", "t1"));
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        var template = await lucas.ReadAsync(made.Location!);
        Assert.Contains("This is a template", template, StringComparison.Ordinal);
        Assert.Contains("Begin a document from it", await lucas.ReadAsync($"{Room}/studio"), StringComparison.Ordinal);
        Assert.Contains("Lena Amadi", await lucas.ReadAsync(made.Location!.Split('?')[0] + "/preview"), StringComparison.Ordinal);
    }

    private static async Task<string> BeginAsync(RoomVisitor visitor, string kind)
    {
        var begun = await visitor.SendAsync($"{Room}/studio/new", ("kind", kind), ("language", "en"), ("title", "A test of " + kind), ("begin", "outline"), ("client", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))));
        Assert.Equal(HttpStatusCode.SeeOther, begun.Status);
        return begun.Location!.Split('?')[0];
    }

    private static string Section(string document, string page, string heading) => Regex.Match(page, $"href=\"({document}/sections/\\d+)\">{heading}<").Groups[1].Value;

    private static async Task<string> StampAsync(RoomVisitor visitor, string document) => Regex.Match(await visitor.ReadAsync(document + "/steps"), "name=\"stamp\" value=\"(\\w+)\"").Groups[1].Value;
}
