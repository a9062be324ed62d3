using System.Net;
using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Tests.App.Papers;

public sealed class DocumentPageTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private long _report;

    public async ValueTask InitializeAsync()
    {
        await using var db = site.Store.Open();
        _report = await db.Documents.Where(d => d.Symbol == PaperSeed.Report && d.Language == "en").Select(d => d.Id).SingleOrDefaultAsync(Cancel);
        _report = _report != 0 ? _report : await PaperSeed.AddPapersAsync(site.Store, Cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_paper_shows_what_it_is_and_its_paragraphs_lead_to_their_recommendations()
    {
        await using var db = site.Store.Open();
        var number = await db.Passages.Where(p => p.DocumentId == _report).OrderBy(p => p.Ordinal).Select(p => p.Number).LastAsync(Cancel);
        var recommendation = await (from p in db.Paragraphs join t in db.Texts on p.Id equals t.ParagraphId join r in db.Recommendations on t.Id equals r.TextId where p.Number == number orderby r.Id select r.Id).FirstAsync(Cancel);
        var page = await ReadAsync($"/documents/{_report}");
        Assert.Contains($"Report of the Working Group, {PaperSeed.Report}", page, StringComparison.Ordinal);
        Assert.Contains("hreflang=\"fr\">French", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/recommendations/{recommendation}\"", page, StringComparison.Ordinal);
        Assert.Contains("The review of Arvenia was held on a Monday.", page, StringComparison.Ordinal);
        Assert.Contains("SHA-256", page, StringComparison.Ordinal);
        Assert.Contains("The file itself is not offered here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("docs.un.org", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/documents/999999", "no document")]
    [InlineData("/documents/1?page=7", "no part")]
    [InlineData("/documents/1?page=x", "no part")]
    public async Task What_is_not_there_is_not_found_with_a_sentence(string address, string says) =>
        Assert.Contains(says, await site.ReadAsync(address, HttpStatusCode.NotFound), StringComparison.Ordinal);

    [Fact]
    public async Task A_review_shows_its_papers_what_is_missing_and_what_they_say_of_it()
    {
        var page = await ReadAsync("/reviews/XAR/14");
        Assert.Contains($"/documents/{_report}\" hreflang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("DEMO/A/HRC/WG.6/14/XAR/1", page, StringComparison.Ordinal);
        Assert.Contains("Missing here", page, StringComparison.Ordinal);
        Assert.Contains("22 October 2012", page, StringComparison.Ordinal);
        Assert.Contains("Troika", page, StringComparison.Ordinal);
        Assert.Contains("States that spoke in the dialogue: 1", page, StringComparison.Ordinal);
        Assert.Contains("Not out yet", await ReadAsync("/reviews/XTO/54"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_State_shows_its_papers_by_review()
    {
        var page = await ReadAsync("/states/XAR");
        Assert.Contains("Papers by review", page, StringComparison.Ordinal);
        Assert.Contains("Session 14, Cycle 2: 2 here", page.Replace("cycle", "Cycle", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Look for", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recommendation_is_shown_in_its_languages_and_in_the_words_of_each_source()
    {
        await using var db = site.Store.Open();
        var text = await db.Wordings.Select(w => w.TextId).FirstAsync(Cancel);
        var id = await db.Recommendations.Where(r => r.TextId == text).Select(r => r.Id).FirstAsync(Cancel);
        var page = await ReadAsync($"/recommendations/{id}");
        Assert.Contains("lang=\"fr\" dir=\"auto\"><p>Créer une institution (Nivalund)</p>", page, StringComparison.Ordinal);
        Assert.Contains("Worded in another way", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/documents/{_report}\"", page, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(await site.ReadAsync(address));
}
