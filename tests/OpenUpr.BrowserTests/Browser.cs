using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using OpenUpr.App;
using OpenUpr.Storage;

[assembly: AssemblyFixture(typeof(OpenUpr.BrowserTests.Browser))]

namespace OpenUpr.BrowserTests;

/// <summary>One browser and one real site with the demonstration, for all tests of the project. Nothing is ever downloaded: the browser is the machine's own Chromium.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string s_chromium = Environment.GetEnvironmentVariable("OPENUPR_CHROMIUM") ?? "/usr/bin/chromium";

    private static readonly string[] s_arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string _folder = Directory.CreateTempSubdirectory("openupr_browser_").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private WebApplication? _site;

    public string Address => _site!.Urls.Single();

    /// <summary>The site's own parts, for what a test prepares behind the pages.</summary>
    public IServiceProvider Services => _site!.Services;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(s_chromium))
        {
            return;
        }

        var location = StoreLocation.Parse(_folder, null);
        _site = await AppBuilder.BuildAsync(new ServeOptions(location, "http://127.0.0.1:0", Demo: true, Curate: false), TestContext.Current.CancellationToken);
        await _site.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = s_chromium, Args = s_arguments });
    }

    /// <summary>A page in a fresh context, at desktop size unless told otherwise. Skips the test, visibly, where there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, $"There is no Chromium at {s_chromium}; name one with OPENUPR_CHROMIUM.");
        options ??= new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } };
        options.BaseURL = Address;
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await _browser!.NewContextAsync(options);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A new window of somebody of the demonstration, signed in by keyboard.</summary>
    public async Task<IPage> SignInAsync(string name, BrowserNewContextOptions? options = null)
    {
        var page = await OpenAsync("/sign-in?return=/coalitions", options);

        // On the button itself: between giving it the focus and pressing a key, a busy machine can lose the focus again.
        await page.GetByRole(AriaRole.Button, new() { Name = name }).PressAsync("Enter");
        await page.WaitForURLAsync($"{Address}/coalitions");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
