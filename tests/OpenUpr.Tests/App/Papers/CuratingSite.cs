using System.Net;
using System.Text.RegularExpressions;
using OpenUpr.Tests.App.Accounts;

namespace OpenUpr.Tests.App.Papers;

/// <summary>The real site, and a curator who uses its forms as a browser would.</summary>
public sealed partial class CuratingSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    private HttpClient? _curator;

    /// <summary>Keeps cookies, follows no redirect.</summary>
    public HttpClient Curator => _curator!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Site = await Site.StartAsync(options => options);
        _curator = (await Visitor.EnterAsync(Site, "amara")).Client;
    }

    public async Task<string> ReadAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Curator.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    /// <summary>What a reader sees: entities decoded, tags left out, white space as one space.</summary>
    public async Task<string> SeeAsync(string address) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(await ReadAsync(address), "")), " ");

    /// <summary>Sends a form with the token of the page that it stands on; returns the status and where it leads.</summary>
    public async Task<(HttpStatusCode Status, string? Location, string Body)> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", await TokenAsync(page))]);
        using var response = await Curator.PostAsync(new Uri(action, UriKind.Relative), form, Cancel);
        return (response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Adds files as the upload form does; returns the address of their batch.</summary>
    public async Task<string> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        var page = await ReadAsync("/curate/upload");
        using var form = new MultipartFormDataContent { { new StringContent(Token().Match(page).Groups[1].Value), "__RequestVerificationToken" }, { new StringContent(Batch().Match(page).Groups[1].Value), "batch" } };
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        using var response = await Curator.PostAsync(new Uri("/curate/upload", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    /// <summary>Waits until every file of a batch is over, and returns what its page says.</summary>
    public async Task<string> WaitAsync(string batch)
    {
        for (var i = 0; i < 300; i++)
        {
            var page = await SeeAsync(batch);
            if (page.Contains("Done:", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(200, Cancel);
        }

        throw new TimeoutException($"{batch} was not read within a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        _curator?.Dispose();
        await Site.DisposeAsync();
    }

    private async Task<string> TokenAsync(string page) => Token().Match(await ReadAsync(page)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"batch\" value=\"([^\"]+)\"")]
    private static partial Regex Batch();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
