using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>The public pages on which reviews and recommendations are found.</summary>
public sealed class PageTests(Browser browser)
{
    [Theory]
    [MemberData(nameof(SitePages.ToFind), MemberType = typeof(SitePages))]
    public Task A_page_is_light_and_quiet_and_can_be_used_by_everybody(string address) => PageVisit.AssertAsync(browser, address);

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
}

/// <summary>The other public pages: a class of their own, so that two pages are looked at at once.</summary>
public sealed class OtherPageTests(Browser browser)
{
    [Theory]
    [MemberData(nameof(SitePages.OtherPages), MemberType = typeof(SitePages))]
    public Task A_page_is_light_and_quiet_and_can_be_used_by_everybody(string address) => PageVisit.AssertAsync(browser, address);
}

/// <summary>The public pages in a browser that runs no script.</summary>
public sealed class PlainPageTests(Browser browser)
{
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
}
