using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;
using OpenUpr.Tests.Search.Passages;

namespace OpenUpr.Tests.App;

public sealed class DocumentsPageTests
{
    private static readonly CancellationToken s_cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_papers_the_page_says_what_they_are_and_how_to_get_them()
    {
        await using var site = await Site.StartAsync(options => options);
        await using (var db = site.Store.Open())
        {
            await db.Passages.ExecuteDeleteAsync(s_cancel);
            await db.Documents.ExecuteUpdateAsync(d => d.SetProperty(x => x.ReviewId, (long?)null), s_cancel);
        }

        await RefreshAsync(site);
        var page = await site.ReadAsync("/documents");
        Assert.Contains("No papers are stored yet", page, StringComparison.Ordinal);
        Assert.Contains("openupr fetch", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Also in the papers", await site.ReadAsync("/recommendations?q=rights"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_are_listed_and_words_are_found_in_them()
    {
        await using var site = await FilledAsync();
        var list = await site.ReadAsync("/documents");
        Assert.Contains("DEMO/A/HRC/WG.6/42/XAR/3", list, StringComparison.Ordinal);
        Assert.Contains("href=\"/documents/9001\"", list, StringComparison.Ordinal);

        var found = await site.ReadAsync("/documents?q=lighthouse");
        Assert.Contains("<strong>2 paragraphs</strong>", found, StringComparison.Ordinal);
        Assert.Contains("<mark>lighthouses</mark>", found, StringComparison.Ordinal);
        Assert.Contains("href=\"/documents/9001#p1\"", found, StringComparison.Ordinal);
        Assert.Contains("paragraph 6, page 3", found, StringComparison.Ordinal);
        Assert.Contains("Lantern Union (JS1)", await site.ReadAsync("/documents?q=ferries"), StringComparison.Ordinal);
        Assert.Contains("<strong>1 paragraph</strong>", await site.ReadAsync("/documents?q=lighthouse&paper=compilation"), StringComparison.Ordinal);
        Assert.Contains("<strong>1 paragraph</strong>", await site.ReadAsync("/documents?submitter=JS1"), StringComparison.Ordinal);
        // One of the demonstration among them.
        Assert.Contains("<strong>2 papers</strong>", await site.ReadAsync("/documents?paper=summary"), StringComparison.Ordinal);
        Assert.Contains("Also in the papers: 2 paragraphs", await site.ReadAsync("/recommendations?q=lighthouse"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/documents?paper=sumary", HttpStatusCode.BadRequest, "summary")]
    [InlineData("/documents?q=rs:XAR", HttpStatusCode.BadRequest, "is about recommendations")]
    [InlineData("/documents?page=99", HttpStatusCode.NotFound, "There is no page 99")]
    [InlineData("/documents?q=nosuchword", HttpStatusCode.OK, "No paper holds")]
    [InlineData("/documents?q=%3Cscript%3E+rs:XAR", HttpStatusCode.BadRequest, "&lt;script&gt;")]
    public async Task What_cannot_be_found_is_explained(string address, HttpStatusCode expected, string words)
    {
        await using var site = await FilledAsync();
        Assert.Contains(words, await site.ReadAsync(address, expected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_papers_and_paragraphs_page_by_page()
    {
        await using var site = await FilledAsync();
        var papers = JsonDocument.Parse(await site.ReadAsync("/api/v1/documents")).RootElement;
        // Four of the demonstration among them.
        Assert.Equal((6, "compilation"), (papers.GetProperty("total").GetInt32(), papers.GetProperty("items")[0].GetProperty("kind").GetString()));

        var first = JsonDocument.Parse(await site.ReadAsync("/api/v1/passages?q=lighthouse&limit=1")).RootElement;
        var next = first.GetProperty("next").GetString()!;
        var second = JsonDocument.Parse(await site.ReadAsync(next)).RootElement;
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal([2, 2], new[] { first, second }.Select(p => p.GetProperty("total").GetInt32()));
        Assert.Equal([90001L, 90012L], new[] { first, second }.Select(p => p.GetProperty("items")[0].GetProperty("id").GetInt64()).Order());
        var row = JsonDocument.Parse(await site.ReadAsync("/api/v1/passages?submitter=js1")).RootElement.GetProperty("items")[0];
        Assert.Equal("summary DEMO/A/HRC/WG.6/42/XAR/3 XAR 42 7 3 JS1", string.Join(' ', ((string[])["kind", "symbol", "sur", "session", "paragraph", "page"]).Select(f => row.GetProperty(f).ToString()).Append(row.GetProperty("submitters")[0].GetString())));
        await site.ReadAsync("/api/v1/passages?rs=XAR", HttpStatusCode.BadRequest);
        await site.ReadAsync("/api/v1/passages?paper=nonsense", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_new_paper_changes_the_tag_of_the_answer()
    {
        await using var site = await FilledAsync();
        using var before = await site.GetAsync("/api/v1/documents");
        await using (var db = site.Store.Open())
        {
            db.Documents.Add(PaperFiller.New(9100, "summary", "DEMO/A/HRC/WG.6/42/XAL/3"));
            await db.SaveChangesAsync(s_cancel);
        }

        await RefreshAsync(site);
        using var after = await site.GetAsync("/api/v1/documents");
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    private static async Task<Site> FilledAsync()
    {
        var site = await Site.StartAsync(options => options);
        var summary = PaperFiller.New(9001, "summary", "DEMO/A/HRC/WG.6/42/XAR/3");
        var compilation = PaperFiller.New(9002, "compilation", "DEMO/A/HRC/WG.6/42/XAR/2");
        await using (var db = site.Store.Open())
        {
            var review = db.Reviews.First(r => r.Sur == "XAR" && r.Session == 42);
            (summary.ReviewId, compilation.ReviewId) = (review.Id, review.Id);
            db.AddRange(summary, compilation);
            db.Add(new Submitter { Id = 1, DocumentId = 9001, Code = "JS1", Name = "Lantern Union" });
            db.AddRange(
                New(90001, 9001, 1, "6", "The union asked for lighthouses on every cape."), New(90002, 9001, 2, "7", "JS1 asked for ferries.", "JS1"),
                New(90011, 9002, 1, "1", "Nothing about the sea."), New(90012, 9002, 2, "2", "A lighthouse was built."));
            await db.SaveChangesAsync(s_cancel);
        }

        await RefreshAsync(site);
        return site;

        static Passage New(long id, long document, int ordinal, string number, string text, string? submitters = null) =>
            new() { Id = id, DocumentId = document, Ordinal = ordinal, Number = number, Page = 3, Heading = "II. Information", Text = text, Submitters = submitters };
    }

    /// <summary>The site follows by itself within seconds; the test does not wait for it.</summary>
    private static async Task RefreshAsync(Site site)
    {
        var live = site.App.Services.GetRequiredService<LivePassages>();
        var stamp = live.Newest?.Stamp;
        await live.CurrentAsync(s_cancel);
        while (!await live.RefreshAsync(s_cancel) && live.Newest!.Stamp == stamp)
        {
            await Task.Delay(20, s_cancel);
        }
    }
}
