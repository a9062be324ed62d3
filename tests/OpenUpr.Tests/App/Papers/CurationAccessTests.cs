using System.Net;
using OpenUpr.App.Shared;
using OpenUpr.Tests.App.Accounts;

namespace OpenUpr.Tests.App.Papers;

/// <summary>Who can reach the pages that write: only who sits at the machine, and only through their own forms.</summary>
public sealed class CurationAccessTests(CuratingSite curating) : IClassFixture<CuratingSite>
{
    private static readonly (string Method, string Path)[] s_expected =
    [
        ("GET", "/curate"),
        ("GET", "/curate/doubts"),
        ("POST", "/curate/doubts"),
        ("GET", "/curate/doubts/many"),
        ("POST", "/curate/doubts/many"),
        ("GET", "/curate/doubts/{id}"),
        ("POST", "/curate/doubts/{id}"),
        ("GET", "/curate/labels"),
        ("POST", "/curate/labels"),
        ("GET", "/curate/labels/{id}"),
        ("POST", "/curate/labels/{id}"),
        ("GET", "/curate/log"),
        ("POST", "/curate/log"),
        ("GET", "/curate/missing"),
        ("GET", "/curate/upload"),
        ("POST", "/curate/upload"),
        ("GET", "/curate/uploads/{batch}"),
        ("POST", "/curate/uploads/{batch}"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_routes_of_a_curator_are_these_and_no_others() =>
        Assert.Equal(s_expected, RouteTable.Read(curating.Site.App).Where(r => r.Access == "curator").Select(r => (r.Method, r.Path)));

    [Fact]
    public async Task Every_sample_can_be_asked_for_as_it_stands()
    {
        foreach (var route in RouteTable.Read(curating.Site.App).Where(r => r is { Access: "curator", Method: "GET" }))
        {
            Assert.Contains("<h1>", await curating.ReadAsync(route.Sample), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task To_others_than_curators_nothing_of_them_is_there()
    {
        using var editor = await Visitor.EnterAsync(curating.Site, "lucas");
        foreach (var route in RouteTable.Read(curating.Site.App).Where(r => r.Access == "curator"))
        {
            foreach (var (client, expected) in new[] { (curating.Site.Client, HttpStatusCode.SeeOther), (editor.Client, HttpStatusCode.NotFound) })
            {
                using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Sample);
                using var response = await client.SendAsync(request, Cancel);
                Assert.True(response.StatusCode == expected, $"{route.Method} {route.Sample} gave {response.StatusCode}");
            }
        }

        foreach (var page in new[] { "/", "/states/XAR", "/reviews/XAR/14" })
        {
            Assert.DoesNotContain("/curate", await curating.Site.ReadAsync(page), StringComparison.Ordinal);
            Assert.DoesNotContain("/curate", await editor.ReadAsync(page), StringComparison.Ordinal);
            Assert.Contains("/curate", await curating.ReadAsync(page), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", true, HttpStatusCode.OK)]
    [InlineData("http://127.0.0.1:0", false, HttpStatusCode.SeeOther)]
    [InlineData("http://0.0.0.0:0", true, HttpStatusCode.SeeOther)]
    public async Task Until_the_first_account_who_sits_at_the_machine_may_write_where_asked_for(string urls, bool curate, HttpStatusCode before)
    {
        await using var site = await Site.StartAsync(options => options with { Urls = urls, Curate = curate, Demo = false });
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{site.Client.BaseAddress!.Port}") };
        using var first = await client.GetAsync(new Uri("/curate", UriKind.Relative), Cancel);
        Assert.Equal(before, first.StatusCode);
        await TestAccounts.AddAsync(site.Store, "ada");
        using var second = await client.GetAsync(new Uri("/curate", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_the_reason_and_changes_nothing()
    {
        foreach (var route in RouteTable.Read(curating.Site.App).Where(r => r is { Access: "curator", Method: "POST" }))
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("act", "found"), KeyValuePair.Create("id", "1")]);
            using var response = await curating.Curator.PostAsync(new Uri(route.Sample, UriKind.Relative), form, Cancel);
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{route.Sample} gave {response.StatusCode}");
            Assert.Contains("Open the page again", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_token_of_one_browser_is_worth_nothing_in_another()
    {
        using var other = await Visitor.EnterAsync(curating.Site, "amara");
        var page = await other.ReadAsync("/curate/upload");
        var (status, _, _) = await curating.PostAsync("/curate/upload", "/curate/log", ("id", "999"));
        Assert.Equal(HttpStatusCode.NotFound, status);
        var token = page.Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("id", "999"), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var response = await curating.Curator.PostAsync(new Uri("/curate/log", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Pages_that_only_show_take_no_form_and_no_page_takes_another_method()
    {
        foreach (var (method, address) in new[] { ("POST", "/curate"), ("POST", "/curate/missing"), ("POST", "/"), ("PUT", "/curate/upload"), ("DELETE", "/curate/doubts") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var response = await curating.Curator.SendAsync(request, Cancel);
            Assert.True(response.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {address} gave {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/curate/doubts?page=2147483647")]
    [InlineData("/curate/doubts?kind=%00&state=%00")]
    [InlineData("/curate/doubts/next?kind=%00")]
    public async Task Filters_that_nobody_types_find_nothing_and_break_nothing(string address) => await curating.ReadAsync(address);

    [Fact]
    public async Task A_part_beyond_any_paper_is_not_found() => await curating.ReadAsync("/documents/1?page=2147483647", HttpStatusCode.NotFound);

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/curate") { Headers = { Host = "evil.example" } };
        using var response = await curating.Curator.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task More_than_a_request_may_hold_is_refused_before_it_is_sent() =>
        Assert.StartsWith("HTTP/1.1 413", await curating.Site.SendRawAsync("POST /curate/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5368709120\r\n\r\n"), StringComparison.Ordinal);
}
