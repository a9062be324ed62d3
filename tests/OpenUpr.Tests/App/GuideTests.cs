using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;
using OpenUpr.Taxonomy;

namespace OpenUpr.Tests.App;

/// <summary>The pages that explain: help in two languages, data and methods, glossary.</summary>
public sealed partial class GuideTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/help")]
    [InlineData("/help?lang=fr")]
    [InlineData("/data")]
    [InlineData("/glossary")]
    public async Task Every_link_into_this_site_leads_to_what_it_names(string address)
    {
        var page = await site.ReadAsync(address);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        var links = Href().Matches(main).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(l => l[0] is '/' or '#').Distinct().ToList();
        Assert.True(links.Count > 10);
        var broken = new List<string>();
        foreach (var link in links)
        {
            var (path, _, anchor) = (link.Split('#')[0], link, link.Contains('#', StringComparison.Ordinal) ? link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..] : null);
            using var response = await site.GetAsync(path.Length == 0 ? address : path);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.OK || (anchor is not null && !body.Contains($"id=\"{anchor}\"", StringComparison.Ordinal)))
            {
                broken.Add($"{link} ({(int)response.StatusCode})");
            }
        }

        Assert.True(broken.Count == 0, $"{address}: {string.Join(", ", broken)}");
    }

    [Fact]
    public async Task The_guide_has_the_same_parts_in_both_languages_and_says_which_it_is()
    {
        var english = await site.ReadAsync("/help");
        var french = await site.ReadAsync("/help?lang=fr");
        Assert.Equal(Anchor().Matches(english).Select(m => m.Groups[1].Value), Anchor().Matches(french).Select(m => m.Groups[1].Value));
        Assert.Equal(Example().Matches(english).Select(m => m.Groups[1].Value), Example().Matches(french).Select(m => m.Groups[1].Value));
        Assert.Equal(english.Split("<dt>").Length, french.Split("<dt>").Length);
        Assert.Contains("<div class=\"prose\" lang=\"fr\">", french, StringComparison.Ordinal);
        foreach (var page in new[] { english, french })
        {
            Assert.Contains("<link rel=\"alternate\" hreflang=\"en\" href=\"/help\">", page, StringComparison.Ordinal);
            Assert.Contains("<link rel=\"alternate\" hreflang=\"fr\" href=\"/help?lang=fr\">", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_language_that_the_guide_does_not_speak_is_not_there()
    {
        Assert.Contains("in French", await site.ReadAsync("/help?lang=xx", HttpStatusCode.NotFound), StringComparison.Ordinal);
        using var english = await site.GetAsync("/help?lang=en");
        Assert.Equal("/help", english.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_glossary_explains_every_term_once_in_the_order_of_the_alphabet()
    {
        var page = WebUtility.HtmlDecode(await site.ReadAsync("/glossary"));
        Assert.Equal(Term.All.Count, Term.All.Select(t => t.Slug).Distinct().Count());
        var places = Term.All.Select(t => page.IndexOf($"<div id=\"{t.Slug}\"><dt>{t.Name}", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.All(Term.All, t => Assert.True(t.Meaning.EndsWith('.') && t.Source.Length > 0, t.Slug));
        Assert.All(Term.All.SelectMany(t => t.See), slug => Assert.Contains(Term.All, t => t.Slug == slug));
        Assert.All(["supported", "noted", "pending", "sur", "rs", "pair", "text", "paragraph", "nhri", "troika", "addendum", "item-6", "iri", "uptake"], slug => Assert.Contains(Term.All, t => t.Slug == slug));
    }

    [Fact]
    public async Task Data_and_methods_counts_the_documents_and_recommendations_that_there_are()
    {
        var page = await site.ReadAsync("/data");
        await using var db = site.Store.Open();
        var documents = await db.Documents.CountAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"Documents read: {documents.ToString("N0", CultureInfo.InvariantCulture)} (", page, StringComparison.Ordinal);
        var pledges = await (from r in db.Recommendations join t in db.Texts on r.TextId equals t.Id where t.Kind == OpenUpr.Recommendations.RecommendationKind.Pledge && r.MergedIntoId == null select r.Id).CountAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"kind=pledge\"><b>{pledges}</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_sources_differ_on_a_cycle_each_is_quoted()
    {
        var page = WebUtility.HtmlDecode(await site.ReadAsync("/data"));
        var statements = site.Store.Reference.CycleStatements;
        Assert.True(statements.Count(s => s.Number == 1) > 1);
        Assert.All(statements.GroupBy(s => s.Number), cycle => Assert.Single(cycle, s => s.Preferred));
        Assert.All(statements.Where(s => s.Note is not null), s => Assert.Contains(s.Note!, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_reference_table_can_be_taken_away_and_no_other_file()
    {
        foreach (var table in ReferenceFiles.Names)
        {
            using var response = await site.GetAsync($"/data/{table}.csv");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        }

        Assert.Contains("XAR", await site.ReadAsync("/data/states.csv"), StringComparison.Ordinal);
        foreach (var other in new[] { "recommendations", "nothing", "States", "..%2Fstates", "States.Data.states" })
        {
            Assert.Contains("sessions", await site.ReadAsync($"/data/{other}.csv", HttpStatusCode.NotFound), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("<a [^>]*?href=\"([^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex("<h2 id=\"([^\"]*)\"")]
    private static partial Regex Anchor();

    [GeneratedRegex("<td><a href=\"([^\"]*)\"><code>")]
    private static partial Regex Example();
}
