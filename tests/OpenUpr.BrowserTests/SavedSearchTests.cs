using Microsoft.Playwright;
using OpenUpr.BrowserTests.Pages;

namespace OpenUpr.BrowserTests;

public sealed class SavedSearchTests(Browser browser)
{
    [Fact]
    public async Task A_search_is_kept_on_this_device_renamed_removed_and_brought_back()
    {
        var page = await browser.OpenAsync("/recommendations?q=rights&response=noted");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await OpenAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save on this device" }).ClickAsync();
        await Assertions.Expect(Saved(page)).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#follow [role=status]")).ToHaveTextAsync("Saved on this device.");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Rename") }).ClickAsync();
        await page.GetByLabel("New name").FillAsync("Noted, with <b>rights</b>");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Saved(page)).ToHaveTextAsync("Noted, with <b>rights</b>");
        Assert.Contains("q=rights", page.Url, StringComparison.Ordinal);

        // Only the program's own files were fetched, and nothing of the search was told to anyone.
        Assert.Contains(asked, address => address.StartsWith($"{browser.Address}/assets/saved.js", StringComparison.Ordinal));
        Assert.All(asked, address => Assert.StartsWith($"{browser.Address}/assets/", address, StringComparison.Ordinal));

        await page.GotoAsync("/recommendations?issue=detention");
        await OpenAsync(page);
        await Saved(page).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("q=rights", StringComparison.Ordinal) && url.Contains("response=noted", StringComparison.Ordinal));

        await OpenAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove: ") }).ClickAsync();
        await Assertions.Expect(Saved(page)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Undo") }).ClickAsync();
        await Assertions.Expect(Saved(page)).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_still_works_after_a_filter_was_ticked_and_names_the_new_search()
    {
        var page = await browser.OpenAsync("/recommendations?q=rights");
        await OpenAsync(page);
        await page.Locator("#follow > summary").ClickAsync();
        await new SearchPage(page).Filter("response", "noted").CheckAsync();
        await Assertions.Expect(new SearchPage(page).Chips).ToHaveCountAsync(1);
        await OpenAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save on this device" }).ClickAsync();
        await Assertions.Expect(Saved(page)).ToHaveAttributeAsync("href", "/recommendations?q=rights&response=noted");
        Assert.Equal("/recommendations.atom?q=rights&response=noted", await page.Locator("link[rel=alternate]").GetAttributeAsync("href"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_someone_else_wrote_into_the_list_leads_nowhere_else()
    {
        var page = await browser.OpenAsync("/recommendations");
        await page.EvaluateAsync("localStorage.setItem('openupr-saved-searches', JSON.stringify([{ name: 'x', link: 'javascript:alert(1)' }, { name: 'y', link: '//example.org' }, 7, null, { name: 'z', link: '/recommendations?q=rights' }]))");
        await OpenAsync(page);
        await Assertions.Expect(Saved(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Saved(page)).ToHaveTextAsync("z");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_link_and_the_feed_are_there_and_nothing_that_would_not_work()
    {
        var page = await browser.OpenAsync("/recommendations?q=rights", new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.Locator("#follow > summary").ClickAsync();
        await Assertions.Expect(page.Locator("#follow a[href='/recommendations.atom?q=rights']")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("#follow button:visible").CountAsync());
        await page.Context.CloseAsync();
    }

    private static async Task OpenAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("html.js")).ToHaveCountAsync(1);
        await page.Locator("#follow > summary").ClickAsync();
        await Assertions.Expect(page.Locator("#follow [data-list] > ul")).ToHaveCountAsync(1);
    }

    private static ILocator Saved(IPage page) => page.Locator("#follow [data-list] li a");
}
