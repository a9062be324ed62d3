using System.Text;
using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>What a secretariat and an operator do rarely and must not get wrong: sheets that come in, the end of a coalition, who may found one. By keyboard.</summary>
public sealed class SecretariatTests(Browser browser)
{
    private const string Room = "/coalitions/tovell-rights";

    [Fact]
    public async Task A_sheet_with_a_title_above_its_headings_comes_in_after_a_look_at_what_would()
    {
        var page = await browser.SignInAsync("Amara Delisle");
        await page.GotoAsync(Room + "/import");
        await CheckAsync(page, "the form");
        await page.GetByLabel("What its rows are").SelectOptionAsync("trainings");
        await page.GetByLabel("The sheet").SetInputFilesAsync(new FilePayload { Name = "trainings.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("Our trainings;;\r\n;;\r\nWorkshop;Date;How many\r\nSafe telephones;28 March 2026;soon\r\n") });
        await PressAsync(page, "Show the columns");
        await Assertions.Expect(page.GetByLabel("What Workshop is")).ToHaveValueAsync("title");
        await Assertions.Expect(page.GetByText("The headings are in row 3")).ToBeVisibleAsync();
        await page.GetByLabel("What How many is").SelectOptionAsync("participants");
        await PressAsync(page, "Show what would come in");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Rows refused: 1");
        await CheckAsync(page, "a refused row");
        await page.GetByLabel("What How many is").SelectOptionAsync("");
        await PressAsync(page, "Show what would come in");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Rows that would come in: 1");
        await PressAsync(page, "Take them in");
        await page.WaitForURLAsync($"{browser.Address}{Room}/trainings?done=saved");
        await Assertions.Expect(page.GetByText("Safe telephones", new() { Exact = true })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_coalition_is_closed_by_its_name_alone_and_kept_again()
    {
        const string closing = "/coalitions/arvenia-watch/closing";
        var page = await browser.SignInAsync("Petra Lindqvist");
        await page.GotoAsync(closing);
        var name = await page.Locator("#name-hint").InnerTextAsync();
        await page.GetByLabel("The coalition's name, typed in full").FillAsync("Something else");
        await PressAsync(page, "Close it, and destroy everything in 30 days");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not the coalition's name");
        await CheckAsync(page, "a wrong name");
        await page.GetByLabel("The coalition's name, typed in full").FillAsync(name);
        await PressAsync(page, "Close it, and destroy everything in 30 days");
        await Assertions.Expect(page.GetByText("This coalition is being closed.").First).ToBeVisibleAsync();
        await CheckAsync(page, "a coalition that is being closed");
        await PressAsync(page, "Keep the coalition");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Close it, and destroy everything in 30 days" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_operator_says_who_may_found_a_coalition_and_others_are_told()
    {
        var page = await browser.SignInAsync("Amara Delisle");
        await page.GotoAsync("/operator/founding");
        await CheckAsync(page, "who may found");
        await page.GetByLabel("Operators only").CheckAsync();
        await PressAsync(page, "Save");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");
        var other = await browser.SignInAsync("Noor Halim");
        await other.GotoAsync("/coalitions/new");
        await Assertions.Expect(other.GetByText("only some accounts may found a coalition")).ToBeVisibleAsync();
        await other.Context.CloseAsync();
        await page.GetByLabel("Every account").CheckAsync();
        await PressAsync(page, "Save");
        await page.Context.CloseAsync();
    }

    /// <summary>Sends a form by key, and waits until it was taken.</summary>
    private static Task<IResponse> PressAsync(IPage page, string button) =>
        page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).PressAsync("Enter"), response => response.Request.Method == "POST");

    private static async Task CheckAsync(IPage page, string what)
    {
        await PageChecks.AssertAxeCleanAsync(page, what);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await PageChecks.AssertAxeCleanAsync(page, what + ", dark", "color-contrast");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await PageChecks.AssertHeadingsFollowAsync(page, what);
        await PageChecks.AssertFitsNarrowAsync(page, what);
        await page.SetViewportSizeAsync(1280, 900);
    }
}
