using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>A coalition's room as people of the demonstration walk through it.</summary>
public sealed class RoomTests(Browser browser)
{
    private const string Room = "/coalitions/tovell-rights";

    private static readonly string[] s_pages =
    [
        "", "/about", "/settings", "/terms", "/terms/new", "/organisations", "/organisations/1", "/organisations/1/edit", "/people", "/people/2", "/people/2/traces", "/clusters", "/clusters/1", "/clusters/1/edit",
        "/meetings", "/meetings/2", "/meetings/2/edit", "/targets", "/targets/new", "/targets/1/edit", "/press", "/press/new", "/press/2", "/press/2/edit", "/secretariat", "/hand-over", "/trainings", "/funding", "/absent", "/reprisals", "/reprisals/1", "/search?q=submission",
        "/audit", "/evidence", "/evidence?view=trash", "/evidence/new", "/evidence/1", "/evidence/1/edit", "/evidence/1/files", "/evidence/1/safety", "/evidence/1/custody", "/evidence/1/delete", "/evidence/1/files/1/original", "/evidence/inbox", "/evidence/boxes",
        "/now", "/plan", "/plan/tasks/5", "/plan/tasks/5/edit", "/plan/tasks/new", "/plan/dates", "/plan/quiet", "/plan/new", "/calendar", "/calendar?view=list", "/calendar?view=timeline", "/calendar/feed", "/calendar/treaty", "/calendar/zone", "/reminders",
        "/coverage", "/studio", "/studio/new", "/studio/import", "/studio/1", "/studio/1/sections/1", "/studio/1/cover", "/studio/1/signers", "/studio/1/steps", "/studio/1/history", "/studio/1/preview", "/matrix", "/matrix/1", "/matrix/1?theme=0", "/matrix/1/rows/1", "/follow-up", "/follow-up/1", "/matrix/1/fill", "/matrix/words", "/follow-up/1/uptake", "/follow-up/1/uptake/1", "/follow-up/1/uptake/report", "/follow-up/1/uptake/thanks", "/follow-up/1/positions", "/follow-up/1/positions/1", "/follow-up/1/positions/lobby", "/follow-up/1/workshop", "/follow-up/1/workshop/1", "/follow-up/1/adoption", "/follow-up/1/dissemination", "/follow-up/1/translations?language=fr", "/follow-up/1/public", "/follow-up/1/actions", "/follow-up/1/actions/1", "/follow-up/1/monitoring/indicators", "/follow-up/1/actions/versions?before=1", "/action-versions/2", "/action-versions/2/actions/A1", "/action-versions/2/actions/N1", "/action-versions/2/actions/new", "/follow-up/1/actions/views", "/follow-up/1/actions/views?for=parliament&of=budget", "/follow-up/1/actions/sheet", "/action-versions/2", "/follow-up/1/mechanism", "/follow-up/1/mechanism/rows?show=all&body=Ministry%20of%20Justice", "/follow-up/1/mechanism/notice?body=Ministry%20of%20Justice", "/follow-up/1/mechanism/actions/1", "/reports", "/follow-up/1/monitoring", "/follow-up/1/monitoring/1", "/follow-up/1/monitoring/13", "/follow-up/1/monitoring/index", "/follow-up/1/monitoring/rounds", "/follow-up/1/monitoring/list", "/follow-up/1/monitoring/indicators/1", "/follow-up/1/reports", "/follow-up/1/reports/2", "/report-versions/1", "/follow-up/1/digests", "/follow-up/1/digests?for=press&of=all", "/follow-up/1/next",
    ];

    /// <summary>Those that hold between them every part that has a colour of its own.</summary>
    private static readonly string[] s_dark = ["", "/people/2", "/meetings/2", "/reprisals/1", "/search?q=submission", "/evidence", "/evidence/1/safety", "/evidence/1/files/1/original", "/plan", "/calendar", "/reminders", "/targets", "/studio/1", "/studio/1/preview", "/matrix/1?theme=0"];

    [Fact]
    public async Task Axe_finds_nothing_in_the_room_headings_follow_each_other_and_nothing_scrolls_sideways()
    {
        var page = await browser.SignInAsync("Amara Delisle");
        foreach (var path in s_pages)
        {
            await page.GotoAsync(Room + path);
            await page.SetViewportSizeAsync(1280, 900);
            await PageChecks.AssertAxeCleanAsync(page, path);
            if (s_dark.Contains(path))
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
                await PageChecks.AssertAxeCleanAsync(page, path, "color-contrast");
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            }

            await PageChecks.AssertHeadingsFollowAsync(page, path);
            await page.SetViewportSizeAsync(320, 800);
            if (path.Length == 0)
            {
                await page.Locator(".roommenu > summary").ClickAsync();
                await PageChecks.AssertAxeCleanAsync(page, "the open menu");
            }

            await PageChecks.AssertFitsNarrowAsync(page, path);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_somebody_who_was_invited_reads_the_terms_accepts_them_and_is_home()
    {
        var page = await browser.SignInAsync("Samir Okoye");
        await page.GotoAsync(Room);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Terms of reference");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read the terms and accept them" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What is due" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_secretariat_hands_over_by_keyboard_and_finds_the_list_again()
    {
        var page = await browser.SignInAsync("Petra Lindqvist");
        await page.GotoAsync("/coalitions/arvenia-watch/hand-over");
        await Assertions.Expect(page.GetByText("Ask both associations for copies of the orders").First).ToBeVisibleAsync();
        await page.GetByLabel("Note for who follows").FocusAsync();
        await page.Keyboard.TypeAsync("The keys are with the neighbour.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The hand-over is recorded.");
        await page.GetByText("What was open").First.ClickAsync();
        await Assertions.Expect(page.GetByText("The keys are with the neighbour.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_room_is_one_click_away_and_its_search_finds_a_case_by_its_notes()
    {
        var page = await browser.SignInAsync("Noor Halim");
        await page.GotoAsync("/states");
        await page.GetByRole(AriaRole.Link, new() { Name = "Coalitions", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tovell Rights Coalition" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Search the room" }).ClickAsync();
        await page.GotoAsync($"{Room}/search?q=judge");
        await page.GetByRole(AriaRole.Link, new() { Name = "Evidence: Heron 1" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Heron 1");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_without_scripts_the_menu_opens_by_key_leads_on_and_says_where_one_is()
    {
        var page = await browser.SignInAsync("Noor Halim", new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 320, Height = 700 } });
        await page.GotoAsync(Room);
        await page.Locator(".roommenu > summary").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Trainings" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Trainings");
        await Assertions.Expect(page.Locator(".roommenu > summary")).ToContainTextAsync("Trainings");
        await page.Context.CloseAsync();
    }
}
