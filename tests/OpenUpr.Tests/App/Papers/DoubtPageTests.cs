using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App.Papers;

public sealed class DoubtPageTests(CuratingSite curating) : IClassFixture<CuratingSite>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private long _report;

    private IReadOnlyList<long> _doubts = [];

    public async ValueTask InitializeAsync()
    {
        await using var db = curating.Site.Store.Open();
        _report = await db.Documents.Where(d => d.Symbol == PaperSeed.Report && d.Language == "en").Select(d => d.Id).SingleOrDefaultAsync(Cancel);
        _report = _report != 0 ? _report : await PaperSeed.AddPapersAsync(curating.Site.Store, Cancel);
        _doubts = await PaperSeed.AddDoubtsAsync(
            curating.Site.Store, _report, Cancel,
            ("text-differs", "was held on a Monday", "The review was held on a Monday.", "The review was held on a Tuesday."),
            ("states-unread", "(Nivaland)", null, null),
            ("from-the-future", "was held", "x", null));
    }

    public async ValueTask DisposeAsync()
    {
        await using var db = curating.Site.Store.Open();
        await db.Settlements.ExecuteDeleteAsync(CancellationToken.None);
        await db.Doubts.ExecuteDeleteAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_inbox_shows_what_waits_and_marks_where_two_versions_part()
    {
        var page = WebUtility.HtmlDecode(await curating.ReadAsync("/curate/doubts"));
        Assert.Contains("<strong>3</strong> doubts wait", page, StringComparison.Ordinal);
        Assert.Contains("The review was held on a <mark>Monday.</mark>", page, StringComparison.Ordinal);
        Assert.Contains("The review was held on a <mark>Tuesday.</mark>", page, StringComparison.Ordinal);
        Assert.Contains("Another doubt (from-the-future)", page, StringComparison.Ordinal);
        var filtered = await curating.SeeAsync($"/curate/doubts?kind=states-unread&document={_report}");
        Assert.Contains("1 doubt waits", filtered, StringComparison.Ordinal);
        Assert.Contains("Nivaland", filtered, StringComparison.Ordinal);
        Assert.Contains("No doubt matches", await curating.SeeAsync("/curate/doubts?kind=citation-unresolved"), StringComparison.Ordinal);
        Assert.Contains("Settle 3 doubts", await curating.SeeAsync("/curate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doubt_stands_beside_its_page_with_the_place_marked_and_leads_to_its_neighbours()
    {
        var page = WebUtility.HtmlDecode(await curating.ReadAsync($"/curate/doubts/{_doubts[0]}"));
        Assert.Contains("<mark>1. The review of Arvenia was held on a Monday.</mark>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/curate/doubts/{_doubts[1]}\" data-key=\"j\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-key=\"k\"", page, StringComparison.Ordinal);
        Assert.Contains("page 3", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "found", null, "what the paper says was taken")]
    [InlineData(0, "stored", null, "what was stored was kept")]
    [InlineData(0, "typed", "Held on a Wednesday", "corrected to “Held on a Wednesday”")]
    [InlineData(1, "typed", "Nivalund, XBT", "corrected to “Nivalund, Bel Tora”")]
    public async Task An_answer_leads_to_the_next_doubt_is_in_the_log_and_can_be_undone(int which, string act, string? typed, string says)
    {
        var address = $"/curate/doubts/{_doubts[which]}";
        var (status, location, body) = await curating.PostAsync(address, address, ("act", act), ("typed", typed ?? ""));
        Assert.True(status == HttpStatusCode.Redirect, body);
        Assert.Equal($"/curate/doubts/{_doubts[which + 1]}?done={_doubts[which]}", location);
        Assert.Contains(says, await curating.SeeAsync(location!), StringComparison.Ordinal);
        Assert.Contains(says, await curating.SeeAsync("/curate/log"), StringComparison.Ordinal);
        Assert.Contains(says, await curating.SeeAsync("/curate/doubts?show=settled"), StringComparison.Ordinal);
        Assert.Contains("2 doubts wait", await curating.SeeAsync("/curate/doubts"), StringComparison.Ordinal);
        await curating.PostAsync(address, address, ("act", "undo"));
        Assert.Contains("3 doubts wait", await curating.SeeAsync("/curate/doubts"), StringComparison.Ordinal);
        Assert.Contains("taken back", await curating.SeeAsync("/curate/log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_takes_an_answer_back_too()
    {
        var (status, _, _) = await curating.PostAsync("/curate/doubts", "/curate/doubts", ("act", "found"), ("id", $"{_doubts[0]}"));
        Assert.Equal(HttpStatusCode.Redirect, status);
        await curating.PostAsync("/curate/log", "/curate/log", ("id", $"{_doubts[0]}"));
        Assert.Contains("3 doubts wait", await curating.SeeAsync("/curate/doubts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Atlantis", "“Atlantis” is no State")]
    [InlineData("", "Type what is right")]
    public async Task What_cannot_be_taken_is_explained_and_stays_typed(string typed, string says)
    {
        var address = $"/curate/doubts/{_doubts[1]}";
        var (status, _, body) = await curating.PostAsync(address, address, ("act", "typed"), ("typed", typed));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(says, WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        Assert.True(typed.Length == 0 || body.Contains($"value=\"{typed}\"", StringComparison.Ordinal));
        await using var db = curating.Site.Store.Open();
        Assert.False(await db.Settlements.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Many_are_answered_at_once_after_saying_how_many_and_taken_back_together()
    {
        await PaperSeed.AddDoubtsAsync(
            curating.Site.Store, _report, Cancel,
            ("text-differs", null, "The review was held in a hall.", "Review was held in hall."), ("text-differs", null, "Six new words stand in here", "None of that is in it"));
        var list = await curating.SeeAsync("/curate/doubts?kind=text-differs");
        Assert.Contains("3 doubts wait", list, StringComparison.Ordinal);
        Assert.Contains("Settle all 3 of this list at once", list, StringComparison.Ordinal);
        Assert.True(list.IndexOf("Six new words", StringComparison.Ordinal) < list.IndexOf("Monday", StringComparison.Ordinal), "those that differ most come first");
        Assert.True(list.IndexOf("Monday", StringComparison.Ordinal) < list.IndexOf("hall", StringComparison.Ordinal), "those that differ in an article come last");
        Assert.Contains("1 doubt waits", await curating.SeeAsync("/curate/doubts?kind=text-differs&differs=little"), StringComparison.Ordinal);

        const string many = "/curate/doubts/many?kind=text-differs&act=stored";
        var asks = await curating.ReadAsync(many);
        Assert.Contains("3 doubts", WebUtility.HtmlDecode(asks), StringComparison.Ordinal);
        var last = System.Text.RegularExpressions.Regex.Match(asks, "name=\"last\" value=\"(\\d+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.Conflict, (await curating.PostAsync(many, many, ("count", "2"), ("last", last))).Item1);
        var (status, location, body) = await curating.PostAsync(many, many, ("count", "3"), ("last", last));
        Assert.True(status == HttpStatusCode.Redirect, body);
        Assert.Contains("3 doubts were settled: what was stored was kept", await curating.SeeAsync(location!), StringComparison.Ordinal);
        Assert.Contains("The texts differ, 3 doubts at once", await curating.SeeAsync("/curate/log"), StringComparison.Ordinal);
        Assert.Contains("2 doubts wait", await curating.SeeAsync("/curate/doubts"), StringComparison.Ordinal);

        var together = System.Text.RegularExpressions.Regex.Match(location!, "many=(\\d+)").Groups[1].Value;
        await curating.PostAsync(location!, "/curate/doubts/many?kind=text-differs", ("together", together));
        Assert.Contains("3 doubts wait", await curating.SeeAsync("/curate/doubts?kind=text-differs"), StringComparison.Ordinal);
        Assert.Contains("3 doubts at once: taken back", await curating.SeeAsync("/curate/log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doubt_that_is_not_there_is_not_found_with_a_sentence() =>
        Assert.Contains("There is no doubt", await curating.ReadAsync("/curate/doubts/999999", HttpStatusCode.NotFound), StringComparison.Ordinal);
}
