using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.Drafting.Checking;
using OpenUpr.Tests.Drafting.Checking;

namespace OpenUpr.Tests.App;

/// <summary>The page that checks a file: what it says, and that it keeps nothing.</summary>
public sealed class CheckPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_read_and_nothing_of_the_answer_is_kept()
    {
        using var answer = await SendAsync(BadFiles.All["named-person"].File(), "submission-individual", "My <draft>.docx");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("Ms. Lena Amadi", page, StringComparison.Ordinal);
        Assert.Contains("your number 2, paragraph", page, StringComparison.Ordinal);
        Assert.Contains("Civil Society Compendium", page, StringComparison.Ordinal);
        Assert.DoesNotContain("My <draft>.docx", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_file_is_told_so_without_a_promise()
    {
        using var answer = await SendAsync(GoodFile.Build(DocumentKind.Factsheet), "factsheet");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("We found nothing that breaks a rule we can test.", page, StringComparison.Ordinal);
        Assert.Contains("That is no promise", page, StringComparison.Ordinal);
        Assert.DoesNotContain("compl" + "iant", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_field()
    {
        foreach (var (file, kind, words) in new[] { ([], "factsheet", "empty"), ("PK\u0003\u0004 no"u8.ToArray(), "factsheet", "damaged"), (GoodFile.Build(DocumentKind.Factsheet), "novel", "Choose what") })
        {
            using var answer = await SendAsync(file, kind);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_read_and_other_bytes_are_no_form()
    {
        Assert.StartsWith("HTTP/1.1 413", await site.SendRawAsync("POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000000\r\n\r\n"), StringComparison.Ordinal);
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var bad = await site.Client.PostAsync(new Uri("/check", UriKind.Relative), json, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }

    [Fact]
    public void No_file_that_is_taken_is_large_enough_to_be_put_on_the_disk()
    {
        var limits = typeof(OpenUpr.App.Features.Check.ShowModel).GetCustomAttribute<RequestFormLimitsAttribute>()!;
        Assert.True(limits.MemoryBufferThreshold >= limits.MultipartBodyLengthLimit);
    }

    [Fact]
    public async Task A_form_on_another_site_is_refused()
    {
        using var answer = await SendAsync(GoodFile.Build(DocumentKind.Factsheet), "factsheet", fetchSite: "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] file, string kind, string name = "draft.docx", string? fetchSite = null)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { new StringContent(kind), "kind" }, { content, "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/check") { Content = form };
        if (fetchSite is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", fetchSite);
        }

        return await site.Client.SendAsync(request, Cancel);
    }
}
