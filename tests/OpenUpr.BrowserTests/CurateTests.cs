using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using OpenUpr.App;
using OpenUpr.Storage;

namespace OpenUpr.BrowserTests;

/// <summary>The curator's way, on a site of its own: add files, see them read, settle a doubt by keys, undo.</summary>
public sealed class CurateTests(Browser browser) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openupr_curate_").FullName;
    private WebApplication? _site;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Address => _site!.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        _site = await AppBuilder.BuildAsync(new ServeOptions(StoreLocation.Parse(_folder, null), "http://127.0.0.1:0", Demo: true, Curate: false), Cancel);
        await _site.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _site!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Files_are_added_and_followed_until_they_are_read()
    {
        var page = await EnterAsync("/curate");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add papers" }).First.ClickAsync();
        await page.GetByLabel("Files").SetInputFilesAsync([
            new FilePayload { Name = "export.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\r\nArvenia,EEG,,Close the invented prison,Nivalund,WEOG,,Accepted,5,Detention,14\r\n") },
            new FilePayload { Name = "letter.txt", MimeType = "text/plain", Buffer = "Dear all"u8.ToArray() },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read these files" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/curate/uploads/", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#progress [role=status]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Done: 1 stored, 1 refused"));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again letter.txt" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Doubts_are_settled_and_brought_back_by_keys()
    {
        await AddDoubtsAsync();
        var page = await EnterAsync("/curate/doubts");
        await Assertions.Expect(page.Locator(".found strong")).ToHaveTextAsync("2");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator(".found strong")).ToHaveTextAsync("1");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator(".found strong")).ToHaveTextAsync("2");

        await page.Locator("[data-row] .text a").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/curate/doubts", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator("#typed")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(" as");
        await Assertions.Expect(page.Locator("#typed")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(" as"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save this correction" }).ClickAsync();
        await Assertions.Expect(page.Locator("form.note")).ToContainTextAsync("corrected to");
        await page.Keyboard.PressAsync("u");
        await page.WaitForURLAsync(url => !url.Contains("done", StringComparison.Ordinal));
        await page.GotoAsync($"{Address}/curate/doubts");
        await Assertions.Expect(page.Locator(".found strong")).ToHaveTextAsync("2");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_curators_pages_are_accessible_fit_a_phone_and_stay_light()
    {
        await AddDoubtsAsync();
        var page = await EnterAsync("/curate", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 800 } });
        foreach (var address in SitePages.Curating)
        {
            await page.GotoAsync(Address + address);
            await PageChecks.AssertFitsAsync(page, address);
            await PageChecks.AssertAxeCleanAsync(page, address);
            var bytes = await page.EvaluateAsync<int>("performance.getEntries().filter(e => e.decodedBodySize !== undefined).reduce((sum, e) => sum + e.decodedBodySize, 0)");
            Assert.True(bytes is > 0 and <= 100_000, $"{address}: {bytes} bytes");
        }

        await page.Context.CloseAsync();
    }

    /// <summary>A page in a browser in which the demonstration's curator is signed in.</summary>
    private async Task<IPage> EnterAsync(string address, BrowserNewContextOptions? options = null)
    {
        var page = await browser.OpenAsync($"{Address}/sign-in?return={Uri.EscapeDataString(address)}", options);
        await page.Locator("form[action='/sign-in/demo'] button").First.ClickAsync();
        await page.WaitForURLAsync(Address + address);
        return page;
    }

    private async Task AddDoubtsAsync()
    {
        var store = (Store)_site!.Services.GetService(typeof(Store))!;
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(Cancel);
        var document = await db.TakeIdsAsync(Counters.Documents, 1, Cancel);
        db.Documents.Add(new SourceDocument { Id = document, Sha256 = new string('0', 64), Kind = "working-group-report", Symbol = "DEMO/A/HRC/99/8", FileName = "invented.pdf", MediaType = "application/pdf", Language = "en", ReceivedAt = DateTimeOffset.UnixEpoch });
        db.Passages.Add(new Passage { Id = await db.TakeIdsAsync(Counters.Passages, 1, Cancel), DocumentId = document, Ordinal = 1, Number = "1", Page = 3, Text = "The review was held on a Monday." });
        var doubt = await db.TakeIdsAsync(Counters.Doubts, 2, Cancel);
        db.Doubts.AddRange(
            new Doubt { Id = doubt, Key = [1], DocumentId = document, Code = "text-differs", Excerpt = "held on a Monday", Found = "Held on a Monday", Stored = "Held on a Tuesday", Number = "1", Page = 3, FoundAt = DateTimeOffset.UnixEpoch },
            new Doubt { Id = doubt + 1, Key = [2], DocumentId = document, Code = "number-missing", Excerpt = "The review", Number = "2", Page = 3, FoundAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
    }
}
