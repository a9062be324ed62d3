using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace OpenUpr.Tests.App;

/// <summary>Pages of lists of recommendations, with the demonstration's and one that the test begins.</summary>
public sealed class MatrixPageTests(Site site) : IClassFixture<Site>
{
    private const string Lists = "/coalitions/tovell-rights/matrix";

    [Fact]
    public async Task A_list_is_begun_filled_in_theme_by_theme_and_taken_along()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        Assert.Contains("have a value", await lucas.ReadAsync(Lists), StringComparison.Ordinal);
        var (status, _, location) = await lucas.SendAsync(Lists, ("act", "made"), ("title", "Ours"), ("language", "en"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var list = location!.Split('?')[0];
        Assert.Contains("0 of ", await lucas.ReadAsync(list), StringComparison.Ordinal);
        var theme = list + "?theme=1";
        var form = await lucas.ReadAsync(theme);
        var row = Regex.Match(form, "name=\"revision-(\\d+)\" value=\"0\"").Groups[1].Value;
        (string, string)[] Fields(string client, string comment) =>
            [("act", "save"), ("client", client), ($"revision-{row}", "0"), ($"value-{row}", "not"), ($"comment-{row}", comment), ($"challenges-{row}", ""), ($"assistance-{row}", ""), ($"state-{row}", "proposed")];

        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(theme, Fields("l", "Three were sentenced."))).Status);
        Assert.Contains("Three were sentenced.</textarea>", await lucas.ReadAsync(theme), StringComparison.Ordinal);

        // Who had the empty row before them sees both texts, and what they typed, also where the filter would not show the row any more.
        var (late, body, _) = await noor.SendAsync(theme + "&show=open", Fields("n", "Four were sentenced."));
        Assert.Equal(HttpStatusCode.Conflict, late);
        Assert.Contains("Four were sentenced.</textarea>", body, StringComparison.Ordinal);
        Assert.Contains("Three were sentenced.", body, StringComparison.Ordinal);
        Assert.Contains($"name=\"revision-{row}\" value=\"1\"", body, StringComparison.Ordinal);

        var page = await noor.ReadAsync($"{list}/rows/{row}");
        Assert.Contains("Lucas Fontaine", page, StringComparison.Ordinal);
        Assert.Contains("name=\"case\"", page, StringComparison.Ordinal);
        using var docx = WordprocessingDocument.Open(new MemoryStream(await lucas.ReadBytesAsync(list + ".docx")), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(docx, TestContext.Current.CancellationToken).Select(e => e.Description));
        Assert.Contains("Three were sentenced.", docx.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await lucas.ReadBytesAsync(list + ".xlsx"))[0]);
    }

    [Fact]
    public async Task A_value_is_copied_to_several_rows_and_a_theme_is_given_to_a_cluster()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var (_, _, location) = await lucas.SendAsync(Lists, ("act", "made"), ("title", "Copies"), ("language", "fr"));
        var list = location!.Split('?')[0];
        var all = list + "?theme=0";
        string[] rows = [.. Regex.Matches(await lucas.ReadAsync(all), "name=\"revision-(\\d+)\"").Select(m => m.Groups[1].Value).Take(3)];
        List<(string, string)> fields = [("act", "copy"), ("client", "c"), ("copy-value", "unknown"), ("chosen", rows[0]), ("chosen", rows[1])];
        fields.AddRange(rows.SelectMany(r => new[] { ($"revision-{r}", "0"), ($"value-{r}", ""), ($"comment-{r}", ""), ($"state-{r}", "open") }));
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(all, [.. fields])).Status);
        Assert.Equal(2, Regex.Count(await lucas.ReadAsync(all), "value=\"unknown\" selected"));
        var cluster = Regex.Match(await lucas.ReadAsync(list), "<select id=\"c-1\" name=\"cluster\"><option value=\"\">[^<]*</option><option value=\"(\\d+)\">([^<]+)");
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(list, ("act", "duty"), ("of", "1"), ("cluster", cluster.Groups[1].Value))).Status);
        Assert.Contains($"<div>{cluster.Groups[2].Value}", await lucas.ReadAsync(list), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await lucas.SendAsync(Lists, ("act", "file"), ("title", "None"), ("language", "en"))).Status);
    }

    [Fact]
    public async Task A_filled_in_list_is_looked_at_before_it_is_taken_over()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var (_, _, location) = await lucas.SendAsync(Lists, ("act", "made"), ("title", "Sheets"), ("language", "en"));
        var list = location!.Split('?')[0];
        var texts = Regex.Matches(await noor.ReadAsync(list + "?theme=0"), "<p class=\"lines\">([^<]+)</p>").Select(m => m.Groups[1].Value.Replace("\"", "\"\"", StringComparison.Ordinal)).Take(2).ToList();
        var (status, body, _) = await noor.SendFileAsync(list + "/fill", "list.csv", "Only one line"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("role=\"alert\"", body, StringComparison.Ordinal);
        (status, _, location) = await noor.SendFileAsync(list + "/fill", "list.csv", System.Text.Encoding.UTF8.GetBytes($"Recommendation,Value,Comment\n\"{texts[0]}\",Implemented,A law.\n\"{texts[1]}\",Surely,\n"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var page = await noor.ReadAsync(location!);
        Assert.Contains("Rows that would come in: 1.", page, StringComparison.Ordinal);
        Assert.Contains("<q>Surely</q>", page, StringComparison.Ordinal);
        await lucas.ReadAsync(location!, HttpStatusCode.NotFound);

        var stamp = ("stamp", Regex.Match(page, "name=\"stamp\" value=\"(\\w+)\"").Groups[1].Value);
        var number = ("number", location!.Split('=')[1]);
        (string, string)[] columns = [number, ("column-0", "text"), ("column-1", "value"), ("column-2", "comment")];
        (status, body, _) = await noor.SendAsync(location!, [("act", "take"), stamp, .. columns]);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Rows that cannot be taken over: 1.", body, StringComparison.Ordinal);
        (_, body, _) = await noor.SendAsync(location!, ("act", "look"), number, ("column-0", "comment"), ("column-1", "comment"));
        Assert.Contains("Two columns are Comment", body, StringComparison.Ordinal);
        var (done, _, after) = await noor.SendAsync(location!, [("act", "take"), ("leave", "yes"), stamp, .. columns]);
        Assert.Equal(HttpStatusCode.SeeOther, done);
        Assert.Contains("Rows that came in as proposals: 1.", await noor.ReadAsync(after!), StringComparison.Ordinal);
        Assert.Contains("A law.</textarea>", await lucas.ReadAsync(list + "?theme=0"), StringComparison.Ordinal);
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        Assert.Contains("Sheets", await amara.ReadAsync("/coalitions/tovell-rights/hand-over"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_gives_a_value_its_own_word_and_who_reads_sees_it()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        const string Words = Lists + "/words";
        var (status, body, _) = await amara.SendAsync(Words, ("word-process-es", "No aplicada"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("names another value too", body, StringComparison.Ordinal);
        Assert.Contains("value=\"No aplicada\"", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await amara.SendAsync(Words, ("word-process-es", "En camino"))).Status);
        Assert.Contains("En camino", await tomas.ReadAsync(Words), StringComparison.Ordinal);
        Assert.DoesNotContain("<input id=\"word-", await tomas.ReadAsync(Words), StringComparison.Ordinal);
        await amara.SendAsync(Words, ("was-word-process-es", "En camino"), ("word-process-es", ""));
        Assert.DoesNotContain("En camino", await tomas.ReadAsync(Words), StringComparison.Ordinal);
    }
}
