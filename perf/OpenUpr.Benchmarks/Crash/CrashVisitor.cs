using System.Net;
using System.Text.RegularExpressions;

namespace OpenUpr.Benchmarks.Crash;

/// <summary>What came of a request; no status where the connection broke before an answer.</summary>
internal sealed record Answer(HttpStatusCode? Status, string? Location, string Body)
{
    /// <summary>The program said that it is done.</summary>
    public bool IsAcknowledged => Status is HttpStatusCode.SeeOther or HttpStatusCode.Redirect;

    /// <summary>The sentences of the page's note, or its heading.</summary>
    public string Sentence => Regex.Match(Body, "(?s)role=\"alert\"[^>]*>(.*?)</div>") is { Success: true } note ? Plain(note.Groups[1].Value) : Plain(Regex.Match(Body, "(?s)<h1>.*?</h1>.*?</p>").Value);

    private static string Plain(string html) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", " ")), @"\s+", " ").Trim();
}

/// <summary>Somebody of the demonstration in a browser of their own: pages, forms, files.</summary>
internal sealed class CrashVisitor : IDisposable
{
    private readonly HttpClient _client;

    public CrashVisitor(Uri address)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };
        _client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    /// <param name="account">1 is the secretariat, who is operator and curator as well.</param>
    public async Task<bool> SignInAsync(int account = 1) => (await SendAsync("/sign-in", "/sign-in/demo", ("account", $"{account}"))).IsAcknowledged;

    public Task<Answer> GetAsync(string address) => AskAsync(() => _client.GetAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Sends a form with the token, and the revision where there is one, of the page on which it stands.</summary>
    public async Task<Answer> SendAsync(string page, string to, params (string Name, string Value)[] fields)
    {
        var shown = await GetAsync(page);
        if (shown.Status != HttpStatusCode.OK)
        {
            return shown;
        }

        var form = fields.ToDictionary(f => f.Name, f => f.Value);
        form["__RequestVerificationToken"] = Field(shown.Body, "__RequestVerificationToken");
        if (Field(shown.Body, "revision") is { Length: > 0 } revision)
        {
            form["revision"] = revision;
        }

        return await AskAsync(() => _client.PostAsync(new Uri(to, UriKind.Relative), new FormUrlEncodedContent(form)));
    }

    public async Task<Answer> UploadAsync(string page, string field, string name, byte[] content)
    {
        var shown = await GetAsync(page);
        if (shown.Status != HttpStatusCode.OK)
        {
            return shown;
        }

        using var form = new MultipartFormDataContent { { new StringContent(Field(shown.Body, "__RequestVerificationToken")), "\"__RequestVerificationToken\"" }, { new ByteArrayContent(content), $"\"{field}\"", $"\"{name}\"" } };
        return await AskAsync(() => _client.PostAsync(new Uri(page, UriKind.Relative), form));
    }

    /// <summary>The bytes of a file; null where it does not come whole.</summary>
    public async Task<byte[]?> FileAsync(string address)
    {
        try
        {
            return await _client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<Answer> AskAsync(Func<Task<HttpResponseMessage>> ask)
    {
        try
        {
            using var answer = await ask();
            return new Answer(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return new Answer(null, null, "");
        }
    }

    private static string Field(string page, string name) => Regex.Match(page, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value;
}
