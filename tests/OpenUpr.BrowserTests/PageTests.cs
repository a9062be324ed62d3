using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>What every public page keeps to. One visit tries it all: opening a page is what takes the time.</summary>
public sealed class PageTests(Browser browser)
{
    /// <summary>Bytes, of the page, the style sheet, the script and the icon together.</summary>
    private const int Budget = 100_000;

    // On a phone the same content stands in other places: what depends on places and colours is asked again.
    private static readonly string[] s_placed = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable", "focus-order-semantics", "css-orientation-lock"];

    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task A_page_is_light_and_quiet_and_can_be_used_by_everybody(string address)
    {
        var page = await browser.OpenAsync("about:blank");
        var complaints = Complaints(page);
        await page.GotoAsync(browser.Address + address);
        await AssertLightAsync(page, address);
        Assert.True(complaints.Count == 0, $"{address}: {string.Join("; ", complaints)}");
        await PageChecks.AssertHeadingsFollowAsync(page, address);
        await PageChecks.AssertAxeCleanAsync(page, address);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await PageChecks.AssertAxeCleanAsync(page, $"{address}, dark", "color-contrast");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(390, 900);
        await PageChecks.AssertAxeCleanAsync(page, $"{address}, on a phone", s_placed);
        await PageChecks.AssertFitsNarrowAsync(page, address);
        await PageChecks.AssertFitsLargeAsync(page, address);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task Without_JavaScript_every_page_shows_its_content_and_its_way_on(string address)
    {
        var page = await browser.OpenAsync(address, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.True(await page.Locator("main a:visible").CountAsync() > 0);
        Assert.Equal(0, await page.Locator("main button:visible:not([type=submit]):not(form button)").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Buttons_links_of_the_frame_and_fields_are_44_pixels_high()
    {
        foreach (var address in new[] { "/", "/recommendations?response=noted", "/recommendations/1" })
        {
            var page = await browser.OpenAsync(address, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 800 }, HasTouch = true });
            var small = await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('button, .button, .bar a, footer a, select, input:not([type=checkbox]):not([type=radio]):not([type=hidden]), .facet label, .chips a')]"
                + ".filter(e => e.checkVisibility() && !e.closest('.sr') && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 120))");
            Assert.Empty(small);
            await page.Context.CloseAsync();
        }
    }

    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            // A page that answers 400 or 404 is named by the browser itself.
            if (message.Type is "error" or "warning" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    /// <summary>Lighter than 100 kB with all its files, uncompressed, and nobody else is asked for anything.</summary>
    private async Task AssertLightAsync(IPage page, string address)
    {
        await page.WaitForFunctionAsync("document.documentElement.classList.contains('js')");
        var loaded = await page.EvaluateAsync<Loaded[]>("performance.getEntries().filter(e => e.decodedBodySize !== undefined).map(e => ({ address: e.name, bytes: e.decodedBodySize }))");
        Assert.True(loaded.Length >= 3, $"{address}: the page, its style sheet and its script");
        Assert.All(loaded, file => Assert.StartsWith(browser.Address, file.Address, StringComparison.Ordinal));
        Assert.True(loaded.Sum(file => file.Bytes) is > 0 and <= Budget, $"{address}: {loaded.Sum(file => file.Bytes)} bytes");
    }

    private sealed class Loaded
    {
        public string Address { get; set; } = "";

        public int Bytes { get; set; }
    }
}
