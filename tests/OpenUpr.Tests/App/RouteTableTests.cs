using System.Net;
using OpenUpr.App.Shared;
using OpenUpr.Tests.App.Accounts;

namespace OpenUpr.Tests.App;

public sealed class RouteTableTests(Site site) : IClassFixture<Site>
{
    /// <summary>Addresses that have a secret in them which nobody has before they ask for it: their samples lead nowhere.</summary>
    private static readonly HashSet<string> s_secret = ["/feeds/{token}.ics"];

    [Fact]
    public void The_routes_are_these_and_no_others() =>
        Assert.Equal(RouteRows.All, RouteTable.Read(site.App).Select(r => (r.Method, r.Path, r.Access)));

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
