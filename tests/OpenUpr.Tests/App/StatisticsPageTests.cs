using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using OpenUpr.App.Features.Statistics;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Tests.App;

public sealed partial class StatisticsPageTests(Site site) : IClassFixture<Site>
{
    private SearchIndex Index => site.App.Services.GetRequiredService<LiveIndex>().Current;

    public static TheoryData<string> Kinds => [.. StatisticsRequest.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_statistic_has_a_page_with_a_chart_or_table_and_says_its_basis(string by)
    {
        var page = WebUtility.HtmlDecode(await site.ReadAsync($"/statistics?by={by}&response=supported"));
        Assert.Contains("counted as pairs; sessions ", page, StringComparison.Ordinal);
        Assert.Matches("filter: Supported; (?:labels of [^;]+; )?as of ", page);
        Assert.Contains($"<option value=\"{by}\" selected", page, StringComparison.Ordinal);
        Assert.Contains(by == StatisticsRequest.Matrix ? "class=\"stat heat\"" : "<svg class=\"chart", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_statistic_is_a_picture_to_take_away(string by)
    {
        using var response = await site.GetAsync($"/statistics.svg?by={by}");
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("fictional", response.Content.Headers.ContentDisposition.FileName!, StringComparison.Ordinal);
        var drawing = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(drawing.Descendants(), e => e.Name.LocalName == "text" && e.Value.Contains("fictional", StringComparison.Ordinal));
        Assert.Contains(drawing.Descendants(), e => e.Name.LocalName is "rect" or "path" or "circle" && e.Parent!.Name.LocalName is "a" or "g");
    }

    [Fact]
    public async Task A_table_shows_what_the_engine_counts()
    {
        var labels = site.App.Services.GetRequiredService<Labels>();
        foreach (var by in StatisticFields.All)
        {
            var table = StatisticTable.Read(Index, SearchQuery.Everything, by);
            var rows = TableRow().Matches(await site.ReadAsync($"/statistics?by={by}")).Select(m => Tag().Replace(m.Value, " ")).Select(r => WebUtility.HtmlDecode(r)).ToList();
            Assert.Equal(table.Rows.Count + 1, rows.Count);
            foreach (var (row, shown) in (StatisticFields.IsTime(by) ? table.InOrder() : table.Rows).Append(table.Total).Zip(rows))
            {
                var numbers = CountNumber().Matches(shown).Select(m => int.Parse(m.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();
                Assert.Contains(row.Key.Length == 0 ? "All" : labels.Value(by, row.Key), shown, StringComparison.Ordinal);
                Assert.Equal([row.Count, row.Supported, row.Noted, row.Pending, row.Specific], numbers.TakeLast(5));
            }
        }
    }

    [Theory]
    [InlineData("/statistics?by=issue&issue=international-instruments,torture-and-other-cid-treatment")]
    [InlineData("/statistics?by=issue&issue=international-instruments,torture-and-other-cid-treatment&issues=all")]
    [InlineData("/statistics?by=sur-org&sur-org=OIC,AU&q=rights")]
    [InlineData("/statistics?by=rs&response=noted&q=rights+OR+torture")]
    [InlineData("/statistics?by=session&session=13..20")]
    [InlineData("/statistics?by=sur&kind=all")]
    [InlineData("/statistics?by=matrix")]
    [InlineData("/statistics?by=issue&across=response&cycle=2")]
    [InlineData("/statistics?by=trends-cycle")]
    [InlineData("/statistics")]
    public async Task A_number_leads_to_as_many_rows(string address)
    {
        var page = await site.ReadAsync(address);
        var links = NumberLink().Matches(page).Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Number: m.Groups[2].Value)).Distinct().ToList();
        Assert.True(links.Count > 2, $"{links.Count} links");
        foreach (var (link, number) in links.Where((_, i) => i % Math.Max(1, links.Count / 25) == 0))
        {
            var found = Found().Match(await site.ReadAsync(link));
            Assert.True(found.Groups[1].Value == number, $"{link} has {found.Groups[1].Value} rows, {address} says {number}");
        }
    }

    [Fact]
    public async Task The_overview_shows_the_figures_of_the_engine()
    {
        var global = GlobalStatistics.Read(Index, SearchQuery.Everything);
        var page = WebUtility.HtmlDecode(await site.ReadAsync("/statistics"));
        Assert.Contains($"<b>{global.Total.Count:N0}</b>", page, StringComparison.Ordinal);
        Assert.Contains($"supported: {global.Total.Supported:N0}", page, StringComparison.Ordinal);
        Assert.Contains($"(category 5): {global.Total.Specific:N0}", page, StringComparison.Ordinal);
        Assert.Contains($"sessions {global.FirstSession} to {global.LastSession}", page, StringComparison.Ordinal);
        Assert.Contains($"States that made none: {global.MadeNone!.Count}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Compendium", page, StringComparison.Ordinal);
        Assert.Equal(site.Store.Reference.States.Count, TileText().Count(page));
    }

    [Theory]
    [InlineData("/statistics?by=colour", "colour")]
    [InlineData("/statistics?by=sur&across=colour", "colour")]
    [InlineData("/statistics?unit=kilos", "kilos")]
    [InlineData("/statistics?by=support&order=best", "best")]
    [InlineData("/statistics?issue=Detentoin", "Detentoin")]
    [InlineData("/statistics?nonsense=1", "nonsense")]
    [InlineData("/statistics.svg?by=colour", "colour")]
    [InlineData("/statistics.svg?issue=Detentoin", "Detentoin")]
    public async Task What_is_not_understood_is_said(string address, string says) =>
        Assert.Contains(says, WebUtility.HtmlDecode(await site.ReadAsync(address, HttpStatusCode.BadRequest)), StringComparison.Ordinal);

    [Fact]
    public async Task A_mistyped_filter_is_mended_on_the_same_statistic()
    {
        var page = WebUtility.HtmlDecode(await site.ReadAsync("/statistics?by=issue&issue=Detentoin", HttpStatusCode.BadRequest));
        var mended = MendedLink().Match(page).Groups[1].Value;
        Assert.Contains("by=issue", mended, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"chart", await site.ReadAsync(mended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_page_and_the_statistics_lead_to_each_other_with_the_filter()
    {
        Assert.Contains("href=\"/statistics?q=rights&amp;response=noted\"", await site.ReadAsync("/recommendations?q=rights&response=noted"), StringComparison.Ordinal);
        var page = await site.ReadAsync("/statistics?by=rs&q=rights&response=noted");
        Assert.Contains("href=\"/recommendations?q=rights&amp;response=noted\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/statistics?by=rs&amp;q=rights\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_are_fewer_than_pairs_and_said_to_be_texts()
    {
        var texts = StatisticTable.Read(Index, SearchQuery.Everything, "sur", CountUnit.Texts).Total.Count;
        Assert.Contains($"{texts:N0} different texts; sessions", await site.ReadAsync("/statistics?by=sur&unit=texts"), StringComparison.Ordinal);
        Assert.True(texts < StatisticTable.Read(Index, SearchQuery.Everything, "sur").Total.Count);
    }

    [Fact]
    public async Task A_filter_that_finds_nothing_offers_to_change_it()
    {
        foreach (var by in StatisticsRequest.All)
        {
            Assert.Contains("nothing to count", await site.ReadAsync($"/statistics?by={by}&q=rights&sur=XAR&rs=XAR"), StringComparison.Ordinal);
            XDocument.Parse(await site.ReadAsync($"/statistics.svg?by={by}&q=rights&sur=XAR&rs=XAR"));
        }
    }

    [GeneratedRegex("<tr[^>]*>(?:<td>[0-9]*</td>)?<th scope=\"row\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex TableRow();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    /// <summary>A count: no share behind which stands a percent sign.</summary>
    [GeneratedRegex(@"(?<![0-9.,])[0-9][0-9,]*(?![0-9.,]|\u00a0%)")]
    private static partial Regex CountNumber();

    [GeneratedRegex("<a href=\"(/recommendations[^\"]*)\">([0-9,]+)</a>")]
    private static partial Regex NumberLink();

    [GeneratedRegex("role=\"status\"><strong>([0-9,]+) ")]
    private static partial Regex Found();

    [GeneratedRegex("<li><a href=\"([^\"]*)\">Use ")]
    private static partial Regex MendedLink();

    [GeneratedRegex("</title><path d=\"[^\"]*\" class=\"(c[0-4]|cv)\"[^>]*/><text")]
    private static partial Regex TileText();
}
