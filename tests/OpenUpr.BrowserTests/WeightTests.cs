namespace OpenUpr.BrowserTests;

public sealed class WeightTests(Browser browser)
{
    /// <summary>Bytes, of the page, the style sheet, the script and the icon together.</summary>
    private const int Budget = 100_000;

    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task A_page_with_all_its_files_is_lighter_than_100_kB_even_uncompressed_and_asks_no_one_else(string address)
    {
        var page = await browser.OpenAsync(address);
        await page.WaitForFunctionAsync("document.documentElement.classList.contains('js')");
        var loaded = await page.EvaluateAsync<Loaded[]>("performance.getEntries().filter(e => e.decodedBodySize !== undefined).map(e => ({ address: e.name, bytes: e.decodedBodySize }))");
        Assert.True(loaded.Length >= 3, "the page, its style sheet and its script");
        Assert.All(loaded, file => Assert.StartsWith(browser.Address, file.Address, StringComparison.Ordinal));
        Assert.InRange(loaded.Sum(file => file.Bytes), 1, Budget);
        await page.Context.CloseAsync();
    }

    private sealed class Loaded
    {
        public string Address { get; set; } = "";

        public int Bytes { get; set; }
    }
}
