using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OpenUpr.App.Shared;

namespace OpenUpr.Tests.App;

public sealed class SafetyTests(Site site) : IClassFixture<Site>
{
    /// <summary>Addresses that people read; the others are for programs.</summary>
    private IEnumerable<string> Pages => RouteTable.Read(site.App).Where(r => r is { Method: "GET", Access: "public" }).Select(r => r.Sample)
        .Where(s => !s.Contains('.', StringComparison.Ordinal) && !s.StartsWith("/api/", StringComparison.Ordinal) && s is not ("/health" or "/metrics"));

    [Fact]
    public async Task Every_answer_carries_the_safety_headers()
    {
        foreach (var address in RouteTable.Read(site.App).Select(r => r.Sample).Distinct().Append("/no-such-page").Append("/recommendations?page=0"))
        {
            using var response = await site.GetAsync(address);
            var headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            Assert.Contains("default-src 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            Assert.Contains("geolocation=()", headers["Permissions-Policy"], StringComparison.Ordinal);
            Assert.False(headers.ContainsKey("Server"), address);
            Assert.True(!headers.ContainsKey("Set-Cookie") || address.StartsWith("/sign-", StringComparison.Ordinal) || address.StartsWith("/join", StringComparison.Ordinal), address);
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.0.2.7")]
    public async Task On_loopback_another_host_name_is_refused_with_the_reason(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("localhost", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:8080")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:5080")]
    public async Task On_loopback_its_own_names_are_answered_on_any_port(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_page_loads_nothing_from_elsewhere_and_holds_no_inline_code()
    {
        foreach (var address in Pages)
        {
            var page = await site.ReadAsync(address);
            Assert.DoesNotContain("src=\"http", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" onclick=", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Every_page_of_the_demonstration_says_that_it_is_fictional()
    {
        foreach (var address in Pages)
        {
            Assert.Contains("Fictional demonstration data", await site.ReadAsync(address), StringComparison.Ordinal);
        }

        Assert.Contains("Fictional demonstration data", await site.ReadAsync("/no-such-page", HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_its_errors_as_problem_details()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/recommendations/999999") { Headers = { { "Accept", "application/json" } } };
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Contains("999999", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_the_site_are_kept_by_their_hash()
    {
        using var first = await site.GetAsync(Assets.Address("site.css"));
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/site.css") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var missing = await site.GetAsync("/assets/..%2fopenupr.dll");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
