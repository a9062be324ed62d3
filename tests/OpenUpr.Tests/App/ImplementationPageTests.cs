using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Tests.App;

/// <summary>How far recommendations are carried out, for everybody, with the demonstration's publications.</summary>
public sealed class ImplementationPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_publication_is_counted_for_itself_and_each_number_leads_to_its_rows()
    {
        var page = await ReadAsync("/implementation");
        Assert.Contains("Friends of the islands (civil society)", page, StringComparison.Ordinal);
        Assert.Contains("(came from Network of institutions)", page, StringComparison.Ordinal);
        var numbers = Regex.Matches(page, "<a class=\"light (\\w+)\" href=\"([^\"]+)\">[^<]* (\\d+)</a>");
        Assert.True(numbers.Count > 3);
        foreach (Match number in numbers)
        {
            var items = await ItemsAsync(WebUtility.HtmlDecode(number.Groups[2].Value).Replace("/implementation?", "/implementation.json?", StringComparison.Ordinal));
            Assert.Contains(items.GroupBy(i => (string)i!["publication"]!), g => g.Select(i => (string)i!["text"]!).Distinct().Count().ToString(System.Globalization.CultureInfo.InvariantCulture) == number.Groups[3].Value);
        }

        var csv = await ReadAsync("/implementation.csv");
        Assert.Equal((await ItemsAsync("/implementation.json")).Count, Regex.Count(csv, "(?m)^X[A-Z]{2},"));
        Assert.Empty(await ItemsAsync("/implementation.json?sur=QQQ"));
        Assert.Contains("Take one of the choices away", await ReadAsync("/implementation?issue=none"), StringComparison.Ordinal);
        Assert.Contains("Human Rights Commission of the islands", await ReadAsync("/implementation/1"), StringComparison.Ordinal);
        Assert.DoesNotContain("tovell-rights", page + csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_States_page_a_reviews_and_a_recommendations_lead_to_what_is_published_of_them_and_others_say_nothing()
    {
        var item = (await ItemsAsync("/implementation.json")).First(i => ((string)i!["address"]!).Contains("/outcomes/", StringComparison.Ordinal))!;
        var (state, session) = ((string)item["state"]!, (int)item["session"]!);
        foreach (var page in new[] { await ReadAsync($"/states/{state}"), await ReadAsync($"/reviews/{state}/{session}") })
        {
            var part = Regex.Match(page, "aria-labelledby=\"published\".*?</section>", RegexOptions.Singleline).Value;
            Assert.Contains("Friends of the islands</a> (civil society)", part, StringComparison.Ordinal);
            Assert.Contains("(came from Network of institutions)", part, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"position", part, StringComparison.Ordinal);
        }

        var row = await FindAsync(state, session, (string)item["text"]!);
        var recommendation = await ReadAsync($"/recommendations/{row}");
        Assert.Contains((string)item["explanation"]!, WebUtility.HtmlDecode(recommendation), StringComparison.Ordinal);
        Assert.Contains("href=\"/outcomes/islands-outcome\"", recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"published\"", await ReadAsync("/states/XAR"), StringComparison.Ordinal);
        Assert.Contains($"/reviews/{state}/{session}", await ReadAsync("/implementation/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_file_goes_to_the_operator_of_another_installation_and_out_again()
    {
        var file = await site.Client.GetByteArrayAsync(new Uri("/outcomes/islands-outcome/signed.json", UriKind.Relative), Cancel);
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        Task<(HttpStatusCode Status, string Body, string? Location)> SendAsync(byte[] content, params (string, string)[] fields) => amara.SendFileAsync("/operator/publications", "a.openupr.json", content, [("act", "take"), .. fields]);
        var (status, body, _) = await SendAsync(file);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Matches("<code>([0-9a-f]{4} ?){16}</code>", body);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(file, ("name", "Ourselves"))).Status);
        file[^20] ^= 1;
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(file, ("name", "Ourselves"))).Status);
        var page = await amara.ReadAsync("/operator/publications");
        Assert.Contains("Ourselves", page, StringComparison.Ordinal);
        var source = Regex.Match(page, "value=\"(\\d+)\"><button class=\"danger\" name=\"act\" value=\"forget\">[^<]*<span class=\"sr\"> Ourselves").Groups[1].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await amara.SendAsync("/operator/publications", ("act", "forget"), ("id", source))).Status);
        Assert.DoesNotContain("Ourselves", await amara.ReadAsync("/operator/publications"), StringComparison.Ordinal);
    }

    /// <summary>The recommendation of a review with these words.</summary>
    private async Task<long> FindAsync(string state, int session, string text)
    {
        await using var db = site.Store.Open();
        return await (from r in db.Reviews where r.Sur == state && r.Session == session join t in db.Texts on r.Id equals t.ReviewId where t.Text == text join p in db.Recommendations on t.Id equals p.TextId select p.Id).FirstAsync(Cancel);
    }

    private async Task<string> ReadAsync(string address) => await site.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);

    private async Task<JsonArray> ItemsAsync(string address) => (await site.Client.GetFromJsonAsync<JsonArray>(new Uri(address, UriKind.Relative), Cancel))!;
}
