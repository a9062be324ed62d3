using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenUpr.App;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App;

/// <summary>The real site on a free loopback port, with the demonstration in a folder of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openupr_site_").FullName;
    private HttpClient? _client;
    private Func<ServeOptions, ServeOptions> _adjust = options => options;

    public WebApplication App { get; private set; } = null!;

    /// <summary>Follows no redirect and changes no address.</summary>
    public HttpClient Client => _client!;

    public Store Store => App.Services.GetRequiredService<Store>();

    /// <summary>A site of its own for a test that serves it in another way.</summary>
    public static async Task<Site> StartAsync(Func<ServeOptions, ServeOptions> adjust)
    {
        var site = new Site { _adjust = adjust };
        await site.InitializeAsync();
        return site;
    }

    public async ValueTask InitializeAsync()
    {
        var options = new ServeOptions(StoreLocation.Parse(_folder, null), "http://127.0.0.1:0", Demo: true, Curate: false);
        App = await AppBuilder.BuildAsync(_adjust(options), TestContext.Current.CancellationToken);
        await App.StartAsync();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(App.Urls.Single()) };
    }

    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The body of a page that must answer with this status.</summary>
    public async Task<string> ReadAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await GetAsync(address);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends bytes that no client would send, and returns the first line of the answer; empty when the connection was closed.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
