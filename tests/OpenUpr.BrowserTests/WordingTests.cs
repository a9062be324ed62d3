using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>The writing help as a person uses it: with and without JavaScript, and nothing of the draft in the address or the history.</summary>
public sealed class WordingTests(Browser browser)
{
    private const string Draft = "Sign and ratify OP-CAT and take all appropriate measures to prevent torture when possible";

    [Fact]
    public async Task The_answer_follows_what_is_typed_and_the_draft_stays_out_of_address_and_history()
    {
        var page = await browser.OpenAsync("/wording", new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add($"{request.Url} {string.Join(' ', request.Headers.Values)}");
        var history = await page.EvaluateAsync<int>("history.length");
        await page.Locator("#draft").FillAsync(Draft);
        await Assertions.Expect(page.Locator("#smart")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#told")).ToContainTextAsync("Specific:");
        await Assertions.Expect(page.Locator("#answer blockquote")).ToContainTextAsync("Sign and ratify OP-CAT");

        // What was opened stays open when the answer comes anew.
        await page.Locator("#answer .more > summary").ClickAsync();
        await page.GetByLabel("State under review").SelectOptionAsync("XAR");
        await Assertions.Expect(page.Locator("#expected")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#answer .more")).ToHaveAttributeAsync("open", "");

        Assert.Equal($"{browser.Address}/wording", page.Url);
        Assert.Equal(history, await page.EvaluateAsync<int>("history.length"));
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.DoesNotContain(requests, r => r.Contains("ratify", StringComparison.OrdinalIgnoreCase));
        await AssertAccessibleAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wording_is_taken_over_and_brought_back_and_works_by_keys_alone()
    {
        var page = await browser.OpenAsync("/wording");
        var draft = page.Locator("#draft");
        var example = page.Locator("#answer button[name=use]").First;
        var wording = await example.GetAttributeAsync("value") ?? "";
        await example.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(draft).ToHaveValueAsync(wording);
        await Assertions.Expect(page.Locator("#smart")).ToBeVisibleAsync();
        await Assertions.Expect(draft).ToBeFocusedAsync();
        await draft.FillAsync("My own words");
        await Assertions.Expect(page.Locator("#answer blockquote")).ToContainTextAsync("My own words");
        await page.Locator("#answer .more > summary").ClickAsync();
        await page.Locator("#answer .more button[name=use]").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to my wording" }).ClickAsync();
        await Assertions.Expect(draft).ToHaveValueAsync("My own words");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_form_is_sent_and_the_answer_is_a_light_page()
    {
        var page = await browser.OpenAsync("/wording", new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 320, Height = 800 } });
        await page.Locator("#draft").FillAsync(Draft);
        var sent = page.WaitForResponseAsync(r => r.Request.Method == "POST");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read my draft" }).ClickAsync();
        var answer = await sent;
        Assert.InRange((await answer.BodyAsync()).Length, 1, 60_000);
        await Assertions.Expect(page.Locator("#smart")).ToBeVisibleAsync();
        Assert.Equal($"{browser.Address}/wording#answer", page.Url);
        await Assertions.Expect(page.Locator("#draft")).ToHaveValueAsync(Draft);
        await page.Context.CloseAsync();
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        await PageChecks.AssertAxeCleanAsync(page, page.Url);
        await PageChecks.AssertFitsNarrowAsync(page, page.Url);
    }
}
