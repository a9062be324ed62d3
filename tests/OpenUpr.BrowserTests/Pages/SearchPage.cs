using Microsoft.Playwright;

namespace OpenUpr.BrowserTests.Pages;

/// <summary>The search page as a reader uses it.</summary>
public sealed class SearchPage(IPage page)
{
    public ILocator Box => page.GetByLabel("Words, \"phrases\", or filters");

    public ILocator Results => page.Locator("ol.results > li");

    public ILocator Chips => page.Locator("ul.chips li:not(.clear) a");

    public ILocator Found => page.Locator(".found strong");

    public ILocator Filter(string facet, string value) => page.Locator($"#f-{facet} input[value='{value}']");

    public async Task SearchAsync(string words)
    {
        await Box.FillAsync(words);
        await Box.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/recommendations", StringComparison.Ordinal));
        await Found.WaitForAsync();
    }

    public async Task<int> CountAsync()
    {
        var text = await Found.InnerTextAsync();
        return int.Parse(new string([.. text.TakeWhile(c => c != ' ').Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);
    }
}
