using System.Net;
using OpenUpr.App.Shared;

namespace OpenUpr.Tests.App;

public sealed class RouteTableTests(Site site) : IClassFixture<Site>
{
    /// <summary>Every route and who may use it. A new route needs a line here, so that nobody opens one by mistake.</summary>
    private static readonly (string Method, string Path, string Access)[] s_expected =
    [
        ("GET", "/", "public"),
        ("GET", "/api", "public"),
        ("GET", "/api/v1/classify", "public"),
        ("GET", "/api/v1/cycles", "public"),
        ("GET", "/api/v1/documents", "public"),
        ("GET", "/api/v1/dump", "public"),
        ("GET", "/api/v1/expected", "public"),
        ("GET", "/api/v1/facets", "public"),
        ("GET", "/api/v1/instruments", "public"),
        ("GET", "/api/v1/issues", "public"),
        ("GET", "/api/v1/openapi.json", "public"),
        ("GET", "/api/v1/passages", "public"),
        ("GET", "/api/v1/persons", "public"),
        ("GET", "/api/v1/recommendations", "public"),
        ("GET", "/api/v1/recommendations/{id}", "public"),
        ("GET", "/api/v1/sdgs", "public"),
        ("GET", "/api/v1/sessions", "public"),
        ("GET", "/api/v1/sessions/{number}", "public"),
        ("GET", "/api/v1/similar", "public"),
        ("GET", "/api/v1/smart", "public"),
        ("GET", "/api/v1/states", "public"),
        ("GET", "/api/v1/states/{iso3}", "public"),
        ("GET", "/api/v1/statistics", "public"),
        ("GET", "/api/v1/themes", "public"),
        ("GET", "/assets/{name}", "public"),
        ("GET", "/calendar", "public"),
        ("GET", "/calendar.ics", "public"),
        ("GET", "/compare", "public"),
        ("GET", "/cycles", "public"),
        ("GET", "/cycles/{number}", "public"),
        ("GET", "/data", "public"),
        ("GET", "/data/{table}.csv", "public"),
        ("GET", "/documents", "public"),
        ("GET", "/documents/{id:long:min(1)}", "public"),
        ("GET", "/glossary", "public"),
        ("GET", "/groups", "public"),
        ("GET", "/groups/{code}", "public"),
        ("GET", "/health", "public"),
        ("GET", "/help", "public"),
        ("GET", "/instruments", "public"),
        ("GET", "/instruments/{slug}", "public"),
        ("GET", "/issues", "public"),
        ("GET", "/issues/{slug}", "public"),
        ("GET", "/metrics", "operator"),
        ("GET", "/organisations/{code}", "public"),
        ("GET", "/recommendations", "public"),
        ("GET", "/recommendations.atom", "public"),
        ("GET", "/recommendations.csv", "public"),
        ("GET", "/recommendations.jsonl", "public"),
        ("GET", "/recommendations.xlsx", "public"),
        ("GET", "/recommendations/{id:long:min(1)}", "public"),
        ("GET", "/reviews/{iso3}/{session}", "public"),
        ("GET", "/sessions", "public"),
        ("GET", "/sessions/{number}", "public"),
        ("GET", "/states", "public"),
        ("GET", "/states/{iso3}", "public"),
        ("GET", "/states/{iso3}/made", "public"),
        ("GET", "/statistics", "public"),
        ("GET", "/statistics.csv", "public"),
        ("GET", "/statistics.jsonl", "public"),
        ("GET", "/statistics.svg", "public"),
        ("GET", "/statistics.xlsx", "public"),
        ("GET", "/wording", "public"),
        ("POST", "/wording", "public"),
    ];

    [Fact]
    public void The_routes_are_these_and_no_others() =>
        Assert.Equal(s_expected, RouteTable.Read(site.App).Select(r => (r.Method, r.Path, r.Access)));

    [Fact]
    public async Task Every_sample_can_be_asked_for_as_it_stands()
    {
        foreach (var route in RouteTable.Read(site.App))
        {
            using var response = await site.GetAsync(route.Sample);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{route.Sample} gave {response.StatusCode}");
        }
    }

    [Fact]
    public async Task No_route_takes_a_method_that_the_table_does_not_name()
    {
        var all = RouteTable.Read(site.App);
        foreach (var route in all.Where(r => r.Method == "GET"))
        {
            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete }.Where(m => !all.Any(r => r.Path == route.Path && r.Method == m.Method)))
            {
                using var request = new HttpRequestMessage(method, route.Sample);
                using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {route.Sample} gave {response.StatusCode}");
            }

            using var head = new HttpRequestMessage(HttpMethod.Head, route.Sample);
            using var answer = await site.Client.SendAsync(head, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"HEAD {route.Sample} gave {answer.StatusCode}");
        }
    }
}
