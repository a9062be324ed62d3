using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OpenUpr.Accounts;
using OpenUpr.Evidence.Cleaning;
using OpenUpr.Tests.Evidence;

namespace OpenUpr.Tests.App;

/// <summary>Evidence over HTTP: uploads, downloads and their headers, refusals, and the form for people without an account.</summary>
public sealed partial class EvidencePageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights/evidence";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_added_by_a_form_and_comes_back_only_to_be_saved()
    {
        var lucas = await SignInAsync("lucas");
        var id = await AddCaseAsync(lucas, "Comet 9");
        using var sent = await UploadAsync(lucas, id, "photo\".jpg", Samples.Jpeg(1));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var page = await ReadAsync(lucas, $"{Room}/{id}");
        Assert.Contains("place, camera and date (EXIF)", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.Secret, page, StringComparison.Ordinal);
        var file = FileLink().Match(page).Groups[1].Value;

        using var clean = await SendAsync(lucas, HttpMethod.Get, $"{Room}/{id}/files/{file}");
        Assert.Equal("image/jpeg", clean.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", clean.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", clean.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox", clean.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", clean.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("no-store", clean.Headers.CacheControl!.ToString());
        Assert.DoesNotContain(Samples.Secret, Encoding.Latin1.GetString(await clean.Content.ReadAsByteArrayAsync(Cancel)), StringComparison.Ordinal);

        // The original: not without a reason, not for a contributor.
        var token = await TokenAsync(lucas, $"{Room}/{id}/files/{file}/original");
        using var without = await PostAsync(lucas, $"{Room}/{id}/files/{file}/original", ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var original = await PostAsync(lucas, $"{Room}/{id}/files/{file}/original", ("__RequestVerificationToken", token), ("reason", "court"));
        Assert.Equal(Samples.Jpeg(1), await original.Content.ReadAsByteArrayAsync(Cancel));
        using var refused = await SendAsync(await SignInAsync("noor"), HttpMethod.Get, $"{Room}/{id}/files/{file}/original");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var elsewhere = await SendAsync(await SignInAsync("petra"), HttpMethod.Get, $"/coalitions/arvenia-watch/evidence/{id}/files/{file}");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_named_and_what_cannot_be_cleaned_waits()
    {
        var lucas = await SignInAsync("lucas");
        var id = await AddCaseAsync(lucas, "Comet 10");
        using var program = await UploadAsync(lucas, id, "holiday.jpg", [.. "MZ"u8, .. new byte[100]]);
        Assert.Equal(HttpStatusCode.BadRequest, program.StatusCode);
        Assert.Contains("a program", await program.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var held = await UploadAsync(lucas, id, "a.tif", [.. "II*\0"u8, .. new byte[100]]);
        Assert.Equal(HttpStatusCode.SeeOther, held.StatusCode);
        var page = await ReadAsync(lucas, $"{Room}/{id}");
        Assert.Contains("Keep it sealed only", page, StringComparison.Ordinal);
        var token = await TokenAsync(lucas, $"{Room}/{id}");
        using var kept = await PostAsync(lucas, $"{Room}/{id}", ("__RequestVerificationToken", token), ("file", HeldFile().Match(page).Groups[1].Value), ("act", "keep-sealed"));
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.DoesNotContain("Keep it sealed only", await ReadAsync(lucas, $"{Room}/{id}"), StringComparison.Ordinal);

        using var stale = await UploadAsync(lucas, id, "a.txt", "words"u8.ToArray(), token: "wrong");
        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
        Assert.DoesNotContain("a.txt", await ReadAsync(lucas, $"{Room}/{id}"), StringComparison.Ordinal);
        using var observer = await SendAsync(await SignInAsync("tomas"), HttpMethod.Get, $"{Room}/{id}/files");
        Assert.Equal(HttpStatusCode.NotFound, observer.StatusCode);
    }

    [Fact]
    public async Task A_stranger_sends_by_a_code_and_gets_a_receipt_and_no_cookie()
    {
        using var form = await SendAsync(null, HttpMethod.Get, "/send/demo-send-here");
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.False(form.Headers.Contains("Set-Cookie"));
        using var content = new MultipartFormDataContent { { new StringContent("What I saw"), "text" }, { new ByteArrayContent(Samples.Jpeg(1)), "file", "a.jpg" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/send/demo-send-here") { Content = content };
        using var sent = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.False(sent.Headers.Contains("Set-Cookie"));
        var receipt = Receipt().Match(await sent.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
        using var asked = await PostAsync(null, "/send", ("receipt", receipt.ToLowerInvariant()));
        Assert.Contains("It arrived", await asked.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("Sending", await ReadAsync(await SignInAsync("lucas"), $"{Room}/inbox"), StringComparison.Ordinal);
        using var closed = await SendAsync(null, HttpMethod.Get, "/send/no-such-code");
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Theory]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", FileKind.Pdf)]
    [InlineData("../../\"; filename=\"b.exe", FileKind.Text)]
    [InlineData("наше.фото", FileKind.Jpeg)]
    public void Names_end_no_header(string name, FileKind kind)
    {
        var header = OpenUpr.App.Features.Evidence.Download.Disposition(name, kind);
        Assert.DoesNotContain(header, c => char.IsControl(c) || c > '~');
        Assert.Equal(2, header.Count(c => c == '"'));
        Assert.DoesNotContain('/', header);
    }

    private async Task<string> SignInAsync(string name)
    {
        await using var db = site.Store.Open();
        var account = db.Accounts.Single(a => a.NormalisedName == name).Id;
        return await AccountSessions.BeginAsync(site.Store, TimeProvider.System, account, AccountSessions.ByDemo, "Test", Cancel);
    }

    private async Task<long> AddCaseAsync(string session, string alias)
    {
        var token = await TokenAsync(session, $"{Room}/new");
        using var added = await PostAsync(session, $"{Room}/new", ("__RequestVerificationToken", token), ("alias", alias), ("consent", "given"), ("notes", "What happened"));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        return long.Parse(added.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<HttpResponseMessage> UploadAsync(string session, long id, string name, byte[] bytes, string? token = null)
    {
        token ??= await TokenAsync(session, $"{Room}/{id}/files");
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "file", name.Replace("\"", "%22", StringComparison.Ordinal) } };
        return await SendAsync(session, HttpMethod.Post, $"{Room}/{id}/files", content);
    }

    private async Task<HttpResponseMessage> PostAsync(string? session, string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await SendAsync(session, HttpMethod.Post, address, content);
    }

    private string _formCookie = "";

    /// <summary>The token of the form on a page; its cookie is kept for the next request.</summary>
    private async Task<string> TokenAsync(string session, string address)
    {
        using var page = await SendAsync(session, HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        if (page.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            _formCookie = string.Join("; ", cookies.Select(c => c.Split(';')[0]));
        }

        return Token().Match(await page.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
    }

    private async Task<string> ReadAsync(string session, string address)
    {
        using var page = await SendAsync(session, HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return await page.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<HttpResponseMessage> SendAsync(string? session, HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        if (session is not null)
        {
            request.Headers.Add("Cookie", $"openupr={session}; {_formCookie}");
        }

        return await site.Client.SendAsync(request, Cancel);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"file\" value=\"([0-9]+)\"")]
    private static partial Regex HeldFile();

    [GeneratedRegex("/files/([0-9]+)\"")]
    private static partial Regex FileLink();

    [GeneratedRegex("class=\"code\">([A-Z0-9-]+)<")]
    private static partial Regex Receipt();
}
