using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>What every public page keeps to. One visit tries it all: opening a page is what takes the time.</summary>
internal static class PageVisit
{
    /// <summary>Bytes, of the page, the style sheet, the script and the icon together.</summary>
    private const int Budget = 100_000;

    // On a phone the same content stands in other places: what depends on places and colours is asked again.
    private static readonly string[] s_placed = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable", "focus-order-semantics", "css-orientation-lock"];

    public static async Task AssertAsync(Browser browser, string address)
    {
        var page = await browser.OpenAsync("about:blank");
        var complaints = Complaints(page);
        await page.GotoAsync(browser.Address + address);
        await AssertLightAsync(browser, page, address);
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
    private static async Task AssertLightAsync(Browser browser, IPage page, string address)
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
