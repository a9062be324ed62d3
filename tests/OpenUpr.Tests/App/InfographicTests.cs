using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Tests.App;

/// <summary>A State on one page: every number is what the search counts, as page, picture and Word file.</summary>
public sealed partial class InfographicTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SearchIndex Index => site.App.Services.GetRequiredService<LiveIndex>().Current;

    /// <summary>A State that received much.</summary>
    private string State => StatisticTable.Read(Index, SearchQuery.Everything, "sur").Rows[0].Key;

    [Fact]
    public async Task Every_number_leads_to_as_many_recommendations()
    {
        var page = await site.ReadAsync($"/states/{State}/infographic");
        var links = NumberLink().Matches(page).Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Number: m.Groups[2].Value)).Distinct().ToList();
        Assert.True(links.Count > 20, $"{links.Count} links");
        foreach (var (link, number) in links.Where((_, i) => i % Math.Max(1, links.Count / 20) == 0))
        {
            Assert.Equal((link, number), (link, Found().Match(await site.ReadAsync(link)).Groups[1].Value));
        }
    }

    [Fact]
    public async Task Every_bar_of_the_picture_is_what_the_search_counts_and_the_file_stands_alone()
    {
        var numbers = StateInfographic.Read(Index, site.Store.Reference, State, Geneva.Today(TimeProvider.System));
        var drawing = XDocument.Parse(await site.ReadAsync($"/states/{State}/infographic.svg"));
        var bars = drawing.Descendants().Where(e => e.Name.LocalName == "a").Select(a => (Link: a.Attribute("href")!.Value, Title: a.Elements().First().Value)).ToList();
        Assert.Equal(numbers.Cycles.Rows.Count + Math.Min(StateInfographic.MostGoals, numbers.Goals.Rows.Count) + Math.Min(StateInfographic.MostIssues, numbers.Issues.Rows.Count) + numbers.Actions.Rows.Count, bars.Count);
        Assert.All(bars, b => Assert.StartsWith("http://127.0.0.1", b.Link, StringComparison.Ordinal));
        foreach (var (field, table) in new[] { ("issue", numbers.Issues), ("sdg", numbers.Goals), ("action", numbers.Actions) })
        {
            foreach (var row in table.Rows.Take(5))
            {
                var found = Index.Run(RowQuery(field, row.Key), new SearchPage(Limit: 0, Facets: false)).Pairs;
                Assert.Equal(row.Count, found);
                Assert.Contains(bars, b => b.Link.EndsWith($"{field}={row.Key}", StringComparison.Ordinal) && b.Title.EndsWith($": {found}", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task The_Word_file_is_valid_says_the_same_and_names_what_is_lacking()
    {
        var numbers = StateInfographic.Read(Index, site.Store.Reference, State, Geneva.Today(TimeProvider.System));
        using var docx = WordprocessingDocument.Open(new MemoryStream(await site.Client.GetByteArrayAsync(new Uri($"/states/{State}/infographic.docx", UriKind.Relative), Cancel)), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(docx, Cancel).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var text = docx.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains($"{numbers.Total.Count}", text, StringComparison.Ordinal);
        Assert.All(numbers.Cycles.Rows, r => Assert.Contains($"● Supported {r.Supported}", text, StringComparison.Ordinal));
        Assert.Contains("fictional", text, StringComparison.Ordinal);
        foreach (var lacking in site.Store.Reference.States.Select(s => StateInfographic.Read(Index, site.Store.Reference, s.Iso3, Geneva.Today(TimeProvider.System)).Lacking).Where(l => l.Count > 0).Take(1))
        {
            Assert.Contains($"{lacking[0]}", OpenUpr.App.Features.States.InfographicView.Lacking(lacking), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_State_without_recommendations_says_so_and_no_State_is_not_found()
    {
        var none = site.Store.Reference.States.First(s => StatisticTable.Read(Index, SearchQuery.Everything, "sur").Rows.All(r => r.Key != s.Iso3)).Iso3;
        Assert.Contains("nothing to draw", await site.ReadAsync($"/states/{none}/infographic"), StringComparison.Ordinal);
        await site.ReadAsync("/states/QQQ/infographic", HttpStatusCode.NotFound);
        await site.ReadAsync("/states/QQQ/infographic.svg", HttpStatusCode.NotFound);
        Assert.Contains($"href=\"/states/{State}/infographic\"", await site.ReadAsync($"/states/{State}"), StringComparison.Ordinal);
    }

    private SearchQuery RowQuery(string field, string key) => OpenUpr.App.Features.Statistics.RowLink.With(StateInfographic.QueryOf(State), field, key);

    [GeneratedRegex("<a href=\"(/recommendations[^\"]*)\">([0-9,]+)</a>")]
    private static partial Regex NumberLink();

    [GeneratedRegex("role=\"status\"><strong>([0-9,]+) ")]
    private static partial Regex Found();
}
