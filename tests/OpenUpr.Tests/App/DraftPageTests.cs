using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace OpenUpr.Tests.App;

/// <summary>Pages of the drafting studio, with the demonstration's priorities and drafts.</summary>
public sealed class DraftPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";

    [Fact]
    public async Task A_conflict_shows_all_three_texts_and_the_form_holds_both_changes()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var old = "Publish every year how many children are held with adults";
        Assert.Equal($"{Room}/drafts/5?done=saved", (await lucas.SendAsync($"{Room}/drafts/5/edit", ("act", "save"), ("draft", old + ", by age"), ("number", "1"), ("client", "one"))).Location);
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var (status, body, _) = await noor.SendAsync($"{Room}/drafts/5/edit", ("act", "save"), ("draft", "From 2027 on, " + old), ("number", "1"), ("client", "two"), ("source-kind", "own"), ("source", "Visits of the Forum's prison network"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("What is stored now: version 2, by Lucas Fontaine", body, StringComparison.Ordinal);
        Assert.Contains($"<mark>From 2027 on,</mark> {old}", body, StringComparison.Ordinal);
        Assert.Contains($">From 2027 on, {old}, by age</textarea>", body, StringComparison.Ordinal);
        Assert.Contains("name=\"number\" value=\"2\"", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await noor.SendAsync($"{Room}/drafts/5/edit", ("act", "save"), ("draft", $"From 2027 on, {old}, by age"), ("number", "2"), ("client", "two"), ("note", "A date"))).Status);
        var history = await noor.ReadAsync($"{Room}/drafts/5/history");
        Assert.Contains("<mark>From 2027 on,</mark>", history, StringComparison.Ordinal);
        Assert.Contains("A date", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_comes_back_until_it_is_sent_and_is_nobody_elses()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var me = System.Text.RegularExpressions.Regex.Match(await lucas.ReadAsync($"{Room}/drafts/2/edit"), "data-me=\"(\\d+)\"").Groups[1].Value;
        (string, string)[] fields = [("number", "2"), ("client", "form"), ("sequence", "1"), ("draft", "Half a sentence that"), ("note", "")];
        Assert.Equal(HttpStatusCode.NoContent, (await lucas.SendToAsync($"{Room}/drafts/2/edit", $"{Room}/drafts/2/copy", [.. fields, ("me", me)])).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await lucas.SendToAsync($"{Room}/drafts/2/edit", $"{Room}/drafts/2/copy", [.. fields, ("me", "999")])).Status);
        Assert.Contains(">Half a sentence that</textarea>", await lucas.ReadAsync($"{Room}/drafts/2/edit"), StringComparison.Ordinal);
        Assert.DoesNotContain("Half a sentence that", await lucas.ReadAsync($"{Room}/drafts/2/edit?copy=no"), StringComparison.Ordinal);
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        Assert.DoesNotContain("Half a sentence that", await amara.ReadAsync($"{Room}/drafts/2/edit"), StringComparison.Ordinal);
        await lucas.SendAsync($"{Room}/drafts/2/edit", ("act", "drop"));
        Assert.DoesNotContain("Half a sentence that", await lucas.ReadAsync($"{Room}/drafts/2/edit"), StringComparison.Ordinal);

        // A proposal of the help is put into the form; nothing is stored.
        var (status, body, _) = await lucas.SendAsync($"{Room}/drafts/2/edit", ("use", "Words of the help"), ("draft", "Mine"), ("number", "2"), ("client", "form"));
        Assert.Equal((HttpStatusCode.OK, true), (status, body.Contains(">Words of the help</textarea>", StringComparison.Ordinal)));
        Assert.DoesNotContain("Words of the help", await lucas.ReadAsync($"{Room}/drafts/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_what_waits_and_the_files_hold_what_was_agreed_alone()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        var waiting = await amara.ReadAsync($"{Room}/drafts?view=mine");
        Assert.Contains("It waits for you.", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("Let an independent body", waiting, StringComparison.Ordinal);
        Assert.Contains("draft for the coalition to agree to", await amara.ReadAsync($"{Room}/now"), StringComparison.Ordinal);
        Assert.Contains("The text was changed after it was agreed: Lucas Fontaine", await amara.ReadAsync($"{Room}/drafts/3"), StringComparison.Ordinal);
        var priority = await amara.ReadAsync($"{Room}/priorities/2");
        Assert.Contains("Case Heron 1", priority, StringComparison.Ordinal);
        Assert.Contains("Shorten the time that accused persons spend", priority, StringComparison.Ordinal);
        Assert.Contains("left out of the national report", priority, StringComparison.Ordinal);
        Assert.Contains("/drafts/2", await amara.ReadAsync($"{Room}/search?q=eighteen+months"), StringComparison.Ordinal);

        var word = await amara.ReadBytesAsync($"{Room}/drafts.docx");
        using var docx = WordprocessingDocument.Open(new MemoryStream(word), false);
        Assert.Empty(new OpenXmlValidator().Validate(docx, TestContext.Current.CancellationToken).Select(e => e.Description));
        var text = docx.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("Abolish the death penalty in law by 2029", text, StringComparison.Ordinal);
        Assert.Contains("2 recommendations, agreed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Let an independent body", text, StringComparison.Ordinal);
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(await amara.ReadBytesAsync($"{Room}/drafts.xlsx")), false);
        Assert.Empty(new OpenXmlValidator().Validate(sheet, TestContext.Current.CancellationToken).Select(e => e.Description));
    }
}
