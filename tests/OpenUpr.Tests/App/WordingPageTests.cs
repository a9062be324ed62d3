using System.Net;

namespace OpenUpr.Tests.App;

/// <summary>The writing help: what it says of a draft, and that the draft stays private.</summary>
public sealed class WordingPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_sent_in_the_body_and_nothing_of_the_answer_is_kept()
    {
        var form = await site.ReadAsync("/wording");
        Assert.Contains("<form id=\"wording\" method=\"post\" action=\"/wording#answer\"", form, StringComparison.Ordinal);
        using var answer = await SendAsync([("draft", "Abolish the invented levy")]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains(">Abolish the invented levy</textarea>", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_cannot_carry_a_draft()
    {
        var page = await site.ReadAsync("/wording?draft=Abolish+the+invented+levy&use=Abolish+the+invented+levy");
        Assert.DoesNotContain("invented levy", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_State_and_an_issue_can_be_chosen_by_a_link()
    {
        var page = await site.ReadAsync("/wording?state=XAR&issue=detention");
        Assert.Contains("<option value=\"XAR\" selected", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"detention\" selected", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site", null, HttpStatusCode.Forbidden)]
    [InlineData("same-site", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", "null", HttpStatusCode.OK)]
    [InlineData(null, "null", HttpStatusCode.OK)]
    [InlineData(null, null, HttpStatusCode.OK)]
    public async Task A_form_on_another_site_is_refused_where_the_browser_says_so(string? fetchSite, string? origin, HttpStatusCode expected)
    {
        using var answer = await SendAsync([("draft", "Abolish the invented levy")], fetchSite, origin);
        Assert.Equal(expected, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Its_own_origin_is_answered()
    {
        using var answer = await SendAsync([("draft", "Abolish the invented levy")], null, site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_draft_that_is_too_long_stays_in_the_box_and_the_limit_is_named()
    {
        using var answer = await SendAsync([("draft", new string('x', 20_001))]);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("20,001 characters, and at most 20,000", page, StringComparison.Ordinal);
        Assert.Contains(new string('x', 20_001), page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-told", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_takes_the_drafts_place_and_the_draft_can_be_brought_back()
    {
        using var answer = await SendAsync([("draft", "Sign and ratify the invented pact"), ("use", "Ratify the invented pact")]);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(">Ratify the invented pact</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Sign and ratify the invented pact\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_typing_only_the_answer_is_sent()
    {
        using var answer = await SendAsync([("draft", "Abolish the invented levy"), ("live", "1")]);
        var part = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.StartsWith("<div id=\"answer\"", part.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_text_and_never_as_markup()
    {
        using var answer = await SendAsync([("draft", "Abolish <script>alert(1)</script> \"levies\" & more")]);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_form_are_refused_and_the_site_goes_on()
    {
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await site.Client.PostAsync(new Uri("/wording", UriKind.Relative), json, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var zero = await SendAsync([("draft", "\0")]);
        Assert.Equal(HttpStatusCode.BadRequest, zero.StatusCode);
        using var next = await SendAsync([("draft", "\uFFFF\u0001"), ("state", "'; --"), ("issue", "../../")]);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Drafts_are_counted_like_calls_of_the_API()
    {
        await using var busy = await Site.StartAsync(options => options with { ApiRate = 2 });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("draft", "Abolish the invented levy")]);
            using var answer = await busy.Client.PostAsync(new Uri("/wording", UriKind.Relative), form, Cancel);
            statuses.Add(answer.StatusCode);
        }

        // A window may end between them; of six in two windows of two one is refused whatever happens.
        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        using var page = await busy.GetAsync("/wording");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync((string Name, string Value)[] fields, string? fetchSite = null, string? origin = null)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/wording") { Content = form };
        if (fetchSite is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", fetchSite);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await site.Client.SendAsync(request, Cancel);
    }
}
