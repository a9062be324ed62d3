using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>The demonstration's list of recommendations in a browser.</summary>
public sealed class MatrixTests(Browser browser)
{
    private const string Lists = "/coalitions/tovell-rights/matrix";

    [Fact]
    public async Task The_pages_are_accessible_and_a_row_is_filled_in_by_keyboard()
    {
        var page = await browser.SignInAsync("Lucas Fontaine");
        foreach (var path in new[] { "", "/1", "/1?theme=1", "/1/rows/1" })
        {
            await page.GotoAsync(Lists + path);
            await page.SetViewportSizeAsync(1280, 900);
            await PageChecks.AssertAxeCleanAsync(page, path);
            await PageChecks.AssertHeadingsFollowAsync(page, path);
            await PageChecks.AssertFitsNarrowAsync(page, path);
        }

        await page.GotoAsync(Lists + "/1?theme=0&show=open");
        var comment = page.GetByLabel("What was done, and how you know").First;
        await comment.FocusAsync();
        await page.Keyboard.TypeAsync("We saw it ourselves.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(comment).ToHaveValueAsync("We saw it ourselves.");
        await page.Context.CloseAsync();
    }
}
