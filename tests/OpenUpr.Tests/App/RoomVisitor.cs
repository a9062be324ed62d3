using System.Net;
using System.Text.RegularExpressions;
using OpenUpr.Accounts;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App;

/// <summary>Somebody of the demonstration, signed in, who reads pages and sends their forms.</summary>
internal sealed partial class RoomVisitor : IDisposable
{
    private readonly HttpClient _client;

    private RoomVisitor(HttpClient client) => _client = client;

    public static async Task<RoomVisitor> SignInAsync(Site site, string name)
    {
        await using var db = site.Store.Open();
        var account = db.Accounts.Single(a => a.NormalisedName == name).Id;
        var token = await AccountSessions.BeginAsync(site.Store, TimeProvider.System, account, AccountSessions.ByDemo, "test", TestContext.Current.CancellationToken);
        var cookies = new CookieContainer();
        var address = site.Client.BaseAddress!;
        cookies.Add(address, new Cookie("openupr", token, "/"));
        return new RoomVisitor(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address });
    }

    public async Task<string> ReadAsync(string address, HttpStatusCode expected = HttpStatusCode.OK) => WebUtility.HtmlDecode(await ReadRawAsync(address, expected));

    /// <summary>The page as it is sent, nothing decoded.</summary>
    public async Task<string> ReadRawAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{address} gave {response.StatusCode}");
        return body;
    }

    public Task<byte[]> ReadBytesAsync(string address) => _client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Sends a form as it stands on a page, with the page's token.</summary>
    /// <param name="page">Where the form is; it is sent there too.</param>
    public Task<(HttpStatusCode Status, string Body, string? Location)> SendAsync(string page, params (string Name, string Value)[] fields) => SendToAsync(page, page, fields);

    /// <summary>Sends fields to another address than the page from which the token is.</summary>
    public async Task<(HttpStatusCode Status, string Body, string? Location)> SendToAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await ReadAsync(page)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        using var response = await _client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), response.Headers.Location?.ToString());
    }

    /// <summary>Sends a form with a file, with the page's token.</summary>
    public async Task<(HttpStatusCode Status, string Body, string? Location)> SendFileAsync(string page, string name, byte[] file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Token().Match(await ReadAsync(page)).Groups[1].Value), "__RequestVerificationToken" } };
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new ByteArrayContent(file), "file", name);
        using var response = await _client.PostAsync(new Uri(page, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), response.Headers.Location?.ToString());
    }

    /// <summary>Sends a form with a file, or without one, in the way in which browsers send files.</summary>
    public async Task<(HttpStatusCode Status, string Body, string? Location)> SendFileAsync(string page, string? content, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Token().Match(await ReadAsync(page)).Groups[1].Value), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (content is not null)
        {
            form.Add(new StringContent(content), "file", "file.csv");
        }

        using var response = await _client.PostAsync(new Uri(page, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), response.Headers.Location?.ToString());
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
