using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>What holds for every page that the product has, each said with the page's address where it does not.</summary>
internal static class PageChecks
{
    private static readonly string s_axe = Script();

    /// <summary>Nothing that axe finds (WCAG 2.2 AA and good practice) in the page as it stands.</summary>
    public static async Task AssertAxeCleanAsync(IPage page, string address, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
        {
            await page.EvaluateAsync(s_axe);
        }

        // Asked in the page itself, and only for what it finds: the whole answer, in a page of its own, takes several times as long.
        var found = await page.EvaluateAsync<string[]>(
            """
            rules => axe.run(document, { resultTypes: ['violations'], ...(rules.length > 0 ? { runOnly: { type: 'rule', values: rules } } : {}) })
              .then(result => result.passes.length === 0 ? ['axe looked at nothing'] : result.violations.map(v => `${v.id} (${v.help}) at ${v.nodes.slice(0, 3).map(n => n.html).join(', ')}`))
            """,
            rules);
        Assert.True(found.Length == 0, $"{address}: {string.Join("; ", found)}");
    }

    /// <summary>One heading of the first level, and none left out between two levels.</summary>
    public static async Task AssertHeadingsFollowAsync(IPage page, string address)
    {
        var levels = await page.Locator("h1, h2, h3, h4").EvaluateAllAsync<int[]>("all => all.map(h => Number(h.tagName[1]))");
        Assert.True(levels.Count(l => l == 1) == 1 && levels.Zip(levels.Skip(1)).All(p => p.Second <= p.First + 1), $"{address}: headings {string.Join(' ', levels)}");
    }

    /// <summary>Nothing scrolls sideways at 320 pixels (WCAG 2.2, 1.4.10).</summary>
    public static async Task AssertFitsNarrowAsync(IPage page, string address)
    {
        await page.SetViewportSizeAsync(320, 800);
        await AssertFitsAsync(page, address);
    }

    /// <summary>Nothing scrolls sideways with text twice as large (WCAG 2.2, 1.4.4).</summary>
    public static async Task AssertFitsLargeAsync(IPage page, string address)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await AssertFitsAsync(page, address);
    }

    /// <summary>Nothing scrolls sideways as the page stands.</summary>
    public static async Task AssertFitsAsync(IPage page, string address)
    {
        var size = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        Assert.True(size[0] <= size[1], $"{address}: {size[0]} pixels wide in {size[1]}");
    }

    private static string Script()
    {
        using var stream = typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
