using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>The pictures of the guide, taken of the demonstration: written anew with OPENUPR_WRITE_PICTURES=1, else looked for, with the page they show.</summary>
public sealed class GuidePictureTests(Browser browser)
{
    private const int MostBytes = 150_000;

    [Theory]
    [InlineData("room-home", "/coalitions/tovell-rights", "Tovell Rights Coalition")]
    [InlineData("room-case", "/coalitions/tovell-rights/evidence/1", "Heron 1")]
    [InlineData("room-log", "/coalitions/tovell-rights/audit", "Who did what")]
    [InlineData("room-now", "/coalitions/tovell-rights/now", "What now")]
    [InlineData("room-plan", "/coalitions/tovell-rights/plan", "Plan of the review: Tovell")]
    [InlineData("room-task", "/coalitions/tovell-rights/plan/tasks/5", "Find out who may enter and speak at the United Nations")]
    [InlineData("room-calendar", "/coalitions/tovell-rights/calendar?view=timeline", "Calendar")]
    [InlineData("room-contact", "/coalitions/tovell-rights/contacts/1", "Linnea Aasgard")]
    [InlineData("room-event", "/coalitions/tovell-rights/events/1", "Briefing for embassies in San Merrow")]
    [InlineData("room-day", "/coalitions/tovell-rights/review-day/1", "Tovell, session 40")]
    [InlineData("room-after", "/coalitions/tovell-rights/review-day/1/after", "After the day")]
    [InlineData("room-document", "/coalitions/tovell-rights/studio/1", "Joint submission of the Tovell Rights Coalition to the Universal Periodic Review of Tovell")]
    [InlineData("room-positions", "/coalitions/tovell-rights/follow-up/1/positions", "Positions: Tovell, session 40")]
    [InlineData("room-joint", "/coalitions/tovell-rights/action-versions/2/actions/A1", "A1 Begun")]
    [InlineData("room-monitoring", "/coalitions/tovell-rights/follow-up/1/monitoring", "Monitoring")]
    [InlineData("room-mechanism", "/coalitions/tovell-rights/follow-up/1/mechanism", "Who answers for what")]
    [InlineData("room-reports", "/coalitions/tovell-rights/follow-up/1/reports", "Reports")]
    [InlineData("implementation", "/implementation", "How far recommendations are carried out")]
    [InlineData("room-coverage", "/coalitions/tovell-rights/coverage", "What the papers say")]
    [InlineData("targets", "/targets?sur=XTO&issue=detention", "Who may raise it with Tovell")]
    [InlineData("account", "/account", "Your account")]
    [InlineData("labels-next", "/curate/labels/next", "Labels in doubt")]
    [InlineData("labels", "/recommendations/3#labels", "Bel Tora to Sarrane, session 13")]
    public async Task A_picture_of_the_guide_is_there_small_and_of_a_page_that_still_exists(string name, string address, string heading)
    {
        var page = await browser.SignInAsync("Amara Delisle", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1000, Height = 760 } });
        await page.GotoAsync(address);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

        var file = Path.Combine(FindRoot(), "docs", "images", name + ".png");
        if (Environment.GetEnvironmentVariable("OPENUPR_WRITE_PICTURES") == "1")
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        }

        Assert.True(File.Exists(file), $"{file} is missing; run: OPENUPR_WRITE_PICTURES=1 dotnet test tests/OpenUpr.BrowserTests --filter FullyQualifiedName~GuidePicture");
        Assert.InRange(new FileInfo(file).Length, 5_000, MostBytes);
        await page.Context.CloseAsync();
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpenUpr.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the source tree.");
        }

        return folder;
    }
}
