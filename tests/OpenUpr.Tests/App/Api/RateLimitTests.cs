using System.Net;
using Microsoft.AspNetCore.Http;
using OpenUpr.App;
using OpenUpr.App.Security;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App.Api;

public sealed class RateLimitTests
{
    private const string Address = "/api/v1/cycles";

    [Fact]
    public async Task Whoever_asks_too_often_is_told_when_to_ask_again()
    {
        await using var site = await Site.StartAsync(options => options with { ApiRate = 3, AnyOrigin = true });
        var refused = false;
        var remaining = new List<string>();

        // A window may end while the test runs; in eight requests of a window of three one is refused whatever happens.
        for (var i = 0; i < 8; i++)
        {
            using var response = await site.GetAsync(Address);
            Assert.Equal("3", Header(response, "RateLimit-Limit"));
            Assert.InRange(int.Parse(Header(response, "RateLimit-Reset")!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
            remaining.Add(Header(response, "RateLimit-Remaining")!);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refused = true;
                Assert.Equal(Header(response, "RateLimit-Reset"), Header(response, "Retry-After"));
                Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
                Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
                Assert.Contains("\"status\":429", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
            else
            {
                Assert.Null(Header(response, "Retry-After"));
            }
        }

        Assert.True(refused);
        Assert.Equal(["2", "1", "0"], remaining.Take(3));
        Assert.NotEmpty(await site.ReadAsync("/"));
        Assert.NotEmpty(await site.ReadAsync("/api"));
    }

    [Fact]
    public async Task With_a_rate_of_0_nothing_is_counted()
    {
        await using var site = await Site.StartAsync(options => options with { ApiRate = 0 });
        for (var i = 0; i < 12; i++)
        {
            using var response = await site.GetAsync("/api/v1/dump");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Null(Header(response, "RateLimit-Limit"));
        }
    }

    [Fact]
    public async Task The_whole_database_has_a_limit_of_its_own_that_asking_for_news_does_not_use_up()
    {
        await using var site = await Site.StartAsync(options => options);
        using var first = await site.GetAsync("/api/v1/dump");
        Assert.Equal(("10", "9"), (Header(first, "RateLimit-Limit"), Header(first, "RateLimit-Remaining")));
        for (var i = 0; i < 12; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/dump") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var known = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        }

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
        {
            using var response = await site.GetAsync("/api/v1/dump");
            statuses.Add(response.StatusCode);
        }

        Assert.All(statuses.Take(8), s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task Each_address_is_counted_by_itself_and_a_new_window_begins_anew()
    {
        var time = new ManualTime();
        using var limits = new RateLimits(new ServeOptions(new StoreLocation("", null), "", Demo: true, Curate: false, ApiRate: 2), time);
        foreach (var address in new[] { "192.0.2.1", "192.0.2.2", "::1", "2001:db8::1", "2001:db8:0:1::1" })
        {
            Assert.Equal([true, true, false], await TakeAsync(limits, address, 3));
        }

        // One network of a customer is one reader; an IPv4 address is the same however it is written.
        Assert.Equal([false], await TakeAsync(limits, "2001:db8::ffff:1", 1));
        Assert.Equal([false], await TakeAsync(limits, "::ffff:192.0.2.1", 1));
        Assert.Equal(7, limits.Refused);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal([false], await TakeAsync(limits, "192.0.2.1", 1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([true, true, false], await TakeAsync(limits, "192.0.2.1", 3));
    }

    private static async Task<IReadOnlyList<bool>> TakeAsync(RateLimits limits, string address, int times)
    {
        var taken = new List<bool>();
        for (var i = 0; i < times; i++)
        {
            taken.Add(await limits.TryTakeAsync(RateRule.Api, new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } }));
        }

        return taken;
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    /// <summary>A clock that stands until it is moved; timers never fire by themselves.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public void Advance(TimeSpan by) => _now += by;

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Still();

        private sealed class Still : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
