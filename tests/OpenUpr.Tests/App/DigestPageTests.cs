using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Drafting.Lists;
using OpenUpr.Drafting.Studio;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.NextCycle;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App;

/// <summary>Digests of a followed review and what it hands on to the next one, with the demonstration's rows.</summary>
public sealed class DigestPageTests(Site site) : IClassFixture<Site>
{
    private const string Follow = "/coalitions/tovell-rights/follow-up/1";

    /// <summary>A note of the demonstration's matrix, an explanation, a source of evidence, people, member organisations: none of it leaves the room.</summary>
    private static readonly string[] s_private = ["The clerk says quietly", "The bill is not before the assembly", "High Court, judgment of March", "Lucas Fontaine", "Amara", "Noor", "Hill Mothers", "Council of Churches"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Readers => ["for=ministry&of=Ministry%20of%20Justice", "for=parliament&of=budget", "for=embassy&of=XNI", "for=agency&of=goal:16", "for=press&of=all"];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_digest_is_shown_and_taken_along_and_leaks_nothing(string reader)
    {
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        reader = reader.StartsWith("for=embassy", StringComparison.Ordinal) ? "for=embassy&of=" + Regex.Match(await tomas.ReadAsync(Follow + "/digests"), "<option value=\"(X[A-Z]{2})\"").Groups[1].Value : reader;
        var page = await tomas.ReadAsync($"{Follow}/digests?{reader}&about=yes");
        var digest = page[page.IndexOf("<article", StringComparison.Ordinal)..page.IndexOf("</article>", StringComparison.Ordinal)];
        Assert.Contains("What we ask of you now", digest, StringComparison.Ordinal);
        Assert.Contains("About the coalition", digest, StringComparison.Ordinal);
        using var docx = WordprocessingDocument.Open(new MemoryStream(await tomas.ReadBytesAsync($"{Follow}/digests.docx?{reader}")), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(docx, Cancel).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        using var xlsx = SpreadsheetDocument.Open(new MemoryStream(await tomas.ReadBytesAsync($"{Follow}/digests.xlsx?{reader}")), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(xlsx, Cancel).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var text = docx.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All(s_private, secret => Assert.DoesNotContain(secret, digest + text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_confirmed_judgements_are_there_and_those_that_differ_stand_side_by_side()
    {
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        var page = await tomas.ReadAsync($"{Follow}/digests?for=press&of=all");
        Assert.Contains("↓ Not implemented (a member organisation; red: not implemented; worse than at the review)", page, StringComparison.Ordinal);

        // 131.4: one organisation's judgement is confirmed, the other's is not.
        var cell = Regex.Match(page, "<th scope=\"row\">131\\.4 .*?</tr>", RegexOptions.Singleline).Value;
        Assert.Contains("In process", cell, StringComparison.Ordinal);
        Assert.DoesNotContain("Not implemented", cell, StringComparison.Ordinal);
        await tomas.ReadAsync($"{Follow}/digests.docx?for=press&of=nobody", HttpStatusCode.NotFound);
        using var ines = await RoomVisitor.SignInAsync(site, "ines");
        await ines.ReadAsync($"{Follow}/digests.zip?for=ministry", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_ministries_come_as_one_archive()
    {
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        using var zip = new ZipArchive(new MemoryStream(await tomas.ReadBytesAsync($"{Follow}/digests.zip?for=ministry")));
        Assert.True(zip.Entries.Count > 5);
        Assert.Contains(zip.Entries, e => e.Name == "Ministry-of-Justice.docx");
        Assert.Equal(zip.Entries.Count, zip.Entries.Select(e => e.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task The_next_list_holds_what_was_confirmed_and_says_what_it_leaves()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var (access, carried) = await CarriedAsync();
        var judged = carried.Where(c => c.Judgement is not null).ToList();
        Assert.NotEmpty(judged);
        var page = await noor.ReadAsync(Follow + "/next");
        Assert.Contains($"confirmed by a second person: {judged.Count},", page, StringComparison.Ordinal);
        Assert.Contains($"waits for a second person: {carried.Count(c => c.Waits)}.", page, StringComparison.Ordinal);
        var (status, _, location) = await noor.SendAsync(Follow + "/next", ("act", "list"), ("title", "The next list"), ("language", "en"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var id = long.Parse(Regex.Match(location!, "/matrix/(\\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var list = await MatrixRows.ReadAsync(site.Store, access, id, Cancel);
        var filled = list!.Rows.Where(r => !r.IsRepeated && r.Entry is not null).ToList();
        Assert.Equal(
            judged.Select(c => (c.Row.Row.Row.Number, (string?)c.Judgement!.Value, (string?)c.Judgement.Explanation, c.Judgement.Regression)).Order(),
            filled.Select(r => (r.Row.Number, r.Filled.Value, r.Filled.Comment, r.Filled.Challenges)).Order());
        Assert.All(filled, r => Assert.Equal(MatrixEntry.Proposed, r.Entry!.State));
    }

    [Fact]
    public async Task A_submission_and_a_statement_under_item_6_begin_from_the_assessments()
    {
        var (access, carried) = await CarriedAsync();
        var sections = await Filling.ForAsync(site.Store, access, StudioKinds.SubmissionJoint, "en", [], Cancel, isFollowing: true, followId: 1);
        string Of(string slot) => string.Join('\n', sections.Where(s => s.Slot == slot).Select(s => s.Text));
        var worse = carried.First(c => c.Judgement?.Regression is not null);
        Assert.Contains(worse.Judgement!.Regression!, Of(SectionSlots.Setbacks), StringComparison.Ordinal);
        Assert.Contains(carried.First(c => c.Judgement?.Value == "implemented").Judgement!.Explanation, Of(SectionSlots.Progress), StringComparison.Ordinal);
        Assert.Contains("R: " + worse.Actions[0].Text, Of(SectionSlots.Remaining), StringComparison.Ordinal);
        Assert.DoesNotContain("Families still go from office to office", Of(SectionSlots.Setbacks), StringComparison.Ordinal);

        foreach (var language in StudioOutlines.Languages)
        {
            var spoken = await Filling.ForAsync(site.Store, access, StudioKinds.Item6Statement, language, [], Cancel);
            Assert.All(spoken, s => Assert.NotEmpty(s.Text));
            Assert.InRange(spoken.Sum(s => s.Text.Split(' ').Length), 60, 300);
        }

        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var (status, _, location) = await noor.SendAsync("/coalitions/tovell-rights/studio/new", ("kind", "item-6-statement"), ("language", "en"), ("title", "Update"), ("begin", "filled"), ("client", "i6"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("reports on what became of the outcome of the Universal Periodic Review", await noor.ReadAsync(location!.Split('?')[0] + "/preview"), StringComparison.Ordinal);
    }

    private async Task<(CoalitionAccess Access, IReadOnlyList<CarriedRow> Rows)> CarriedAsync()
    {
        await using var db = site.Store.Open();
        var id = await db.Coalitions.Where(c => c.Slug == DemoCoalition.Slug).Select(c => c.Id).SingleAsync(Cancel);
        var access = await CoalitionAccess.ForUpkeepAsync(site.Store, id, Cancel);
        return (access, await CarriedOver.ReadAsync(site.Store, access, (await FollowRows.ReadAsync(site.Store, access, 1, Cancel))!, Cancel));
    }
}
