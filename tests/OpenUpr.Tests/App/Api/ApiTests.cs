using System.IO.Compression;
using System.Net;
using System.Text.Json;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.App.Api;

public sealed class ApiTests(Site site) : IClassFixture<Site>
{
    private const string Search = "/api/v1/recommendations";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("q=rights&sort=relevance", 7)]
    [InlineData("kind=all&sort=issue", 60)]
    [InlineData("sort=rs", 100)]
    [InlineData("response=noted", 1000)]
    public async Task Following_next_gives_every_row_of_the_search_once(string query, int limit)
    {
        var expected = (await site.ReadAsync($"/recommendations.jsonl?{query}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetInt64()).ToList();
        var read = new List<long>();
        for (string? next = $"{Search}?{query}&limit={limit}"; next is not null;)
        {
            using var response = await site.GetAsync(next);
            var page = await JsonAsync(response);
            Assert.Equal(expected.Count, page.GetProperty("total").GetInt32());
            Assert.Equal("pairs", page.GetProperty("unit").GetString());
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt64()));
            next = page.GetProperty("next").GetString();
            Assert.Equal(next is null ? null : $"<{next}>; rel=\"next\"", response.Headers.TryGetValues("Link", out var links) ? links.Single() : null);
        }

        Assert.Equal(expected, read);
    }

    [Fact]
    public async Task Rows_are_those_of_the_command_lines_contract()
    {
        var items = (await JsonAsync($"{Search}?sur={FirstState}&limit=5")).GetProperty("items").EnumerateArray().Select(i => i.GetRawText());
        var lines = (await site.ReadAsync($"/recommendations.jsonl?sur={FirstState}")).Split('\n').Take(5);
        Assert.Equal(lines, items);
    }

    [Fact]
    public async Task A_cursor_of_another_search_or_a_changed_one_is_refused_politely()
    {
        var next = (await JsonAsync($"{Search}?q=rights&limit=2")).GetProperty("next").GetString()!;
        var cursor = next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..];
        foreach (var address in new[] { $"{Search}?q=torture&limit=2&cursor={cursor}", $"{Search}?q=rights&sort=id&cursor={cursor}", $"{Search}?q=rights&cursor={cursor[..^3]}xyz", $"{Search}?cursor=%00" })
        {
            using var response = await site.GetAsync(address);
            var problem = (await AssertProblemAsync(response, 400)).GetProperty("problems")[0];
            Assert.Equal("cursor", problem.GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task Every_answer_can_be_asked_for_again_by_its_tag()
    {
        foreach (var address in Samples())
        {
            using var first = await site.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.Contains("no-cache", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            using var again = await SendAsync(HttpMethod.Get, address, ("If-None-Match", $"\"other\", {first.Headers.ETag}"));
            Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancel));
            using var other = await SendAsync(HttpMethod.Get, address, ("If-None-Match", "W/\"000000000000000000000000\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            using var head = await SendAsync(HttpMethod.Head, address);
            Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
        }

        using var one = await site.GetAsync($"{Search}?limit=1");
        using var two = await site.GetAsync($"{Search}?limit=2");
        Assert.NotEqual(one.Headers.ETag, two.Headers.ETag);
    }

    [Fact]
    public async Task Every_error_has_the_same_shape()
    {
        foreach (var address in Samples().Select(s => s.Split('?')[0]))
        {
            await AssertProblemAsync(HttpMethod.Get, $"{address}?nonsense=1", 400, "nonsense");
            await AssertProblemAsync(HttpMethod.Post, address, 405);
            await AssertProblemAsync(HttpMethod.Delete, address, 405);
            await AssertProblemAsync(HttpMethod.Get, address + "/nothing/here", 404);
            await AssertProblemAsync(HttpMethod.Get, $"{address}?q={new string('a', 9_000)}", 400);
        }

        await AssertProblemAsync(HttpMethod.Get, "/api/v2/recommendations", 404);
        await AssertProblemAsync(HttpMethod.Get, "/api/v1", 404);
        await AssertProblemAsync(HttpMethod.Get, "/api/v1/", 404);
        await AssertProblemAsync(HttpMethod.Get, $"{Search}/999999999", 404);
        await AssertProblemAsync(HttpMethod.Get, $"{Search}/abc", 404);
        await AssertProblemAsync(HttpMethod.Get, $"{Search}/-1", 404);
        await AssertProblemAsync(HttpMethod.Get, "/api/v1/states/ZZZ", 404);
        await AssertProblemAsync(HttpMethod.Get, "/api/v1/sessions/0", 404);
        await AssertProblemAsync(HttpMethod.Get, "/api/v1/sessions/99999999999", 404);
        await AssertProblemAsync(HttpMethod.Get, $"{Search}?session=99", 400, "session");
        await AssertProblemAsync(HttpMethod.Get, $"{Search}?issue=Detentoin", 400, "issue");
        await AssertProblemAsync(HttpMethod.Get, $"{Search}?q={Uri.EscapeDataString("sur:Nowhere")}", 400, "sur");
        await AssertProblemAsync(HttpMethod.Get, $"{Search}?limit=0", 400, "limit");
        await AssertProblemAsync(HttpMethod.Get, $"{Search}?limit=1001", 400, "limit");
        await AssertProblemAsync(HttpMethod.Get, $"{Search}?limit=1&limit=2", 400, "limit");
        await AssertProblemAsync(HttpMethod.Get, $"{Search}?sort=newst", 400, "sort");
        await AssertProblemAsync(HttpMethod.Get, "/api/v1/statistics?across=sur", 400, "across");
        await AssertProblemAsync(HttpMethod.Get, "/api/v1/statistics?by=colour", 400, "by");
        await AssertProblemAsync(HttpMethod.Get, "/api/v1/statistics?by=sur&unit=words", 400, "unit");
        using var host = await SendAsync(HttpMethod.Get, Search, ("Host", "evil.example"));
        await AssertProblemAsync(host, 400);
    }

    [Fact]
    public async Task A_slip_of_the_keyboard_brings_what_was_meant()
    {
        using var response = await site.GetAsync($"{Search}?sesion=14&sort=newst&session=14");
        var problems = (await AssertProblemAsync(response, 400)).GetProperty("problems").EnumerateArray().ToDictionary(p => p.GetProperty("field").GetString()!, p => p.GetProperty("suggestions")[0].GetString());
        Assert.Equal(new Dictionary<string, string?> { ["sesion"] = "session", ["sort"] = "newest" }, problems);
    }

    [Fact]
    public async Task Any_web_page_may_read_the_API_of_an_open_site_and_nothing_else()
    {
        await using var open = await Site.StartAsync(options => options with { AnyOrigin = true });
        foreach (var address in Samples().Append($"{Search}?limit=0").Append("/api/v1/nothing"))
        {
            using var response = await SendAsync(open, HttpMethod.Get, address, ("Origin", "https://example.org"));
            Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
            Assert.Null(Header(response, "Access-Control-Allow-Credentials"));
            Assert.Equal("cross-origin", Header(response, "Cross-Origin-Resource-Policy"));
            Assert.All(["ETag", "Link", "RateLimit-Remaining", "Retry-After"], name => Assert.Contains(name, Header(response, "Access-Control-Expose-Headers")!, StringComparison.Ordinal));
        }

        using var preflight = await SendAsync(open, HttpMethod.Options, Search, ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("GET, HEAD, OPTIONS", Header(preflight, "Access-Control-Allow-Methods"));
        Assert.Contains("If-None-Match", Header(preflight, "Access-Control-Allow-Headers")!, StringComparison.Ordinal);
        foreach (var address in new[] { "/", "/api", "/recommendations", "/recommendations.jsonl", "/health", "/metrics" })
        {
            using var page = await SendAsync(open, HttpMethod.Get, address, ("Origin", "https://example.org"));
            Assert.Null(Header(page, "Access-Control-Allow-Origin"));
            Assert.Equal(address.Contains('.', StringComparison.Ordinal) ? "cross-origin" : "same-origin", Header(page, "Cross-Origin-Resource-Policy"));
        }
    }

    [Fact]
    public async Task A_site_on_loopback_is_read_by_pages_of_its_own_machine_and_hides_from_those_of_the_web()
    {
        foreach (var (origin, allowed) in new[] { ("https://example.org", null), ("null", null), ("http://localhost.example.org", null), ("http://localhost:3000", "http://localhost:3000"), ("http://[::1]:8080", "http://[::1]:8080") })
        {
            using var response = await SendAsync(HttpMethod.Get, Search, ("Origin", origin));
            Assert.Equal(allowed, Header(response, "Access-Control-Allow-Origin"));
            Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
            Assert.Contains("Origin", response.Headers.Vary);
        }
    }

    [Fact]
    public async Task The_dump_holds_every_row_and_every_State_once()
    {
        using var plain = await site.GetAsync("/api/v1/dump");
        Assert.Equal("application/jsonl", plain.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(plain.Content.Headers.LastModified);
        var text = await plain.Content.ReadAsStringAsync(Cancel);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.Equal("about", lines[0].GetProperty("kind").GetString());
        var rows = lines.Where(l => l.GetProperty("kind").GetString() is "recommendation" or "pledge").Select(l => l.GetProperty("id").GetInt64()).ToList();
        Assert.Equal(lines[0].GetProperty("rows").GetInt32(), rows.Count);
        Assert.Equal(rows.Order(), rows);
        Assert.Equal(rows.Distinct(), rows);
        Assert.Equal((await JsonAsync("/api/v1/recommendations?kind=all")).GetProperty("total").GetInt32(), rows.Count);
        Assert.Equal(site.Store.Reference.States.Select(s => s.Iso3), lines.Where(l => l.GetProperty("kind").GetString() == "state").Select(l => l.GetProperty("iso3").GetString()));
        Assert.Equal(site.Store.Reference.Sessions.Count, lines.Count(l => l.GetProperty("kind").GetString() == "session"));

        using var packed = await SendAsync(HttpMethod.Get, "/api/v1/dump", ("Accept-Encoding", "gzip"));
        Assert.Equal("gzip", packed.Content.Headers.ContentEncoding.Single());
        using var unpacked = new StreamReader(new GZipStream(await packed.Content.ReadAsStreamAsync(Cancel), CompressionMode.Decompress));
        Assert.Equal(text, await unpacked.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task Statistics_agree_with_searches()
    {
        var table = await JsonAsync("/api/v1/statistics?by=response&session=14");
        foreach (var row in table.GetProperty("rows").EnumerateArray())
        {
            var found = await JsonAsync($"{Search}?session=14&response={row.GetProperty("key").GetString()}&limit=1");
            Assert.Equal(found.GetProperty("total").GetInt32(), row.GetProperty("count").GetInt32());
        }

        var matrix = await JsonAsync("/api/v1/statistics?by=rs-group&across=response");
        var (group, response) = (matrix.GetProperty("rows")[1].GetProperty("key").GetString(), matrix.GetProperty("columns")[0].GetProperty("key").GetString());
        Assert.Equal((await JsonAsync($"{Search}?rs-group={group}&response={response}&limit=1")).GetProperty("total").GetInt32(), matrix.GetProperty("cells")[1][0].GetInt32());
        Assert.Equal((await JsonAsync($"{Search}?limit=1")).GetProperty("total").GetInt32(), (await JsonAsync("/api/v1/statistics")).GetProperty("total").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task What_was_meant_has_an_address_of_its_own()
    {
        var state = site.Store.Reference.States.First(s => s.Iso2 is not null);
        foreach (var typed in new[] { state.Iso3.ToLowerInvariant(), state.Iso2!, Uri.EscapeDataString(state.NameEn) })
        {
            using var response = await site.GetAsync($"/api/v1/states/{typed}");
            Assert.Equal((HttpStatusCode.MovedPermanently, $"/api/v1/states/{state.Iso3}"), (response.StatusCode, response.Headers.Location?.OriginalString));
        }
    }

    [Fact]
    public async Task The_page_names_every_operation_with_an_example_that_works()
    {
        var page = WebUtility.HtmlDecode(await site.ReadAsync("/api"));
        foreach (var operation in OpenUpr.App.Features.Api.ApiCatalogue.Operations(site.Store.Reference))
        {
            Assert.Contains($"{operation.Method} /api/v1{operation.Path}", page, StringComparison.Ordinal);
            Assert.All(operation.Parameters, p => Assert.Contains($"<code>{p.Name}</code>", page, StringComparison.Ordinal));
        }

        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(page, "href=\"(/api/v1/[^\"]+)\""))
        {
            Assert.NotEmpty(await site.ReadAsync(link.Groups[1].Value));
        }
    }

    private string FirstState => site.Store.Reference.States.First(s => s.Status == StateStatus.Member).Iso3;

    private IEnumerable<string> Samples() => RouteTable.Read(site.App).Where(r => r.Method == "GET" && r.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(r => r.Sample);

    private async Task AssertProblemAsync(HttpMethod method, string address, int status, string? field = null)
    {
        using var response = await SendAsync(method, address);
        var problem = await AssertProblemAsync(response, status);
        if (field is not null)
        {
            Assert.Contains(problem.GetProperty("problems").EnumerateArray(), p => p.GetProperty("field").GetString() == field);
        }
    }

    /// <summary>The one shape of every error.</summary>
    private static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage response, int status)
    {
        var address = response.RequestMessage!.RequestUri!.PathAndQuery;
        Assert.True(status == (int)response.StatusCode, $"{address} gave {response.StatusCode}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
        Assert.NotNull(Header(response, "RateLimit-Remaining"));
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.Equal(["type", "title", "status", "detail", "problems"], problem.EnumerateObject().Select(p => p.Name));
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.All(["type", "title", "detail"], name => Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty(name).GetString()), $"{name} of {address}"));
        Assert.All(problem.GetProperty("problems").EnumerateArray(), p =>
        {
            Assert.Equal(["field", "value", "message", "suggestions"], p.EnumerateObject().Select(f => f.Name));
            Assert.NotEmpty(p.GetProperty("message").GetString()!);
        });
        return problem;
    }

    private async Task<JsonElement> JsonAsync(string address)
    {
        using var response = await site.GetAsync(address);
        return await JsonAsync(response);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        return JsonDocument.Parse(body).RootElement;
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers) => SendAsync(site, method, address, headers);

    private static async Task<HttpResponseMessage> SendAsync(Site site, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await site.Client.SendAsync(request, Cancel);
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
