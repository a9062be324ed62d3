using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;

namespace OpenUpr.Tests.App;

public sealed class FeedTests(Site site) : IClassFixture<Site>
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_search_page_names_its_feed_and_the_feed_names_the_page_and_itself()
    {
        var page = await site.ReadAsync("/recommendations?issue=detention&response=noted");
        Assert.Contains("type=\"application/atom+xml\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/recommendations.atom?issue=detention&amp;response=noted\"", page, StringComparison.Ordinal);

        var feed = await FeedAsync("/recommendations.atom?response=noted&issue=Detention&kind=recommendation");
        var host = site.Client.BaseAddress!.ToString().TrimEnd('/');
        Assert.Equal($"{host}/recommendations.atom?issue=detention&response=noted", Link(feed, "self"));
        Assert.Equal($"{host}/recommendations?issue=detention&response=noted", Link(feed, "alternate"));
        Assert.Contains("fictional", feed.Element(s_atom + "title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_are_the_rows_of_the_search_the_highest_number_first()
    {
        using var export = await site.GetAsync("/recommendations.jsonl?issue=detention&response=noted");
        var lines = (await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var ids = lines.Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("id").GetInt64()).OrderDescending().ToList();
        Assert.InRange(ids.Count, 2, 99);

        var feed = await FeedAsync("/recommendations.atom?issue=detention&response=noted");
        var links = feed.Elements(s_atom + "entry").Select(e => new Uri(Link(e, "alternate"))).ToList();
        Assert.Equal(ids, links.Select(l => long.Parse(l.Segments[^1], CultureInfo.InvariantCulture)));
        Assert.All(feed.Elements(s_atom + "entry"), e => Assert.Contains(e.Elements(s_atom + "category"), c => c.Attribute("term")!.Value == "detention"));
        await site.ReadAsync(links[0].AbsolutePath);
    }

    [Fact]
    public async Task A_search_without_results_is_a_feed_without_entries()
    {
        var feed = await FeedAsync("/recommendations.atom?q=nosuchwordanywhere");
        Assert.Empty(feed.Elements(s_atom + "entry"));
        Assert.NotEmpty(feed.Element(s_atom + "updated")!.Value);
    }

    [Theory]
    [InlineData("/recommendations.atom?issue=Detentoin", "Detentoin")]
    [InlineData("/recommendations.atom?page=x", "page")]
    public async Task A_search_that_is_not_understood_is_refused_with_problem_details(string address, string says)
    {
        using var response = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(says, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_has_the_feed_already_gets_304_and_no_body()
    {
        using var first = await site.GetAsync("/recommendations.atom?response=noted");
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        await AssertUnchangedAsync(request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        await AssertUnchangedAsync(request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);

        using var changed = new HttpRequestMessage(HttpMethod.Get, "/recommendations.atom?response=noted");
        changed.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\"", isWeak: true));
        using var answer = await site.Client.SendAsync(changed, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task AssertUnchangedAsync(Action<HttpRequestMessage> prepare)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/recommendations.atom?response=noted");
        prepare(request);
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task<XElement> FeedAsync(string address) => XDocument.Parse(await site.ReadAsync(address)).Root!;

    private static string Link(XElement of, string relation) => of.Elements(s_atom + "link").Single(l => l.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
}
