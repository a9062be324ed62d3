using Microsoft.Playwright;
using OpenUpr.BrowserTests.Pages;

namespace OpenUpr.BrowserTests;

public sealed class JourneyTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_home_page_to_a_narrowed_search_and_a_recommendation(bool javaScript)
    {
        var page = await browser.OpenAsync("/", new BrowserNewContextOptions { JavaScriptEnabled = javaScript, ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        var search = new SearchPage(page);
        await search.SearchAsync("rights");
        var all = await search.CountAsync();

        await search.Filter("response", "noted").CheckAsync();
        if (!javaScript)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        }

        await Assertions.Expect(search.Chips).ToHaveCountAsync(1);
        var noted = await search.CountAsync();
        Assert.InRange(noted, 1, all - 1);
        Assert.Contains("response=noted", page.Url, StringComparison.Ordinal);

        await page.ReloadAsync();
        Assert.Equal(noted, await search.CountAsync());

        await search.Results.First.Locator(".text a").ClickAsync();
        await Assertions.Expect(page.Locator("blockquote.wording")).ToBeVisibleAsync();
        await page.GoBackAsync();
        Assert.Equal(noted, await search.CountAsync());

        await search.Chips.First.ClickAsync();
        await Assertions.Expect(search.Chips).ToHaveCountAsync(0);
        Assert.Equal(all, await search.CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task With_the_keyboard_alone_from_the_first_Tab_to_a_filtered_result()
    {
        var page = await browser.OpenAsync("/recommendations");
        var search = new SearchPage(page);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(search.Box).ToBeFocusedAsync();
        await search.Box.PressSequentiallyAsync("rights");
        await Assertions.Expect(search.Box).ToHaveValueAsync("rights");
        await search.Box.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("q=rights", StringComparison.Ordinal));
        var all = await search.CountAsync();

        await TabToAsync(page, "input[name=response][value=supported]");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(search.Chips).ToHaveCountAsync(1);
        await Assertions.Expect(search.Filter("response", "supported")).ToBeFocusedAsync();
        Assert.InRange(await search.CountAsync(), 1, all - 1);

        await TabToAsync(page, "ol.results .text a");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("blockquote.wording")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_long_list_of_filters_is_found_in_by_typing()
    {
        var page = await browser.OpenAsync("/recommendations");
        await page.Locator("#f-issue summary").ClickAsync(new() { Trial = true });
        await page.GetByLabel("Find in: Issue").FillAsync("tortu");
        var visible = page.Locator("#f-issue li:visible");
        await Assertions.Expect(visible).ToHaveCountAsync(1);

        // By its value: once the box is ticked the list is drawn anew, and "the first visible one" is then another.
        await new SearchPage(page).Filter("issue", "torture-and-other-cid-treatment").CheckAsync();
        await Assertions.Expect(new SearchPage(page).Chips).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_the_filters_are_folded_until_they_are_asked_for()
    {
        var page = await browser.OpenAsync("/recommendations", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 800 }, JavaScriptEnabled = false });
        var search = new SearchPage(page);
        await Assertions.Expect(search.Filter("response", "noted")).ToBeHiddenAsync();
        await page.Locator(".filters > summary").ClickAsync();
        await search.Filter("response", "noted").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        await Assertions.Expect(search.Chips).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} cannot be reached with Tab.");
    }
}
