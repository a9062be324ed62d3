using System.Net;
using OpenUpr.App.Shared;
using OpenUpr.Tests.App.Accounts;

namespace OpenUpr.Tests.App;

public sealed class RouteTableTests(Site site) : IClassFixture<Site>
{
    /// <summary>Every route and who may use it. A new route needs a line here, so that nobody opens one by mistake.</summary>
    private static readonly (string Method, string Path, string Access)[] s_expected =
    [
        ("GET", "/", "public"),
        ("GET", "/account", "signed-in"),
        ("POST", "/account", "signed-in"),
        ("GET", "/account/code", "signed-in"),
        ("POST", "/account/code", "signed-in"),
        ("GET", "/account/data", "signed-in"),
        ("GET", "/account/delete", "signed-in"),
        ("POST", "/account/delete", "signed-in"),
        ("GET", "/account/device", "signed-in"),
        ("POST", "/account/device", "signed-in"),
        ("POST", "/account/passkeys/options", "signed-in"),
        ("GET", "/account/password", "signed-in"),
        ("POST", "/account/password", "signed-in"),
        ("GET", "/account/prove", "signed-in"),
        ("POST", "/account/prove", "signed-in"),
        ("GET", "/account/recovery", "signed-in"),
        ("POST", "/account/recovery", "signed-in"),
        ("GET", "/api", "public"),
        ("GET", "/api/v1/classify", "public"),
        ("GET", "/api/v1/cycles", "public"),
        ("GET", "/api/v1/documents", "public"),
        ("GET", "/api/v1/dump", "public"),
        ("GET", "/api/v1/expected", "public"),
        ("GET", "/api/v1/facets", "public"),
        ("GET", "/api/v1/issues", "public"),
        ("GET", "/api/v1/openapi.json", "public"),
        ("GET", "/api/v1/passages", "public"),
        ("GET", "/api/v1/recommendations", "public"),
        ("GET", "/api/v1/recommendations/{id}", "public"),
        ("GET", "/api/v1/sdgs", "public"),
        ("GET", "/api/v1/sessions", "public"),
        ("GET", "/api/v1/sessions/{number}", "public"),
        ("GET", "/api/v1/similar", "public"),
        ("GET", "/api/v1/states", "public"),
        ("GET", "/api/v1/states/{iso3}", "public"),
        ("GET", "/api/v1/statistics", "public"),
        ("GET", "/assets/{name}", "public"),
        ("GET", "/calendar", "public"),
        ("GET", "/calendar.ics", "public"),
        ("GET", "/coalitions/{coalition}/audit", "secretariat"),
        ("GET", "/coalitions/{coalition}/audit.csv", "secretariat"),
        ("GET", "/coalitions/{coalition}/audit.jsonl", "secretariat"),
        ("GET", "/compare", "public"),
        ("GET", "/curate", "curator"),
        ("GET", "/curate/doubts", "curator"),
        ("POST", "/curate/doubts", "curator"),
        ("GET", "/curate/doubts/many", "curator"),
        ("POST", "/curate/doubts/many", "curator"),
        ("GET", "/curate/doubts/{id}", "curator"),
        ("POST", "/curate/doubts/{id}", "curator"),
        ("GET", "/curate/labels", "curator"),
        ("POST", "/curate/labels", "curator"),
        ("GET", "/curate/labels/{id}", "curator"),
        ("POST", "/curate/labels/{id}", "curator"),
        ("GET", "/curate/log", "curator"),
        ("POST", "/curate/log", "curator"),
        ("GET", "/curate/missing", "curator"),
        ("GET", "/curate/upload", "curator"),
        ("POST", "/curate/upload", "curator"),
        ("GET", "/curate/uploads/{batch}", "curator"),
        ("POST", "/curate/uploads/{batch}", "curator"),
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
        ("GET", "/join", "public"),
        ("POST", "/join", "public"),
        ("GET", "/join/{token}", "public"),
        ("POST", "/join/{token}", "public"),
        ("POST", "/join/{token}/passkey", "public"),
        ("GET", "/metrics", "operator"),
        ("GET", "/operator/backups", "operator"),
        ("GET", "/operator/people", "operator"),
        ("POST", "/operator/people", "operator"),
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
        ("GET", "/sign-in", "public"),
        ("POST", "/sign-in", "public"),
        ("POST", "/sign-in/demo", "public"),
        ("POST", "/sign-in/passkey", "public"),
        ("POST", "/sign-in/passkey/options", "public"),
        ("POST", "/sign-out", "public"),
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
    public async Task Every_public_sample_can_be_asked_for_as_it_stands()
    {
        foreach (var route in Reading().Where(IsPublic))
        {
            using var response = await site.GetAsync(route.Sample);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{route.Sample} gave {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_private_sample_leads_a_stranger_to_the_door_and_its_people_in()
    {
        using var person = await Visitor.EnterAsync(site, "amara");
        foreach (var route in Reading().Where(r => !IsPublic(r)))
        {
            using var stranger = await site.GetAsync(route.Sample);
            Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?return=" + Uri.EscapeDataString(route.Sample)), (stranger.StatusCode, stranger.Headers.Location?.ToString()));
            using var response = await person.GetAsync(route.Sample);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{route.Sample} gave {response.StatusCode}");
            Assert.True(response.Headers.CacheControl!.NoStore, route.Sample);
        }
    }

    [Fact]
    public async Task No_route_takes_a_method_that_the_table_does_not_name()
    {
        var all = RouteTable.Read(site.App);
        foreach (var route in Reading())
        {
            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete }.Where(m => !all.Any(r => r.Path == route.Path && r.Method == m.Method)))
            {
                using var request = new HttpRequestMessage(method, route.Sample);
                using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode == (IsPublic(route) ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.SeeOther), $"{method} {route.Sample} gave {response.StatusCode}");
            }

            using var head = new HttpRequestMessage(HttpMethod.Head, route.Sample);
            using var answer = await site.Client.SendAsync(head, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == (IsPublic(route) ? HttpStatusCode.OK : HttpStatusCode.SeeOther), $"HEAD {route.Sample} gave {answer.StatusCode}");
        }
    }

    private IEnumerable<RouteRow> Reading() => RouteTable.Read(site.App).Where(r => r.Method == "GET");

    /// <summary>The metrics are open to the machine itself, which asks here.</summary>
    private static bool IsPublic(RouteRow route) => route.Access == "public" || route.Path == "/metrics";
}
