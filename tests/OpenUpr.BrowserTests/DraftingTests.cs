using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>Priorities and drafts as people of the demonstration use them.</summary>
public sealed class DraftingTests(Browser browser)
{
    private const string Room = "/coalitions/tovell-rights";

    private static readonly string[] s_pages = ["/priorities", "/priorities/2", "/priorities/1/edit", "/drafts", "/drafts/3", "/drafts/1/edit", "/drafts/1/history"];

    [Fact]
    public async Task Axe_finds_nothing_headings_follow_each_other_and_nothing_scrolls_sideways()
    {
        var page = await browser.SignInAsync("Amara Delisle");
        foreach (var path in s_pages)
        {
            await page.GotoAsync(Room + path);
            await page.SetViewportSizeAsync(1280, 900);
            await PageChecks.AssertAxeCleanAsync(page, path);
            await PageChecks.AssertHeadingsFollowAsync(page, path);
            await PageChecks.AssertFitsNarrowAsync(page, path);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_survives_a_lost_connection_and_a_crash_and_goes_when_one_leaves()
    {
        var page = await browser.SignInAsync("Lucas Fontaine");
        var (edit, kept) = ($"{Room}/drafts/6/edit", page.Locator("#kept"));
        var text = page.Locator("#draft");
        await page.GotoAsync(edit);
        await page.Context.SetOfflineAsync(true);
        await text.FillAsync("Typed without a connection");
        await Assertions.Expect(kept).ToContainTextAsync("No connection: kept in this browser", new() { Timeout = 15_000 });

        // The page is gone as by a crash, before the connection is back; what the browser kept is offered, and then kept on the server too.
        await page.CloseAsync();
        await page.Context.SetOfflineAsync(false);
        page = await page.Context.NewPageAsync();
        (kept, text) = (page.Locator("#kept"), page.Locator("#draft"));
        await page.GotoAsync(browser.Address + edit);
        await Assertions.Expect(page.Locator("[data-offered]")).ToHaveTextAsync("Typed without a connection");
        await page.Locator("[data-take]").ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("Typed without a connection");
        await Assertions.Expect(kept).ToContainTextAsync("Kept on the server", new() { Timeout = 15_000 });
        await page.GotoAsync(browser.Address + edit);
        await Assertions.Expect(text).ToHaveValueAsync("Typed without a connection");

        await text.FillAsync("Typed and left");
        await Assertions.Expect(kept).ToContainTextAsync("Kept", new() { Timeout = 15_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave this page" }).ClickAsync();
        await page.WaitForURLAsync($"{browser.Address}/");
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('openupr-draft:')).length"));
        await page.Context.CloseAsync();
    }
}
