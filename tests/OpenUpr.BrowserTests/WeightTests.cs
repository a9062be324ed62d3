using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

public sealed class WeightTests(Browser browser)
{
    /// <summary>Bytes, of the page, the style sheet, the script and the icon together.</summary>
    private const int Budget = 100_000;

    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task A_page_with_all_its_files_is_lighter_than_100_kB_even_uncompressed_and_asks_no_one_else(string address)
    {
        var responses = new List<IResponse>();
        var foreign = new List<string>();
        var page = await browser.OpenAsync("/help");
        page.Response += (_, response) => responses.Add(response);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(browser.Address, StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        Assert.Empty(foreign);
        var weight = 0;
        foreach (var response in responses)
        {
            weight += (await response.BodyAsync()).Length;
        }

        Assert.InRange(weight, 1, Budget);
        await page.Context.CloseAsync();
    }
}
