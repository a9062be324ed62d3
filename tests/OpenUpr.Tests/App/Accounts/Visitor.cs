using System.Net;
using System.Text.RegularExpressions;

namespace OpenUpr.Tests.App.Accounts;

/// <summary>A person with a browser of their own: keeps cookies, follows no redirect, sends forms with the token of the page on which they stand.</summary>
public sealed partial class Visitor : IDisposable
{
    private Visitor(Uri address) => Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Visitor Come(Site site) => new(site.Client.BaseAddress!);

    /// <summary>Somebody whom one click of the demonstration signs in.</summary>
    public static async Task<Visitor> EnterAsync(Site site, string name)
    {
        await using var db = site.Store.Open();
        var id = db.Accounts.Single(a => a.NormalisedName == name).Id;
        var visitor = Come(site);
        var (status, _, _) = await visitor.PostAsync("/sign-in", "/sign-in/demo", ("account", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        return visitor;
    }

    /// <summary>The session's cookie, or null.</summary>
    public string? Session => Cookies.GetAllCookies()["openupr"]?.Value;

    public void Carry(string token) => Cookies.Add(new Cookie("openupr", token, "/", Client.BaseAddress!.Host));

    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative), Cancel);

    public async Task<string> ReadAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await GetAsync(address);
        Assert.True(expected == response.StatusCode, $"{address} gave {response.StatusCode}");
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    public async Task<(HttpStatusCode Status, string? Location, string Body)> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", Token().Match(await ReadAsync(page)).Groups[1].Value)]);
        using var response = await Client.PostAsync(new Uri(action, UriKind.Relative), form, Cancel);
        return (response.StatusCode, response.Headers.Location?.ToString(), WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancel)));
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
