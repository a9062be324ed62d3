using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenUpr.Tests.App;

/// <summary>A reader who follows every link: a few of each kind of page, from the first page on.</summary>
public sealed partial class CrawlTests
{
    private const int PagesOfAKind = 2;
    private const int NumbersOfAKind = 6;

    [Fact]
    public async Task Every_link_leads_somewhere_and_every_number_to_as_many_rows()
    {
        await using var site = await Site.StartAsync(options => options with { ApiRate = 0 });
        var (kinds, numbers) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        var (seen, next) = (new HashSet<string> { "/" }, new Queue<string>(["/"]));
        var compared = 0;
        while (next.TryDequeue(out var address))
        {
            using var response = await site.GetAsync(address);
            Assert.True((int)response.StatusCode < 400, $"{address} is answered with {response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            // A number that leads to a place of the search page counts sessions or States, not rows.
            foreach (var (link, number) in PlainCount.Links(page).Where(n => !n.Address.Contains('#', StringComparison.Ordinal) && !address.Contains("unit=", StringComparison.Ordinal) && IsEarly(numbers, KindOf(address), NumbersOfAKind)))
            {
                var found = JsonDocument.Parse(await site.ReadAsync(Counted(link))).RootElement;
                Assert.True(found.GetProperty("total").GetInt32() == number, $"{address} says {number} for {link}");
                compared++;
            }

            foreach (var link in Links(page).Where(l => IsEarly(kinds, KindOf(l), PagesOfAKind) && seen.Add(l)))
            {
                next.Enqueue(link);
            }
        }

        Assert.True(compared > 100, $"{compared} numbers were compared");
        Assert.True(seen.Count > 100, $"{seen.Count} pages were read");
    }

    private static bool IsEarly(Dictionary<string, int> counts, string kind, int most) => (counts[kind] = counts.GetValueOrDefault(kind) + 1) <= most;

    private static IEnumerable<string> Links(string page) => Address().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0]).Distinct();

    /// <summary>Where the API counts what a search finds; how its rows are shown is nothing to it.</summary>
    private static string Counted(string search)
    {
        var fields = search.Split('?').ElementAtOrDefault(1)?.Split('&').Where(f => f.Split('=')[0] is not ("sort" or "size")) ?? [];
        return "/api/v1/facets?" + string.Join('&', fields);
    }

    /// <summary>The address without what differs between pages of one kind: its second part, and the values of its parameters.</summary>
    private static string KindOf(string address)
    {
        var parts = address.Split('?', 2);
        var path = string.Join('/', parts[0].Split('/').Select((part, i) => i < 2 || part == "made" ? part : "_"));
        return parts.Length == 1 ? path : path + string.Create(CultureInfo.InvariantCulture, $"?{parts[1].Split('&').FirstOrDefault(p => p.StartsWith("by=", StringComparison.Ordinal))}{parts[1].Split('&').Length}");
    }

    [GeneratedRegex("<a\\b[^>]* href=\"(/[^\"]*)\"")]
    private static partial Regex Address();
}
