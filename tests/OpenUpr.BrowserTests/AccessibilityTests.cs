using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

public sealed class AccessibilityTests(Browser browser)
{
    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task Axe_finds_nothing_in_light_and_dark_on_a_desk_and_on_a_phone(string address)
    {
        var page = await browser.OpenAsync(address);
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 390) })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);

            // In the dark only the colours differ.
            var result = await page.RunAxe(scheme == ColorScheme.Dark ? new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast") } : null);
            Assert.True(
                result.Violations.Length == 0,
                $"{address} {scheme} {width}: " + string.Join("; ", result.Violations.Select(v => $"{v.Id} ({v.Help}) at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task A_page_has_one_heading_of_the_first_level_and_leaves_none_out(string address)
    {
        var page = await browser.OpenAsync(address);
        var levels = await page.Locator("h1, h2, h3, h4").EvaluateAllAsync<int[]>("all => all.map(h => Number(h.tagName[1]))");
        Assert.Equal(1, levels.Count(l => l == 1));
        for (var i = 1; i < levels.Length; i++)
        {
            Assert.True(levels[i] <= levels[i - 1] + 1, $"{address}: h{levels[i]} follows h{levels[i - 1]}");
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task Nothing_scrolls_sideways_at_320_pixels_nor_with_text_twice_as_large(string address)
    {
        var page = await browser.OpenAsync(address, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 800 } });
        await AssertFitsAsync(page, address);
        await page.SetViewportSizeAsync(1280, 900);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await AssertFitsAsync(page, address);
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

    private static async Task AssertFitsAsync(IPage page, string address)
    {
        var size = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        Assert.True(size[0] <= size[1], $"{address}: {size[0]} pixels wide in {size[1]}");
    }
}
