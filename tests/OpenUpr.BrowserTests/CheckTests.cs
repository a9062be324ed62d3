using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace OpenUpr.BrowserTests;

/// <summary>Checking a file as a person does it: with the keyboard, and without JavaScript on a narrow screen.</summary>
public sealed class CheckTests(Browser browser)
{
    [Fact]
    public async Task A_file_is_checked_by_keys_alone_and_the_answer_is_accessible()
    {
        var page = await browser.OpenAsync("/check");
        await SendAsync(page, () => page.Keyboard.PressAsync("Enter"));
        await PageChecks.AssertAxeCleanAsync(page, page.Url);
        await PageChecks.AssertHeadingsFollowAsync(page, page.Url);
        await PageChecks.AssertFitsNarrowAsync(page, page.Url);
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_answer_is_a_light_page()
    {
        var page = await browser.OpenAsync("/check", new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 320, Height = 800 } });
        var sent = page.WaitForResponseAsync(r => r.Request.Method == "POST");
        await SendAsync(page, () => page.Locator("#check button").ClickAsync());
        Assert.InRange((await (await sent).BodyAsync()).Length, 1, 60_000);
        Assert.Equal($"{browser.Address}/check#answer", page.Url);
        await page.Context.CloseAsync();
    }

    private static async Task SendAsync(IPage page, Func<Task> press)
    {
        await page.Locator("#kind").SelectOptionAsync("oral-statement");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "statement.docx", MimeType = "application/octet-stream", Buffer = Made() });
        await page.Locator("#check button").FocusAsync();
        await press();
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("statement.docx");
        await Assertions.Expect(page.Locator("#error")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".rules q").First).ToContainTextAsync("Ms. Lena Amadi");
        await Assertions.Expect(page.Locator("#kind")).ToHaveValueAsync("oral-statement");
    }

    /// <summary>A statement that breaks rules: it names a person, and not the review.</summary>
    private static byte[] Made()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>The police held Ms. Lena Amadi for a week.</w:t></w:r></w:p></w:body></w:document>"));
        }

        return file.ToArray();
    }
}
