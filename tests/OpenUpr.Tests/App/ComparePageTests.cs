using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Tests.App;

public sealed partial class ComparePageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/compare?states=xar&states=Ulmaria&states=", "/compare?states=XAR,XUL")]
    [InlineData("/compare?states=Ulmaria,XAR,xar&as=rs&cycle=2", "/compare?states=XUL,XAR&as=rs&cycle=2")]
    [InlineData("/compare?issues=Detention&issues=Death+penalty&response=noted", "/compare?issues=detention,death-penalty&response=noted")]
    public async Task Names_lead_to_the_one_address_of_the_comparison(string asked, string expected)
    {
        using var response = await site.GetAsync(asked);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
        Assert.Contains("<svg class=\"chart\"", await site.ReadAsync(expected), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sur", "/compare?states=XAR,XUL,XSA", "XAR,XUL,XSA")]
    [InlineData("rs", "/compare?states=XAR,XUL&as=rs", "XAR,XUL")]
    [InlineData("issue", "/compare?issues=detention,death-penalty", "detention,death-penalty")]
    public async Task Each_column_shows_what_the_engine_counts_and_leads_to_its_rows(string field, string address, string keys)
    {
        var page = await site.ReadAsync(address);
        var index = site.App.Services.GetRequiredService<LiveIndex>().Current;
        foreach (var side in Comparison.Read(index, SearchQuery.Everything, field, keys.Split(',')))
        {
            var rows = StatisticTable.Read(index, SearchQuery.Everything, field).Rows.Single(r => r.Key == side.Key);
            Assert.Equal((rows.Count, rows.Supported, rows.Specific), (side.Total.Count, side.Total.Supported, side.Total.Specific));
            Assert.Contains($"<a href=\"/recommendations?{field}={side.Key}\">{rows.Count:N0}</a>", page, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"/recommendations?{field}={side.Key}&amp;response=supported\">{rows.Supported:N0}</a>", page, StringComparison.Ordinal);
        }

        var links = NumberLink().Matches(page).Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Number: m.Groups[2].Value)).Distinct().ToList();
        foreach (var (link, number) in links.Where((_, i) => i % Math.Max(1, links.Count / 15) == 0))
        {
            Assert.Equal(number, Found().Match(await site.ReadAsync(link)).Groups[1].Value);
        }
    }

    [Theory]
    [InlineData("/compare?states=XAR,Atlantis", "There is no State “Atlantis”.")]
    [InlineData("/compare?issues=detention,gardening", "There is no issue “gardening”.")]
    [InlineData("/compare?states=XAR,XUL,XSA,XBT,XHO,XJA", "6 were chosen; five at most")]
    [InlineData("/compare?states=XAR,XUL&issues=detention", "one or the other")]
    [InlineData("/compare?states=XAR,XUL&as=friend", "friend")]
    [InlineData("/compare?states=XAR,XUL&issue=Detentoin", "Detentoin")]
    public async Task What_cannot_be_compared_is_said(string address, string says) =>
        Assert.Contains(says, WebUtility.HtmlDecode(await site.ReadAsync(address, HttpStatusCode.BadRequest)), StringComparison.Ordinal);

    [Fact]
    public async Task What_was_typed_is_still_in_the_form_when_a_name_is_wrong()
    {
        var page = WebUtility.HtmlDecode(await site.ReadAsync("/compare?states=XAR&states=Atlantis&cycle=2", HttpStatusCode.BadRequest));
        Assert.Contains("value=\"Atlantis\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"XAR\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"2\" selected", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_alone_asks_for_another()
    {
        var page = await site.ReadAsync("/compare?states=XAR");
        Assert.Contains("One is not enough", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Arvenia\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_of_whom_nothing_was_found_are_shown_too() =>
        Assert.Contains("Nothing was found for any of them", await site.ReadAsync("/compare?states=XAR,XUL&q=zzzzzz"), StringComparison.Ordinal);

    [GeneratedRegex("<a href=\"(/recommendations[^\"]*)\">([0-9,]+)</a>")]
    private static partial Regex NumberLink();

    [GeneratedRegex("role=\"status\"><strong>([0-9,]+) ")]
    private static partial Regex Found();
}
