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
        ("GET", "/coalitions", "signed-in"),
        ("GET", "/coalitions/new", "signed-in"),
        ("POST", "/coalitions/new", "signed-in"),
        ("GET", "/coalitions/{coalition}", "invited"),
        ("GET", "/coalitions/{coalition}/about", "observer"),
        ("GET", "/coalitions/{coalition}/absent", "observer"),
        ("POST", "/coalitions/{coalition}/absent", "editor"),
        ("GET", "/coalitions/{coalition}/audit", "secretariat"),
        ("GET", "/coalitions/{coalition}/audit.csv", "secretariat"),
        ("GET", "/coalitions/{coalition}/audit.jsonl", "secretariat"),
        ("GET", "/coalitions/{coalition}/calendar", "observer"),
        ("GET", "/coalitions/{coalition}/calendar/feed", "observer"),
        ("POST", "/coalitions/{coalition}/calendar/feed", "observer"),
        ("GET", "/coalitions/{coalition}/calendar/treaty", "observer"),
        ("POST", "/coalitions/{coalition}/calendar/treaty", "secretariat"),
        ("GET", "/coalitions/{coalition}/calendar/zone", "observer"),
        ("POST", "/coalitions/{coalition}/calendar/zone", "observer"),
        ("GET", "/coalitions/{coalition}/clusters", "observer"),
        ("GET", "/coalitions/{coalition}/clusters/new", "editor"),
        ("POST", "/coalitions/{coalition}/clusters/new", "editor"),
        ("GET", "/coalitions/{coalition}/clusters/{id:long:min(1)}", "observer"),
        ("POST", "/coalitions/{coalition}/clusters/{id:long:min(1)}", "observer"),
        ("GET", "/coalitions/{coalition}/clusters/{id:long:min(1)}/edit", "contributor"),
        ("POST", "/coalitions/{coalition}/clusters/{id:long:min(1)}/edit", "contributor"),
        ("GET", "/coalitions/{coalition}/evidence", "observer"),
        ("GET", "/coalitions/{coalition}/evidence/boxes", "editor"),
        ("POST", "/coalitions/{coalition}/evidence/boxes", "editor"),
        ("GET", "/coalitions/{coalition}/evidence/inbox", "editor"),
        ("GET", "/coalitions/{coalition}/evidence/new", "contributor"),
        ("POST", "/coalitions/{coalition}/evidence/new", "contributor"),
        ("GET", "/coalitions/{coalition}/evidence/{id:long:min(1)}", "observer"),
        ("POST", "/coalitions/{coalition}/evidence/{id:long:min(1)}", "contributor"),
        ("GET", "/coalitions/{coalition}/evidence/{id:long:min(1)}/custody", "observer"),
        ("GET", "/coalitions/{coalition}/evidence/{id:long:min(1)}/delete", "contributor"),
        ("POST", "/coalitions/{coalition}/evidence/{id:long:min(1)}/delete", "contributor"),
        ("GET", "/coalitions/{coalition}/evidence/{id:long:min(1)}/edit", "contributor"),
        ("POST", "/coalitions/{coalition}/evidence/{id:long:min(1)}/edit", "contributor"),
        ("GET", "/coalitions/{coalition}/evidence/{id:long:min(1)}/files", "contributor"),
        ("POST", "/coalitions/{coalition}/evidence/{id:long:min(1)}/files", "contributor"),
        ("GET", "/coalitions/{coalition}/evidence/{id:long:min(1)}/files/{file:long:min(1)}", "observer"),
        ("GET", "/coalitions/{coalition}/evidence/{id:long:min(1)}/files/{file:long:min(1)}/original", "editor"),
        ("POST", "/coalitions/{coalition}/evidence/{id:long:min(1)}/files/{file:long:min(1)}/original", "editor"),
        ("GET", "/coalitions/{coalition}/evidence/{id:long:min(1)}/safety", "contributor"),
        ("POST", "/coalitions/{coalition}/evidence/{id:long:min(1)}/safety", "contributor"),
        ("GET", "/coalitions/{coalition}/funding", "observer"),
        ("POST", "/coalitions/{coalition}/funding", "editor"),
        ("GET", "/coalitions/{coalition}/hand-over", "secretariat"),
        ("POST", "/coalitions/{coalition}/hand-over", "secretariat"),
        ("GET", "/coalitions/{coalition}/meetings", "observer"),
        ("GET", "/coalitions/{coalition}/meetings/new", "contributor"),
        ("POST", "/coalitions/{coalition}/meetings/new", "contributor"),
        ("GET", "/coalitions/{coalition}/meetings/{id:long:min(1)}", "guest"),
        ("POST", "/coalitions/{coalition}/meetings/{id:long:min(1)}", "observer"),
        ("GET", "/coalitions/{coalition}/meetings/{id:long:min(1)}/edit", "contributor"),
        ("POST", "/coalitions/{coalition}/meetings/{id:long:min(1)}/edit", "contributor"),
        ("GET", "/coalitions/{coalition}/now", "observer"),
        ("GET", "/coalitions/{coalition}/organisations", "observer"),
        ("GET", "/coalitions/{coalition}/organisations/new", "editor"),
        ("POST", "/coalitions/{coalition}/organisations/new", "editor"),
        ("GET", "/coalitions/{coalition}/organisations/{id:long:min(1)}", "observer"),
        ("POST", "/coalitions/{coalition}/organisations/{id:long:min(1)}", "editor"),
        ("GET", "/coalitions/{coalition}/organisations/{id:long:min(1)}/edit", "editor"),
        ("POST", "/coalitions/{coalition}/organisations/{id:long:min(1)}/edit", "editor"),
        ("GET", "/coalitions/{coalition}/organisations/{id:long:min(1)}/logo", "observer"),
        ("GET", "/coalitions/{coalition}/people", "observer"),
        ("POST", "/coalitions/{coalition}/people", "secretariat"),
        ("GET", "/coalitions/{coalition}/people/{id:long:min(1)}", "observer"),
        ("POST", "/coalitions/{coalition}/people/{id:long:min(1)}", "observer"),
        ("GET", "/coalitions/{coalition}/people/{id:long:min(1)}/traces", "secretariat"),
        ("POST", "/coalitions/{coalition}/people/{id:long:min(1)}/traces", "secretariat"),
        ("GET", "/coalitions/{coalition}/plan", "observer"),
        ("GET", "/coalitions/{coalition}/plan/dates", "observer"),
        ("POST", "/coalitions/{coalition}/plan/dates", "secretariat"),
        ("GET", "/coalitions/{coalition}/plan/new", "secretariat"),
        ("POST", "/coalitions/{coalition}/plan/new", "secretariat"),
        ("GET", "/coalitions/{coalition}/plan/quiet", "observer"),
        ("POST", "/coalitions/{coalition}/plan/quiet", "editor"),
        ("GET", "/coalitions/{coalition}/plan/tasks/new", "contributor"),
        ("POST", "/coalitions/{coalition}/plan/tasks/new", "contributor"),
        ("GET", "/coalitions/{coalition}/plan/tasks/{id:long:min(1)}", "observer"),
        ("POST", "/coalitions/{coalition}/plan/tasks/{id:long:min(1)}", "contributor"),
        ("GET", "/coalitions/{coalition}/plan/tasks/{id:long:min(1)}/edit", "contributor"),
        ("POST", "/coalitions/{coalition}/plan/tasks/{id:long:min(1)}/edit", "contributor"),
        ("GET", "/coalitions/{coalition}/reprisals", "observer"),
        ("POST", "/coalitions/{coalition}/reprisals", "observer"),
        ("GET", "/coalitions/{coalition}/reprisals/{id:long:min(1)}", "observer"),
        ("POST", "/coalitions/{coalition}/reprisals/{id:long:min(1)}", "observer"),
        ("GET", "/coalitions/{coalition}/search", "observer"),
        ("GET", "/coalitions/{coalition}/secretariat", "observer"),
        ("POST", "/coalitions/{coalition}/secretariat", "secretariat"),
        ("GET", "/coalitions/{coalition}/settings", "secretariat"),
        ("POST", "/coalitions/{coalition}/settings", "secretariat"),
        ("GET", "/coalitions/{coalition}/terms", "invited"),
        ("POST", "/coalitions/{coalition}/terms", "invited"),
        ("GET", "/coalitions/{coalition}/terms/new", "editor"),
        ("POST", "/coalitions/{coalition}/terms/new", "editor"),
        ("GET", "/coalitions/{coalition}/trainings", "observer"),
        ("POST", "/coalitions/{coalition}/trainings", "editor"),
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
        ("GET", "/feeds/{token}.ics", "public"),
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
        ("GET", "/send", "public"),
        ("POST", "/send", "public"),
        ("GET", "/send/{token}", "public"),
        ("POST", "/send/{token}", "public"),
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

    /// <summary>Addresses that have a secret in them which nobody has before they ask for it: their samples lead nowhere.</summary>
    private static readonly HashSet<string> s_secret = ["/feeds/{token}.ics"];

    [Fact]
    public void The_routes_are_these_and_no_others() =>
        Assert.Equal(s_expected, RouteTable.Read(site.App).Select(r => (r.Method, r.Path, r.Access)));

    [Fact]
    public async Task Every_public_sample_can_be_asked_for_as_it_stands()
    {
        foreach (var route in Reading().Where(r => IsPublic(r) && !s_secret.Contains(r.Path)))
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
            Assert.True(answer.StatusCode == (s_secret.Contains(route.Path) ? HttpStatusCode.NotFound : IsPublic(route) ? HttpStatusCode.OK : HttpStatusCode.SeeOther), $"HEAD {route.Sample} gave {answer.StatusCode}");
        }
    }

    private IEnumerable<RouteRow> Reading() => RouteTable.Read(site.App).Where(r => r.Method == "GET");

    /// <summary>The metrics are open to the machine itself, which asks here.</summary>
    private static bool IsPublic(RouteRow route) => route.Access == "public" || route.Path == "/metrics";
}
