using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Tests.App;

public sealed partial class PageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/states/xar", "/states/XAR")]
    [InlineData("/states/Arvenia", "/states/XAR")]
    public async Task A_State_in_another_spelling_leads_to_its_address(string asked, string expected)
    {
        using var response = await site.GetAsync(asked);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/states/ZZZ", "ZZZ")]
    [InlineData("/states?region=Atlantis", "Atlantis")]
    [InlineData("/recommendations/99999999", "99999999")]
    [InlineData("/recommendations/99999999999999999999999", "no such page")]
    [InlineData("/recommendations/-1", "no such page")]
    [InlineData("/recommendations/abc", "no such page")]
    [InlineData("/nothing/here", "no such page")]
    [InlineData("/states/%20", "no such page")]
    [InlineData("/states/%09/made", "no such page")]
    [InlineData("/issues/%20", "no such page")]
    [InlineData("/groups/%20", "no such page")]
    [InlineData("/organisations/%20", "no such page")]
    [InlineData("/reviews/XAR/%20", "no such page")]
    [InlineData("/reviews/%20/14", "no such page")]
    public async Task What_is_not_there_is_answered_by_a_page_that_helps(string address, string says)
    {
        var page = await site.ReadAsync(address, HttpStatusCode.NotFound);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("href=\"/states\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_recommendation_leads_to_the_one_it_became()
    {
        await using (var db = site.Store.Open())
        {
            var id = await db.Recommendations.MaxAsync(r => r.Id, TestContext.Current.CancellationToken);
            await db.Recommendations.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.MergedIntoId, 2), TestContext.Current.CancellationToken);
            using var response = await site.GetAsync($"/recommendations/{id}");
            Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
            Assert.Equal("/recommendations/2", response.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task A_number_on_the_page_of_a_State_is_the_number_of_rows_behind_it()
    {
        var page = await site.ReadAsync("/states/XAR");
        var links = NumberLink().Matches(page).Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Number: m.Groups[2].Value)).ToList();
        Assert.True(links.Count > 20);
        foreach (var (address, number) in links.Where((_, i) => i % 4 == 0))
        {
            Assert.Equal(int.Parse(number, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), await FoundAsync(address));
        }
    }

    [Fact]
    public async Task A_filter_chip_takes_out_its_filter_and_nothing_else()
    {
        var page = await site.ReadAsync("/recommendations?q=rights&response=supported&action=5");
        var chips = Chip().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.Contains("/recommendations?q=rights&action=5", chips);
        Assert.Contains("/recommendations?q=rights&response=supported", chips);
    }

    [Fact]
    public async Task Typed_filters_and_ticked_filters_are_one_search_with_one_address()
    {
        var typed = await site.ReadAsync("/recommendations?q=" + Uri.EscapeDataString("rights response:noted action:4"));
        var ticked = await site.ReadAsync("/recommendations?q=rights&response=noted&action=4&kind=recommendation&issues=any&sort=relevance&size=20");
        Assert.Equal(Canonical().Match(typed).Value, Canonical().Match(ticked).Value);
        Assert.Equal(Found().Match(typed).Value, Found().Match(ticked).Value);
    }

    [Fact]
    public async Task Every_page_of_a_long_result_can_be_reached_and_none_overlap()
    {
        var seen = new HashSet<string>();
        var total = await FoundAsync("/recommendations");
        for (var page = 1; page <= (total + 99) / 100; page++)
        {
            var html = await site.ReadAsync($"/recommendations?size=100&page={page}");
            foreach (Match match in ResultLink().Matches(html))
            {
                Assert.True(seen.Add(match.Groups[1].Value));
            }
        }

        Assert.Equal(total, seen.Count);
        var beyond = await site.ReadAsync("/recommendations?size=100&page=5000", HttpStatusCode.NotFound);
        Assert.Contains("no page 5,000", beyond, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_results_offers_the_change_that_finds_something()
    {
        var page = await site.ReadAsync("/recommendations?q=rights&sur=XAR&rs=XAR");
        Assert.Contains("Nothing was found", page, StringComparison.Ordinal);
        Assert.Contains("Leave out Recommending State: Arvenia", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_filter_is_explained_with_a_link_that_mends_it()
    {
        var page = await site.ReadAsync("/recommendations?issue=Detentoin", HttpStatusCode.BadRequest);
        Assert.Contains("was not understood", page, StringComparison.Ordinal);
        var mended = Mended().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).First(a => a.Contains("etention", StringComparison.Ordinal));
        Assert.True(await FoundAsync(mended) > 0);
    }

    [Fact]
    public async Task Every_example_of_the_help_page_finds_something()
    {
        var help = await site.ReadAsync("/help");
        var examples = Example().Matches(help).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct().ToList();
        Assert.True(examples.Count >= 12);
        foreach (var example in examples)
        {
            Assert.True(await FoundAsync(example) > 0, example);
        }
    }

    [Fact]
    public async Task A_pledge_is_shown_only_when_asked_for()
    {
        var recommendations = await FoundAsync("/recommendations");
        var pledges = await FoundAsync("/recommendations?kind=pledge");
        Assert.True(pledges > 0);
        Assert.Equal(recommendations + pledges, await FoundAsync("/recommendations?kind=all"));
    }

    [Fact]
    public async Task An_export_holds_every_row_of_its_search()
    {
        var count = await FoundAsync("/recommendations?response=noted");
        using var response = await site.GetAsync("/recommendations.jsonl?response=noted");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(count, body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("fictional", response.Content.Headers.ContentDisposition!.FileName!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_position_on_the_page_of_a_recommendation_keeps_its_own_words()
    {
        await using var db = site.Store.Open();
        var changed = await (from p in db.Positions where !p.IsCurrent join r in db.Recommendations on p.TextId equals r.TextId select new { r.Id, p.Wording }).FirstAsync(TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await site.ReadAsync($"/recommendations/{changed.Id}"));
        Assert.Contains(changed.Wording, page, StringComparison.Ordinal);
        Assert.Contains("Earlier position", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rejected", page, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<int> FoundAsync(string address)
    {
        var match = Found().Match(await site.ReadAsync(address));
        Assert.True(match.Success, address);
        return int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("role=\"status\"><strong>([0-9,]+) ")]
    private static partial Regex Found();

    [GeneratedRegex("<td[^>]* class=\"num\"[^>]*><a href=\"(/recommendations[^\"]*)\">([0-9,]+)</a>")]
    private static partial Regex NumberLink();

    [GeneratedRegex("<li><a href=\"([^\"]*)\">[^<]*<span class=\"sr\"> \\(take")]
    private static partial Regex Chip();

    [GeneratedRegex("<link rel=\"canonical\"[^>]*>")]
    private static partial Regex Canonical();

    [GeneratedRegex("class=\"text\"><a href=\"/recommendations/([0-9]+)\"")]
    private static partial Regex ResultLink();

    [GeneratedRegex("<li><a href=\"([^\"]*)\">Use ")]
    private static partial Regex Mended();

    [GeneratedRegex("<td><a href=\"([^\"]*)\"><code>")]
    private static partial Regex Example();
}
