using System.Net;

namespace OpenUpr.Tests.App;

/// <summary>Requests that no form of the site makes: each gets a clear answer, and the site goes on.</summary>
public sealed class HostileRequestTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Absurd { get; } =
    [
        "q=" + new string('(', 900),
        "q=" + Uri.EscapeDataString(new string('"', 301)),
        "q=" + Uri.EscapeDataString("((((a OR b) OR (c)) -d"),
        "q=" + Uri.EscapeDataString(string.Join(" OR ", Enumerable.Range(0, 200).Select(i => $"w{i}"))),
        "q=" + Uri.EscapeDataString("-"),
        "q=" + Uri.EscapeDataString("-torture"),
        "q=" + Uri.EscapeDataString("***"),
        "q=" + Uri.EscapeDataString("OR OR OR"),
        "q=" + Uri.EscapeDataString("AND NOT OR"),
        "q=" + Uri.EscapeDataString("sur:"),
        "q=" + Uri.EscapeDataString(":::::"),
        "q=" + Uri.EscapeDataString("session:17..13"),
        "q=" + Uri.EscapeDataString("session:1..999999999"),
        "q=" + Uri.EscapeDataString("session:99999999999999999999"),
        "q=" + Uri.EscapeDataString("action:-1 cycle:0"),
        "q=" + Uri.EscapeDataString("'; DROP TABLE recommendations; --"),
        "q=%00%01%02",
        "q=%FF%FE%C3%28",
        "q=" + Uri.EscapeDataString("\U0001F600 \u202Etxet \uD7FF"),
        "sur=CUB'%20OR%201=1--",
        "session=..",
        "session=1..2..3",
        "isue=Detention",
        "constructor=1&__proto__=2",
        "=&=&&&===",
        "q=a&q=b&q=c",
        "page=1&page=2",
        "page=-1",
        "page=0",
        "page=99999999999999999999",
        "page=2147483647",
        "page=1e3",
        "size=1000000",
        "size=0",
        "sort=;DROP",
        "open=%3Cscript%3E",
        "kind=everything",
        "issues=some",
        "q=" + new string('a', 10_240),
        "q=" + new string('%', 3_000),
        "sur=" + string.Join(',', Enumerable.Repeat("XAR", 1_500)),
    ];

    [Theory]
    [MemberData(nameof(Absurd))]
    public async Task An_absurd_search_gets_a_clear_answer(string query)
    {
        foreach (var path in new[] { "/recommendations", "/recommendations.csv" })
        {
            using var response = await site.GetAsync($"{path}?{query}");
            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound,
                $"{path} gave {response.StatusCode}");
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.NotEmpty(body);
            Assert.DoesNotContain("   at OpenUpr", body, StringComparison.Ordinal);
        }

        using var home = await site.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=0")]
    [InlineData("page=1e3")]
    [InlineData("page=2147483647")]
    [InlineData("size=0")]
    [InlineData("sort=;DROP")]
    [InlineData("kind=everything")]
    [InlineData("issues=some")]
    [InlineData("isue=Detention")]
    [InlineData("session=..")]
    [InlineData("q=***")]
    public async Task What_cannot_be_meant_is_refused_on_the_page_and_as_a_file(string query)
    {
        using var page = await site.GetAsync($"/recommendations?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        using var file = await site.GetAsync($"/recommendations.csv?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_program_is_told_of_a_wrong_filter_in_its_own_form()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/recommendations?session=99");
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("99", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_in_a_search_is_shown_as_text()
    {
        const string script = "\"><script>alert(1)</script>";
        foreach (var field in new[] { "q", "sur", "nonsense", "sort", "open" })
        {
            using var response = await site.GetAsync($"/recommendations?{field}={Uri.EscapeDataString(script)}");
            Assert.DoesNotContain("<script>alert", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        }

        using var state = await site.GetAsync("/states/" + Uri.EscapeDataString("<script>alert(1)</script>"));
        Assert.DoesNotContain("<script>alert", await state.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_field_that_is_no_filter_is_named_not_passed_over()
    {
        var page = await site.ReadAsync("/recommendations?isue=Detention", HttpStatusCode.BadRequest);
        Assert.Contains("isue", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_ten_kilobytes_is_refused_with_its_length()
    {
        var page = await site.ReadAsync("/recommendations?q=" + new string('a', 10_240), HttpStatusCode.BadRequest);
        Assert.Contains("too long", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /%FF%FE HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /states/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData("BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("hello\r\n\r\n")]
    public async Task Bytes_that_are_no_proper_request_are_refused_and_the_site_goes_on(string request)
    {
        var status = await site.SendRawAsync(request);
        Assert.Matches("^(|HTTP/1.1 4[0-9][0-9] .*)$", status);
        Assert.NotEmpty(await site.ReadAsync("/"));
    }
}
