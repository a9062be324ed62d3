using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>Contacts, events and consultations as people of the demonstration use them.</summary>
public sealed class OutreachTests(Browser browser)
{
    private const string Room = "/coalitions/tovell-rights";

    private static readonly string[] s_pages =
    [
        "/contacts", "/contacts/1", "/contacts/1/edit", "/contacts/2/letter?kind=thanks", "/contacts/import", "/contacts/export", "/contacts/briefing", "/letters", "/events", "/events/1", "/events/3", "/events/1/clock", "/events/1/letters", "/events/ways", "/consultation", "/consultation/3", "/consultation/1/edit",
    ];

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
    public async Task The_clock_counts_down_by_keyboard_and_goes_on_to_the_next_speaker()
    {
        var page = await browser.SignInAsync("Lucas Fontaine");
        await page.GotoAsync($"{Room}/events/1/clock");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Amara Delisle");
        await Assertions.Expect(page.Locator("[data-time]")).ToHaveTextAsync("3:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-time]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^2:5\\d$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Next speaker" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-time]")).ToHaveTextAsync("5:00");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Lucas Fontaine");
        await page.Context.CloseAsync();
    }
}
