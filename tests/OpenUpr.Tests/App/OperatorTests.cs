using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenUpr.App;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.App;

public sealed partial class OperatorTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Health_says_that_the_database_answers_and_what_the_index_holds(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider, World.Demo);
        await using var app = await AppBuilder.BuildAsync(new ServeOptions(test.Store.Location, "http://127.0.0.1:0", Demo: true, Curate: false), Cancel);
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var response = await client.GetAsync(new Uri("/health", UriKind.Relative), Cancel);
        var health = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal(provider == Provider.Sqlite ? "sqlite" : "postgresql", health.GetProperty("database").GetString());
        Assert.True(health.GetProperty("rows").GetInt32() > 500);
        Assert.True(health.GetProperty("generation").GetInt64() > 0);
    }

    [Fact]
    public async Task Health_says_in_words_that_the_database_is_gone_and_no_secret()
    {
        await using var test = await TestStores.CreateAsync(Provider.Postgres, World.Demo);
        await using var app = await AppBuilder.BuildAsync(new ServeOptions(test.Store.Location, "http://127.0.0.1:0", Demo: true, Curate: false), Cancel);
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var (server, name) = (Environment.GetEnvironmentVariable("OPENUPR_TEST_POSTGRES")!, new Uri(test.DatabaseAddress!).AbsolutePath.Trim('/'));
        await TestStores.ExecuteAsync(server, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await TestStores.ExecuteAsync(server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        try
        {
            using var response = await client.GetAsync(new Uri("/health", UriKind.Relative), Cancel);
            var body = await response.Content.ReadAsStringAsync(Cancel);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("cannot be reached", JsonDocument.Parse(body).RootElement.GetProperty("reason").GetString()!, StringComparison.Ordinal);
            Assert.DoesNotContain(name, body, StringComparison.Ordinal);

            // What needs the database says so; what is answered from memory is answered.
            using var absent = await client.GetAsync(new Uri("/recommendations", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, absent.StatusCode);
            Assert.Contains("The database cannot be reached at the moment", await absent.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            using var problem = await client.GetAsync(new Uri("/api/v1/recommendations", UriKind.Relative), Cancel);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (problem.StatusCode, problem.Content.Headers.ContentType?.MediaType));
            using var counted = await client.GetAsync(new Uri("/statistics?by=issue", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, counted.StatusCode);
        }
        finally
        {
            await TestStores.ExecuteAsync(server, $"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        }
    }

    [Fact]
    public async Task Metrics_are_lines_of_Prometheus_text_and_count_by_route()
    {
        _ = await site.ReadAsync("/states/XAR?secretword=1");
        _ = await site.ReadAsync("/no-such-page", HttpStatusCode.NotFound);
        _ = await site.ReadAsync("/api/v1/states/ZZZ", HttpStatusCode.NotFound);
        using var response = await site.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var text = await response.Content.ReadAsStringAsync(Cancel);
        var described = new HashSet<string>();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                Assert.True(described.Add(line.Split(' ')[2]), line);
            }
            else if (!line.StartsWith('#'))
            {
                var match = Sample().Match(line);
                Assert.True(match.Success, line);
                Assert.Contains(described, d => match.Groups[1].Value == d || match.Groups[1].Value.StartsWith(d + "_", StringComparison.Ordinal));
                Assert.True(double.TryParse(match.Groups[2].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _), line);
            }
        }

        Assert.Contains("openupr_http_requests_total{route=\"/states/{iso3}\",status=\"200\"} ", text, StringComparison.Ordinal);
        Assert.Contains("openupr_http_requests_total{route=\"/api/v1/states/{iso3}\",status=\"404\"} ", text, StringComparison.Ordinal);
        Assert.Contains("openupr_http_requests_total{route=\"none\",status=\"404\"} ", text, StringComparison.Ordinal);
        Assert.Contains("openupr_http_request_duration_seconds_bucket{route=\"/states/{iso3}\",le=\"+Inf\"} ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secretword", text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("XAR", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("CF-Connecting-IP", "203.0.113.9")]
    public async Task What_came_through_a_proxy_does_not_read_the_metrics_unless_they_are_open(string header, string value)
    {
        using var closed = await AskThroughAsync(site, header, value);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        await using var open = await Site.StartAsync(options => options with { MetricsOpen = true });
        using var answer = await AskThroughAsync(open, header, value);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskThroughAsync(Site site, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { header, value } } };
        return await site.Client.SendAsync(request, Cancel);
    }

    [GeneratedRegex("^([a-z_]+)(?:\\{[a-z]+=\"[^\"]*\"(?:,[a-z]+=\"[^\"]*\")*\\})? (\\S+)$")]
    private static partial Regex Sample();
}
