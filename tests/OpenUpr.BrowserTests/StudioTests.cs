using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>Documents as people of the demonstration write them.</summary>
public sealed class StudioTests(Browser browser)
{
    private const string Room = "/coalitions/tovell-rights";

    [Fact]
    public async Task A_section_survives_a_lost_connection_and_a_crash_two_who_write_meet_and_it_works_by_keyboard()
    {
        var page = await browser.SignInAsync("Lucas Fontaine");
        var document = await BeginAsync(page);
        var link = page.Locator(".sections a").First;
        var section = browser.Address + await link.GetAttributeAsync("href");
        await page.GotoAsync(section);
        var (kept, text) = (page.Locator("#kept"), page.Locator("#draft"));
        await page.Context.SetOfflineAsync(true);
        await text.FillAsync("Typed without a connection");
        await Assertions.Expect(kept).ToContainTextAsync("No connection: kept in this browser", new() { Timeout = 15_000 });

        // The page is gone as by a crash, before the connection is back; what the browser kept is offered, and then kept on the server too.
        await page.CloseAsync();
        await page.Context.SetOfflineAsync(false);
        page = await page.Context.NewPageAsync();
        (kept, text) = (page.Locator("#kept"), page.Locator("#draft"));
        await page.GotoAsync(section);
        await Assertions.Expect(page.Locator("[data-offered]")).ToHaveTextAsync("Typed without a connection");
        await page.Locator("[data-take]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(text).ToHaveValueAsync("Typed without a connection");
        await Assertions.Expect(kept).ToContainTextAsync("Kept on the server", new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("#count")).ToContainTextAsync("This section:");

        // Words are counted while one types, and a recommendation goes in where the cursor stands.
        var heading = (await page.Locator("#heading").InputValueAsync()).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        await text.FillAsync("One two three");
        await Assertions.Expect(page.Locator("#count")).ToContainTextAsync($"This section: {heading + 3} words", new() { Timeout = 15_000 });
        await page.Locator(".insert summary").ClickAsync();
        await page.Locator("[data-insert]").First.ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^One two three\\n\\nR: \\w+"));

        // Somebody else saves first; both texts come together in the form, and Enter in the heading saves them.
        var other = await browser.SignInAsync("Noor Halim");
        await other.GotoAsync(section);
        await other.Locator("#draft").FillAsync("What Noor wrote");
        await other.Locator("[data-save]").ClickAsync();
        await other.WaitForURLAsync($"{browser.Address}{document}?*");
        await other.Context.CloseAsync();
        await page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(page.Locator("#clash")).ToBeVisibleAsync();
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("What Noor wrote(.|\\n)*One two three"));
        await PageChecks.AssertAxeCleanAsync(page, "a conflict");
        await page.Locator("#heading").PressAsync("Enter");
        await page.WaitForURLAsync($"{browser.Address}{document}?*");
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('openupr-draft:')).length"));
        await CheckAsync(page, document, section);
        await page.Context.CloseAsync();
    }

    /// <summary>All pages of a document: axe, headings, a phone's width, the dark.</summary>
    private async Task CheckAsync(IPage page, string document, string section)
    {
        foreach (var path in new[] { $"{Room}/studio", $"{Room}/studio/new", document, section[browser.Address.Length..], $"{document}/cover", $"{document}/signers", $"{document}/steps", $"{document}/history", $"{document}/preview", $"{document}/print" })
        {
            await page.GotoAsync(browser.Address + path);
            await page.SetViewportSizeAsync(1280, 900);
            await PageChecks.AssertAxeCleanAsync(page, path);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            await PageChecks.AssertAxeCleanAsync(page, path, "color-contrast");
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            await PageChecks.AssertHeadingsFollowAsync(page, path);
            await PageChecks.AssertFitsNarrowAsync(page, path);
        }
    }

    private async Task<string> BeginAsync(IPage page)
    {
        await page.GotoAsync($"{browser.Address}{Room}/studio/new?kind=factsheet");
        await page.GetByLabel("Title", new() { Exact = false }).First.FillAsync("A factsheet on prisons");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin it" }).ClickAsync();
        await page.WaitForURLAsync($"{browser.Address}{Room}/studio/*?done=saved");
        return new Uri(page.Url).AbsolutePath;
    }
}
