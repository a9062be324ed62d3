using System.Globalization;
using System.Net;
using OpenUpr.App;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App;

/// <summary>The pages of sessions, reviews, cycles, issues, groups, organisations and States.</summary>
public sealed class ReviewPageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/sessions", 35)]
    [InlineData("/sessions/14", 20)]
    [InlineData("/sessions/53", 10)]
    [InlineData("/reviews/XAR/14", 30)]
    [InlineData("/reviews/XAR/42", 40)]
    [InlineData("/reviews/XME/53", 20)]
    [InlineData("/cycles", 3)]
    [InlineData("/cycles/3", 15)]
    [InlineData("/issues", 100)]
    [InlineData("/issues/detention", 30)]
    [InlineData("/groups", 10)]
    [InlineData("/groups/EEG", 40)]
    [InlineData("/groups/Observer", 15)]
    [InlineData("/organisations/EU", 30)]
    [InlineData("/organisations/CIS", 30)]
    [InlineData("/states/XAR", 50)]
    [InlineData("/states/XAL", 20)]
    [InlineData("/states/XAR/made", 60)]
    [InlineData("/states/XAL/made", 40)]
    public async Task Every_number_of_a_page_is_that_of_a_plain_look_at_every_row(string address, int atLeast)
    {
        var plain = await PlainCount.OfAsync(site);
        var links = PlainCount.Links(await site.ReadAsync(address));
        Assert.True(links.Count >= atLeast, $"{address} has {links.Count} numbers");
        Assert.All(links, link => Assert.True(plain.Count(link.Address) == link.Number, $"{address}: {link.Number} leads to {link.Address}, which has {plain.Count(link.Address)}"));
    }

    [Theory]
    [InlineData("/sessions/014", "/sessions/14")]
    [InlineData("/cycles/02", "/cycles/2")]
    [InlineData("/issues/Womens-Rights", "/issues/womens-rights")]
    [InlineData("/issues/Women's rights", "/issues/womens-rights")]
    [InlineData("/groups/eeg", "/groups/EEG")]
    [InlineData("/groups/Eastern European States", "/groups/EEG")]
    [InlineData("/organisations/eu", "/organisations/EU")]
    [InlineData("/organisations/European Union", "/organisations/EU")]
    [InlineData("/reviews/xar/14", "/reviews/XAR/14")]
    [InlineData("/reviews/Arvenia/014", "/reviews/XAR/14")]
    [InlineData("/states/xar/made", "/states/XAR/made")]
    public async Task An_address_in_another_spelling_leads_to_the_one_that_is_meant(string asked, string expected)
    {
        using var response = await site.GetAsync(asked);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
        Assert.Contains($"<link rel=\"canonical\" href=\"{expected}\">", await site.ReadAsync(expected), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sessions/99", "no session “99”")]
    [InlineData("/sessions/last", "no session “last”")]
    [InlineData("/cycles/9", "no cycle “9”")]
    [InlineData("/issues/weather", "no issue “weather”")]
    [InlineData("/groups/Atlantis", "no regional group “Atlantis”")]
    [InlineData("/organisations/Atlantis", "no organisation “Atlantis”")]
    [InlineData("/reviews/ZZZ/14", "“ZZZ”")]
    [InlineData("/reviews/XAR/15", "sessions 14, 28, 42")]
    [InlineData("/reviews/XAR/next", "sessions 14, 28, 42")]
    [InlineData("/reviews/XTO/27", "sessions 26, 40, 54")]
    [InlineData("/reviews/XAL/14", "observer State")]
    [InlineData("/states/ZZZ/made", "“ZZZ”")]
    [InlineData("/states/XAR/made?page=9", "no part “9”")]
    [InlineData("/states/XAR/made?page=x", "no part “x”")]
    public async Task What_is_not_there_is_answered_by_a_sentence_that_helps(string address, string says) =>
        Assert.Contains(says, WebUtility.HtmlDecode(await site.ReadAsync(address, HttpStatusCode.NotFound)), StringComparison.Ordinal);

    [Fact]
    public async Task Shares_are_of_all_that_was_received()
    {
        var rows = (await PlainCount.OfAsync(site)).Rows.Where(r => r is { Sur: "XAR", Session: 42 }).ToList();
        var page = WebUtility.HtmlDecode(await site.ReadAsync("/reviews/XAR/42"));
        Assert.Contains($"supported ({Percent(rows.Count(r => r.Position == Position.Supported), rows.Count)})", page, StringComparison.Ordinal);
        Assert.Contains($"ask for specific action ({Percent(rows.Count(r => r.Action == 5), rows.Count)})", page, StringComparison.Ordinal);
        Assert.Contains($"they are {rows.Select(r => r.TextId).Distinct().Count()} different texts", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_membership_counts_from_its_first_day_until_its_last()
    {
        var joined = WebUtility.HtmlDecode(await site.ReadAsync("/organisations/EU"));
        var rows = (await PlainCount.OfAsync(site)).Rows;
        Assert.Contains("since 1 January 2018", joined, StringComparison.Ordinal);
        var since = rows.Count(r => r.Sur == "XUL" && r.Session >= 33);
        Assert.NotEqual(since, rows.Count(r => r.Sur == "XUL"));
        Assert.Contains($"sur-org=EU&sur=XUL\">{since}</a>", joined, StringComparison.Ordinal);
        var left = WebUtility.HtmlDecode(await site.ReadAsync("/organisations/CIS"));
        Assert.Contains("no longer a member", left, StringComparison.Ordinal);
        Assert.Contains("from 15 April 1994 until 30 June 2016", left, StringComparison.Ordinal);
        Assert.Contains($"sur-org=CIS&sur=XAR\">{rows.Count(r => r is { Sur: "XAR", Session: 14 })}</a>", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_names_its_papers_and_says_which_it_does_not_know()
    {
        var held = await site.ReadAsync("/reviews/XSA/13");
        Assert.Contains("DEMO/A/HRC/WG.6/13/XSA/3", held, StringComparison.Ordinal);
        Assert.Contains("DEMO/A/HRC/21/6<", held.Replace("\n", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("DEMO/A/HRC/21/6/Add.1", held, StringComparison.Ordinal);
        Assert.DoesNotContain("docs.un.org", held, StringComparison.Ordinal);
        var toCome = await site.ReadAsync("/reviews/XTO/54");
        Assert.Contains("DEMO/A/HRC/WG.6/54/XTO/1", toCome, StringComparison.Ordinal);
        Assert.Contains("Not out yet", toCome, StringComparison.Ordinal);
        Assert.Contains("tentative", toCome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_that_differ_on_a_cycles_years_all_stand_on_its_page()
    {
        var page = WebUtility.HtmlDecode(await site.ReadAsync("/cycles/1"));
        Assert.Contains("Sources give different years", page, StringComparison.Ordinal);
        Assert.Contains("2008–2011", page, StringComparison.Ordinal);
        Assert.Contains("2008–2012", page, StringComparison.Ordinal);
        Assert.Contains("7 April 2008 – 14 October 2011", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_what_a_State_made_hold_every_State_once()
    {
        var plain = await PlainCount.OfAsync(site);
        var page = await site.ReadAsync("/states/XNI/made");
        var table = page[page.IndexOf("id=\"states\"", StringComparison.Ordinal)..page.IndexOf("id=\"cycles\"", StringComparison.Ordinal)];
        foreach (var sur in plain.Rows.Where(r => r.Rs == "XNI").Select(r => r.Sur).Distinct())
        {
            Assert.Equal(1, table.Split($"href=\"/states/{sur}\"").Length - 1);
        }
    }

    [Fact]
    public async Task An_export_of_a_review_holds_its_rows()
    {
        var page = WebUtility.HtmlDecode(await site.ReadAsync("/reviews/XAR/14"));
        Assert.Contains("/recommendations.xlsx?sur=XAR&session=14", page, StringComparison.Ordinal);
        Assert.Contains("/recommendations.csv?sur=XAR&session=14", page, StringComparison.Ordinal);
        var lines = (await site.ReadAsync("/recommendations.jsonl?sur=XAR&session=14")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.Equal((await PlainCount.OfAsync(site)).Count("/recommendations?sur=XAR&session=14"), lines);
    }

    [Fact]
    public async Task An_empty_store_of_the_real_world_has_every_page_and_says_what_is_missing()
    {
        var folder = Directory.CreateTempSubdirectory("openupr_empty_").FullName;
        await using (var app = await AppBuilder.BuildAsync(new ServeOptions(StoreLocation.Parse(folder, null), "http://127.0.0.1:0", Demo: false, Curate: false), TestContext.Current.CancellationToken))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            var state = ReferenceData.Load(World.UnitedNations).ReviewSlots.First(s => s.Session == 16).Iso3;
            foreach (var address in new[] { "/sessions", "/sessions/16", "/sessions/54", "/cycles", "/cycles/2", "/issues", "/issues/detention", "/groups", "/groups/Africa", "/organisations/EU", $"/states/{state}", "/states/VAT", $"/states/{state}/made", $"/reviews/{state}/16" })
            {
                using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} gave {response.StatusCode}");
                Assert.DoesNotContain("NaN", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }

            var review = await client.GetStringAsync(new Uri($"/reviews/{state}/16", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("holds no recommendation of this review", review, StringComparison.Ordinal);
            Assert.Contains($"href=\"https://docs.un.org/A/HRC/WG.6/16/{state}/1\"", review, StringComparison.Ordinal);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string Percent(int part, int whole) => Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) + "\u00a0%";
}
