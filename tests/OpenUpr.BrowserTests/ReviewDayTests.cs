using System.Globalization;
using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>The live board as two people use it: without a mouse, with a connection that goes, with a session that ends.</summary>
public sealed class ReviewDayTests(Browser browser)
{
    private const string Board = "/coalitions/tovell-rights/review-day/1";

    /// <summary>Seconds for which the network is cut; more by hand.</summary>
    private static readonly int s_cut = int.TryParse(Environment.GetEnvironmentVariable("OPENUPR_CUT_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 2;

    [Fact]
    public async Task Two_write_at_once_through_a_network_cut_and_a_reload_and_no_line_is_lost()
    {
        var (noor, lucas) = (await OpenAsync("Noor Halim"), await OpenAsync("Lucas Fontaine"));
        await StoreAsync(noor, "first of noor", "stored");
        await Line(lucas, "first of noor").WaitForAsync();

        await noor.Context.SetOfflineAsync(true);
        foreach (var text in new[] { "cut one", "? cut two", "= cut three" })
        {
            await StoreAsync(noor, text, "waiting to be sent");
        }

        await Assertions.Expect(noor.Locator("[data-state]")).ToContainTextAsync("No connection. Lines kept on this device: 3.");
        await StoreAsync(lucas, "meanwhile of lucas", "stored");

        // Both correct the same line, one of them without a connection; arrow up in the empty field does it.
        await EditAsync(noor, "first of noor", "first as noor corrects it");
        await EditAsync(lucas, "first of noor", "first as lucas corrects it");
        await Assertions.Expect(Line(lucas, "first as lucas corrects it").Locator("[data-is]")).ToHaveTextAsync("stored");
        await noor.WaitForTimeoutAsync(s_cut * 1000);

        // The page is gone while there is no connection, and what was being typed is kept too.
        await noor.Locator("#text").FillAsync("half a sen");
        await Assert.ThrowsAsync<PlaywrightException>(() => noor.ReloadAsync());
        await noor.Context.SetOfflineAsync(false);
        await noor.GotoAsync(Board);
        await Assertions.Expect(noor.Locator("#text")).ToHaveValueAsync("half a sen");
        foreach (var (text, kind) in new[] { ("cut one", "recommendation"), ("cut two", "question"), ("cut three", "reply") })
        {
            await Assertions.Expect(Line(noor, text).Locator("[data-is]")).ToHaveTextAsync("stored");
            await Assertions.Expect(Line(lucas, text)).ToHaveCountAsync(1);
            await Assertions.Expect(Line(lucas, text).Locator("[data-kind]")).ToHaveTextAsync(kind);
        }

        // Both versions stand side by side until somebody chooses.
        await Assertions.Expect(noor.Locator(".both [data-mine]")).ToHaveTextAsync("first as noor corrects it");
        await Assertions.Expect(noor.Locator(".both [data-theirs]")).ToHaveTextAsync("first as lucas corrects it");
        await noor.Locator("[data-keepmine]").PressAsync("Enter");
        await Assertions.Expect(Line(lucas, "first as noor corrects it")).ToHaveCountAsync(1);
        await Assertions.Expect(noor.Locator("[data-state]")).ToHaveTextAsync("All lines are stored.");
        await noor.ReloadAsync();
        await Assertions.Expect(Line(noor, "meanwhile of lucas")).ToHaveCountAsync(1);
        Assert.Equal(0, await noor.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.includes(':l:')).length"));
        await noor.Context.CloseAsync();
        await lucas.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_speakers_follow_each_other_and_lines_wait_while_the_session_is_gone()
    {
        var page = await OpenAsync("Noor Halim");
        await Assertions.Expect(page.Locator("#text")).ToBeFocusedAsync();
        var name = "";
        for (var i = 0; i < 2; i++)
        {
            name = (await page.Locator("[data-next]").InnerTextAsync()).Replace("Next: ", "", StringComparison.Ordinal);
            await page.Keyboard.PressAsync("PageDown");
            await Assertions.Expect(page.Locator(".floor .who")).ToHaveTextAsync(name);
            await Assertions.Expect(page.Locator("[data-clock]")).ToContainTextAsync("left");
        }

        await page.Keyboard.TypeAsync("kept by the keyboard");
        await page.Keyboard.PressAsync("Alt+4");
        await Assertions.Expect(Line(page, "kept by the keyboard").Locator("[data-who]")).ToHaveTextAsync(name);
        await Assertions.Expect(Line(page, "kept by the keyboard").Locator("[data-is]")).ToHaveTextAsync("stored");
        await page.Keyboard.PressAsync("Alt+z");
        await Assertions.Expect(Line(page, "kept by the keyboard")).ToHaveCountAsync(0);

        await page.Context.ClearCookiesAsync();
        await StoreAsync(page, "written without a session", "waiting to be sent");
        await Assertions.Expect(page.Locator("[data-state]")).ToContainTextAsync("You are signed out.");
        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync("/sign-in?return=/coalitions");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Noor Halim" }).PressAsync("Enter");
        await tab.WaitForURLAsync($"{browser.Address}/coalitions");
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(Line(page, "written without a session").Locator("[data-is]")).ToHaveTextAsync("stored");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_script_the_board_is_a_form()
    {
        var page = await browser.SignInAsync("Noor Halim", new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(Board);
        await page.GetByLabel("Who says it").SelectOptionAsync(new SelectOptionValue { Label = "2. Meridia" });
        await page.GetByLabel("What is said").FillAsync("? said without a script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Store recommendation" }).PressAsync("Enter");
        await Assertions.Expect(Line(page, "said without a script").Locator("[data-kind]")).ToHaveTextAsync("question");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next speaker" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_pages_of_the_day_and_nothing_scrolls_sideways()
    {
        var page = await browser.SignInAsync("Amara Delisle", null);
        foreach (var path in new[] { "", "/new", "/1", "/1/speakers", "/1/lines", "/1/lines/1", "/1/after", "/1/report", "/1/edit", "/1/delete" })
        {
            await page.GotoAsync(Board[..^2] + path);
            await page.SetViewportSizeAsync(1280, 900);
            await PageChecks.AssertAxeCleanAsync(page, path);
            if (path is "/1" or "/1/after")
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
                await PageChecks.AssertAxeCleanAsync(page, path, "color-contrast");
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            }

            await PageChecks.AssertFitsNarrowAsync(page, path);
        }

        await page.Context.CloseAsync();
    }

    private static ILocator Line(IPage page, string text) => page.Locator("[data-lines] > li").Filter(new LocatorFilterOptions { HasText = text });

    private static async Task StoreAsync(IPage page, string text, string state)
    {
        await page.Locator("#text").FillAsync(text);
        await page.Locator("#text").PressAsync("Enter");
        await Assertions.Expect(Line(page, text.TrimStart('?', '=', ' ')).Locator("[data-is]")).ToHaveTextAsync(state);
    }

    private static async Task EditAsync(IPage page, string text, string corrected)
    {
        await Line(page, text).Locator("[data-edit]").PressAsync("Enter");
        await page.Locator("[data-lines] textarea").FillAsync(corrected);
        await page.Locator("[data-lines] textarea").PressAsync("Enter");
        await Line(page, corrected).WaitForAsync();
    }

    private async Task<IPage> OpenAsync(string name)
    {
        var page = await browser.SignInAsync(name, null);
        await page.GotoAsync(Board);
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync("All lines are stored.");
        return page;
    }
}
