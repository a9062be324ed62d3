using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App;

/// <summary>Pages between the review and the adoption, with the demonstration's followed review.</summary>
public sealed class OutcomePageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";
    private const string Here = Room + "/follow-up/1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_position_is_written_by_two_and_ranked_and_taken_along()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var row = Here + Regex.Match(await lucas.ReadAsync(Here + "/positions?position=noted"), "/positions/(\\d+)\" id=\"t-").Value.Split('"')[0];
        var page = await lucas.ReadAsync(row);
        Assert.Contains("Proposed from the answers", page, StringComparison.Ordinal);
        var revision = Regex.Match(page, "name=\"revision\" value=\"(\\d+)\"").Groups[1].Value;
        (string, string)[] Fields(string client, string why) =>
            [("act", "save"), ("client", client), ("revision", revision), ("has-key", "yes"), ("key", "yes"), ("ideal", "supported"), ("expected", "noted"), ("rationale", why), ("lobby", ""), ("private", "Nobody may read this.")];

        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(row, Fields("l", "Four reasons."))).Status);
        var (status, body, _) = await lucas.SendAsync(row, Fields("other", "Five reasons."));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Four reasons.", body, StringComparison.Ordinal);
        Assert.Contains("Five reasons.</textarea>", body, StringComparison.Ordinal);

        var list = await noor.ReadAsync(Here + "/positions/lobby?rule=key");
        Assert.Contains("Four reasons.", list, StringComparison.Ordinal);
        Assert.Contains("You call it key.", list, StringComparison.Ordinal);
        foreach (var file in new[] { "/lobby.docx?rule=key", "/workshop.docx", "/outcome.docx?language=fr" })
        {
            using var docx = WordprocessingDocument.Open(new MemoryStream(await noor.ReadBytesAsync(Here + file)), false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(docx, Cancel).Select(e => e.Description));
            Assert.DoesNotContain("Nobody may read this.", docx.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        }

        Assert.Equal((byte)'P', (await noor.ReadBytesAsync(Here + "/lobby.xlsx"))[0]);
        Assert.Equal((byte)'P', (await noor.ReadBytesAsync(Here + "/outcome.xlsx?language=fr"))[0]);
    }

    [Fact]
    public async Task The_lobby_list_lies_on_its_long_side_the_charter_takes_the_matrix_and_translations_wait_for_a_second_person()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        using var docx = WordprocessingDocument.Open(new MemoryStream(await noor.ReadBytesAsync(Here + "/lobby.docx?rule=all")), false);
        Assert.Equal(DocumentFormat.OpenXml.Wordprocessing.PageOrientationValues.Landscape, docx.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.PageSize>().Single().Orient!.Value);
        var (status, _, location) = await noor.SendAsync("/coalitions/tovell-rights/studio/new", ("kind", "outcome-charter"), ("language", "en"), ("title", "Charter"), ("begin", "filled"), ("client", "oc"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var charter = await noor.ReadAsync(location!.Split('?')[0] + "/preview");
        Assert.Contains("Ministry of Justice; Law Commission: drafts the bill", charter, StringComparison.Ordinal);
        Assert.Contains("translations for a second person to check", await noor.ReadAsync("/coalitions/tovell-rights/now"), StringComparison.Ordinal);
        var first = await noor.ReadAsync(Here + "/adoption");
        Assert.InRange(Regex.Count(first, "<tr><th scope=\"row\">"), 0, 50);
    }

    [Fact]
    public async Task An_adoption_day_of_many_recommendations_comes_in_pages_and_settles_all_of_them()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var review = Regex.Match(await lucas.ReadAsync(Room + "/follow-up"), "<option value=\"(X[A-Z]{2}/\\d+)\"").Groups[1].Value;
        var (_, _, location) = await lucas.SendAsync(Room + "/follow-up", ("session", review));
        var follow = location!.Split('?')[0];
        var before = Regex.Match(await lucas.ReadAsync(follow + "/adoption"), "Still pending: (\\d+)").Groups[1].Value;
        await AddPendingAsync(long.Parse(follow.Split('/')[^1], CultureInfo.InvariantCulture), 60);

        var all = 60 + int.Parse(before, CultureInfo.InvariantCulture);
        var first = await lucas.ReadAsync(follow + "/adoption");
        Assert.Contains($"Still pending: {all}", first, StringComparison.Ordinal);
        Assert.Equal(50, Regex.Count(first, "name=\"row\""));
        Assert.Equal(Math.Min(50, all - 50), Regex.Count(await lucas.ReadAsync(follow + "/adoption?open=2"), "name=\"row\""));
        Assert.True(first.Length < 100_000, $"the page has {first.Length} characters");

        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync(follow + "/adoption", ("act", "settle"), ("on", "2024-07-01"))).Status);
        var settled = await lucas.ReadAsync(follow + "/adoption");
        Assert.Contains("Still pending: 0", settled, StringComparison.Ordinal);
        Assert.Equal(50, Regex.Count(settled, "<tr><th scope=\"row\">"));
        Assert.Contains("?page=2#changes", settled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workshop_keeps_what_is_typed_and_goes_on()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var rows = Regex.Matches(await lucas.ReadAsync(Here + "/workshop"), "follow-up/1/workshop/(\\d+)");
        var page = $"{Here}/workshop/{rows[0].Groups[1].Value}";
        var form = await lucas.ReadAsync(page);
        (string, string)[] Fields(string act) => [("act", act), ("client", "w"), ("revision", Regex.Match(form, "name=\"revision\" value=\"(\\d+)\"").Groups[1].Value), ("monitoring", "We count.")];
        Assert.Equal(HttpStatusCode.NoContent, (await lucas.SendAsync(page, Fields("keep"))).Status);
        var (status, _, location) = await lucas.SendAsync(page, Fields("next"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("/workshop/", location, StringComparison.Ordinal);
        Assert.Contains("We count.</textarea>", await lucas.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_page_is_the_secretariats_and_what_is_off_is_like_what_never_was()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        await lucas.ReadAsync(Here + "/public", HttpStatusCode.NotFound);
        (string, string)[] wish = [("title", "Ours"), ("name", "ours-in-public"), ("which", "all"), ("positions", "yes"), ("languages", "fr")];
        Assert.Contains("This is what everybody would see", (await amara.SendAsync(Here + "/public", [("act", "preview"), .. wish])).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/outcomes/ours-in-public")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await amara.SendAsync(Here + "/public", [("act", "show"), .. wish])).Status);
        using (var shown = await GetAsync("/outcomes/ours-in-public"))
        {
            var html = await shown.Content.ReadAsStringAsync(Cancel);
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
            foreach (var secret in new[] { "tovell-rights", "Tovell Rights", "Lucas", "Reading circle", "Attorney General is for it" })
            {
                Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
            }
        }

        // The name that was used before is gone as well.
        using var former = await GetAsync("/outcomes/islands-outcome");
        Assert.Equal(HttpStatusCode.NotFound, former.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await amara.SendAsync(Here + "/public", ("act", "hide"))).Status);
        using var hidden = await GetAsync("/outcomes/ours-in-public");
        using var never = await GetAsync("/outcomes/was-never-there");
        Assert.Equal((never.StatusCode, (await never.Content.ReadAsStringAsync(Cancel)).Replace("was-never-there", "", StringComparison.Ordinal)), (hidden.StatusCode, (await hidden.Content.ReadAsStringAsync(Cancel)).Replace("ours-in-public", "", StringComparison.Ordinal)));
        Assert.Equal(never.Headers.CacheControl?.ToString(), hidden.Headers.CacheControl?.ToString());
    }

    private Task<HttpResponseMessage> GetAsync(string address) => site.Client.GetAsync(new Uri(address, UriKind.Relative), Cancel);

    private async Task AddPendingAsync(long follow, int count)
    {
        await using var outside = site.Store.Open();
        var access = (await CoalitionAccess.FindAsync(site.Store, outside.Accounts.Single(a => a.NormalisedName == "lucas").Id, "tovell-rights", Cancel))!;
        await using var db = site.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(Cancel);
        var id = await db.TakeIdsAsync(Counters.FollowedRecommendations, count, Cancel);
        db.FollowedRecommendations.AddRange(Enumerable.Range(0, count).Select(i => new FollowedRecommendation
        {
            Id = id + i, CoalitionId = access.CoalitionId, FollowId = follow, Place = 1_000 + i, Number = $"999.{i}", Text = "Ratify it.", States = "", Position = "pending", Issues = "", Goals = "", Revision = 1,
        }));
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
    }
}
