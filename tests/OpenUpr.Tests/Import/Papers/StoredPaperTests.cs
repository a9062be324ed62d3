using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Import.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>What stands in the store after papers came, and what ids and positions do when further ones come.</summary>
public sealed class StoredPaperTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEachDatabase]
    public async Task Positions_are_a_dated_history_of_which_one_holds(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        await Paper.StoreAsync(test.Store, Paper.Report(Paper.Text("5.1", "Open the gate", "FRA DEU", Position.Pending), Paper.Text("5.2", "Close the well", "PER", Position.Pending), Paper.Text("5.3", "Ring the bell", "JPN", Position.Supported)));
        Assert.Equal(["5.1 Pending", "5.2 Pending", "5.3 Supported"], await CurrentAsync(test.Store));
        await Paper.StoreAsync(test.Store, Paper.Addendum(Paper.Answer("5.1", Position.Supported)));
        Assert.Equal(["5.1 Supported", "5.2 Pending", "5.3 Supported"], await CurrentAsync(test.Store));
        await Paper.StoreAsync(test.Store, Paper.Decision());
        Assert.Equal(["5.1 Supported", "5.2 Noted", "5.3 Supported"], await CurrentAsync(test.Store));
        await using var db = test.Store.Open();
        var history = await (from p in db.Positions join t in db.Texts on p.TextId equals t.Id where t.Text != "Ring the bell" orderby t.Text, p.SaidOn select new { t.Text, p.Value, p.SaidOn, p.Symbol, p.Rule }).ToListAsync(Cancel);
        Assert.Equal(
            [
                ("Close the well", Position.Pending, new DateOnly(2010, 3, 1), "report-words/1"), ("Close the well", Position.Noted, new DateOnly(2010, 6, 24), "no-answer-by-adoption/1"),
                ("Open the gate", Position.Pending, new DateOnly(2010, 3, 1), "report-words/1"), ("Open the gate", Position.Supported, new DateOnly(2010, 6, 1), "addendum-words/1"),
            ],
            history.Select(h => (h.Text, h.Value, h.SaidOn!.Value, h.Rule)));
        Assert.Equal(["A/HRC/99/7", "A/HRC/99/7/Add.1"], history.Where(h => h.Text == "Open the gate").Select(h => h.Symbol));
    }

    [Theory, OnEachDatabase]
    public async Task A_paper_brings_its_paragraphs_submitters_and_facts_and_the_same_file_nothing_more(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var paper = new Paper("summary", PaperKind.Summary, "A/HRC/WG.6/7/SVN/3")
        {
            Passages = [new ReadPassage("1", "Background", 2, "JS1 spoke of the river.") { Submitters = ["JS1"] }, new ReadPassage("2", "Background", 2, "Asked by two.") { States = ["FRA", "PER"] }],
            Submitters = [new ReadSubmitter("JS1", "River people and others", "Joint submissions")], Facts = [new ReadFact(ReviewFact.Speaker, "FRA", 3), new ReadFact(ReviewFact.Speaker, "PER", 3)],
        };
        var report = await Paper.StoreAsync(test.Store, paper);
        Assert.Equal(("summary", 2, false), (report.Kind, report.Paper!.Passages, report.Paper.IsKnown));
        Assert.True((await Paper.StoreAsync(test.Store, paper)).Paper!.IsKnown);
        await using var db = test.Store.Open();
        var document = await db.Documents.SingleAsync(Cancel);
        Assert.Equal(("A/HRC/WG.6/7/SVN/3", "en", 20, PaperReader.Version), (document.Symbol, document.Language, document.Pages, document.ReadWith));
        Assert.Equal([("JS1", null), (null, "FRA PER")], (await db.Passages.OrderBy(p => p.Ordinal).ToListAsync(Cancel)).Select(p => (p.Submitters, p.States)));
        Assert.Equal("River people and others", (await db.Submitters.SingleAsync(Cancel)).Name);
        Assert.Equal([1, 2], await db.ReviewFacts.OrderBy(f => f.Ordinal).Select(f => f.Ordinal).ToListAsync(Cancel));
        Assert.Equal(1, await db.ImportRuns.CountAsync(Cancel));
    }

    [Theory, OnEachDatabase]
    public async Task Ids_stay_when_the_list_came_before_the_report_and_search_counts_paragraphs(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        await Paper.StoreAsync(test.Store, Paper.List(Paper.Text("5.1", "Open the gate Ring the bell", "FRA JPN", Position.Supported), Paper.Text("5.2", "Close the well", "PER", Position.Noted)));
        var before = await IdsAsync(test.Store);
        using var index = await LiveIndex.OpenAsync(test.Store, Cancel);
        await Paper.StoreAsync(test.Store, Paper.Report(
            Paper.Text("5.1", "Open the gate", "FRA", Position.Pending, "a"), Paper.Text("5.1", "Ring the bell", "JPN", Position.Pending, "b"), Paper.Text("5.2", "Close the well", "PER", Position.Pending)));
        Assert.Equal(before, await IdsAsync(test.Store));
        await index.RefreshAsync(Cancel);
        Assert.Equal((3, 2), (index.Current.Table.Count, Enumerable.Range(0, 3).Select(i => index.Current.Table.ParagraphOf[i]).Distinct().Count()));
    }

    [Theory, OnEachDatabase]
    public async Task A_rehearsal_counts_the_same_and_stores_nothing(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var paper = Paper.Report(Paper.Text("5.1", "Open the gate", "FRA DEU", Position.Pending));
        var rehearsed = await Paper.StoreAsync(test.Store, paper, isRehearsal: true);
        await using (var db = test.Store.Open())
        {
            Assert.False(await db.Documents.AnyAsync(Cancel) || await db.Reviews.AnyAsync(Cancel) || await db.Texts.AnyAsync(Cancel) || await db.CounterRows.AnyAsync(Cancel));
        }

        var stored = await Paper.StoreAsync(test.Store, paper);
        Assert.Equal((2, rehearsed.Paper), (stored.Recommendations, stored.Paper));
    }

    [Theory, OnEachDatabase]
    public async Task A_fault_before_the_commit_leaves_nothing(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var paper = Paper.Report(Paper.Text("5.1", "Open the gate", "FRA DEU", Position.Pending));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PaperStorage(test.Store, TimeProvider.System)
            .StoreAsync(paper.Prepare(), false, (step, _, _) => { if (step == "committing") { throw new InvalidOperationException("fault"); } }, Cancel));
        await using (var db = test.Store.Open())
        {
            Assert.False(await db.Documents.AnyAsync(Cancel) || await db.Passages.AnyAsync(Cancel) || await db.Texts.AnyAsync(Cancel) || await db.Changes.AnyAsync(Cancel));
        }

        Assert.Equal(2, (await Paper.StoreAsync(test.Store, paper)).Recommendations);
    }

    [Fact]
    public async Task A_file_that_is_no_paper_is_refused_with_the_reason_and_the_batch_goes_on()
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        string[] files = [folder.Write("a.pdf", "%PDF-1.7 nothing more"), folder.Write("b.csv", ExportLine.File("\r", ExportLine.Good(3))), folder.Write("c.html", "<html></html>")];
        var reports = new List<ImportReport>();
        await foreach (var report in new Importer(test.Store, TimeProvider.System).ImportManyAsync(files, new ImportOptions(), cancel: Cancel))
        {
            reports.Add(report);
        }

        Assert.Equal(["a.pdf", "b.csv", "c.html"], reports.Select(r => r.File));
        Assert.NotNull(reports[0].Refusal);
        Assert.Equal((null, 3), (reports[1].Refusal, reports[1].Recommendations));
        Assert.Contains("web page", reports[2].Refusal, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> CurrentAsync(Store store)
    {
        await using var db = store.Open();
        var current = await (
            from q in db.Positions join t in db.Texts on q.TextId equals t.Id join p in db.Paragraphs on t.ParagraphId equals p.Id
            where q.IsCurrent orderby p.Number select new { p.Number, q.Value }).ToListAsync(Cancel);
        return current.ConvertAll(c => $"{c.Number} {c.Value}");
    }

    private static async Task<IReadOnlyList<(long, string)>> IdsAsync(Store store)
    {
        await using var db = store.Open();
        return (await db.Recommendations.Where(r => r.MergedIntoId == null).OrderBy(r => r.Id).ToListAsync(Cancel)).ConvertAll(r => (r.Id, r.Rs));
    }
}
