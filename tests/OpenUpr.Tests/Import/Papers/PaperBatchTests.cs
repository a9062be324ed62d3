using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Import.Papers;
using OpenUpr.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;
using OpenUpr.Tests.Cli;
using OpenUpr.Tests.Sources;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>Folders of papers: one that is broken, a run that is cancelled, editions in other languages, backups.</summary>
public sealed class PaperBatchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static byte[] List => PaperFiles.List(("5.1 Open the courts on every weekday (France, Germany);", "Supported"));

    public static TheoryData<Provider, Provider> EveryWay => new(from a in Enum.GetValues<Provider>() from b in Enum.GetValues<Provider>() select (a, b));

    [Fact]
    public async Task A_broken_paper_in_a_folder_fails_the_run_and_stops_none_of_the_others()
    {
        using var folder = new TestFolder();
        using var data = new TestFolder();
        folder.Write("a.docx", List[..^300]);
        folder.Write(PaperFiles.ListName, List);
        folder.Write("z UPR48 questions.docx", PaperFiles.Questions("SLOVENIA", "What is planned for the courts?"));
        try
        {
            var (exit, output, talk) = await TestTerminal.RunAsync("import", folder.Path, "--data", data.Path, "--format", "jsonl");
            Assert.Equal(1, exit);
            Assert.Equal(3, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            Assert.Contains("2 of 3 files imported: 2 recommendations", talk, StringComparison.Ordinal);
            await using var db = (await Store.OpenAsync(StoreLocation.Parse(data.Path, null), cancel: Cancel)).Open();
            Assert.Equal(["advance-questions", "thematic-list"], await db.Documents.OrderBy(d => d.Kind).Select(d => d.Kind).ToListAsync(Cancel));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_cancelled_import_leaves_whole_papers_only(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        string[] files = [folder.Write("1 UPR48 questions.docx", PaperFiles.Questions("SLOVENIA", "Who decides?")), folder.Write(PaperFiles.ListName, List)];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var importer = new Importer(test.Store, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in importer.ImportManyAsync(files, new ImportOptions(), path => new Stopper(path == files[1] ? stop : null), stop.Token))
            {
            }
        });
        await using var db = test.Store.Open();
        Assert.Equal("advance-questions", await db.Documents.Select(d => d.Kind).SingleAsync(Cancel));
        Assert.False(await db.Texts.AnyAsync(Cancel) || await db.Wordings.AnyAsync(Cancel) || await db.Positions.AnyAsync(Cancel));
        Assert.Equal((1, 1, 1), (await db.DocumentReadings.CountAsync(Cancel), await db.DocumentContents.CountAsync(Cancel), await db.ImportRuns.CountAsync(Cancel)));
        Assert.Equal(2, (await importer.ImportAsync(files[1], new ImportOptions(), cancel: Cancel)).Recommendations);
    }

    [Theory, OnEachDatabase]
    public async Task An_edition_shows_its_words_beside_the_recommendation(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        await Paper.StoreAsync(test.Store, Paper.Report(Paper.Text("12.1", "Paint every bridge green", "FRA"), Paper.Text("12.2", "Mend the road", "PER")));
        var before = await StoredReview.PairsAsync(test.Store);
        await Paper.StoreAsync(test.Store, new Paper("rapport", PaperKind.WorkingGroupReport, Paper.ReportSymbol)
        {
            Language = "fr", Passages = [new ReadPassage("12", null, 14, "Recommandations"), new ReadPassage("12.1", null, 15, "Peindre chaque pont en vert")],
        });
        Assert.Equal(before, await StoredReview.PairsAsync(test.Store));
        var papers = await RecommendationPapers.ReadAsync(test.Store, 1, Cancel);
        Assert.Equal([("fr", 15, "Peindre chaque pont en vert")], papers.Editions.Select(e => (e.Language, e.Page!.Value, e.Text)));
        Assert.Empty((await RecommendationPapers.ReadAsync(test.Store, 2, Cancel)).Editions);
    }

    [Theory, OnEachDatabase]
    public async Task Positions_are_shown_as_they_were_said_with_the_one_that_holds_first(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        await Paper.StoreAsync(test.Store, Paper.Decision());
        await Paper.StoreAsync(test.Store, Paper.Addendum(Paper.Answer("5.1", Position.Supported)));
        await Paper.StoreAsync(test.Store, Paper.Report(Paper.Text("5.1", "Open the gate", "FRA", Position.Pending)) with { PublishedOn = new DateOnly(2010, 6, 1) });
        await Paper.StoreAsync(test.Store, Paper.List(Paper.Text("5.1", "Open the gate", "FRA", Position.Noted)));
        var details = await RecommendationDetails.ReadAsync(test.Store, 1, Cancel);
        Assert.Equal(["A/HRC/99/7/Add.1", "A/HRC/99/7", "list.pdf"], details!.Positions.Select(p => p.Document));
    }

    [Theory]
    [MemberData(nameof(EveryWay))]
    public async Task Papers_doubts_and_answers_come_back_from_a_backup(Provider from, Provider to)
    {
        using var folder = new TestFolder();
        await using var source = await TestStores.CreateAsync(from);
        await Paper.StoreExportAsync(source.Store, folder.Write("a.csv", ExportLine.File("\r", [new ExportLine { Text = "Paint every bridge green" }])));
        await Paper.StoreAsync(source.Store, Paper.Report(Paper.Text("12.1", "Paint every bridge green for ever", "FRA", Position.Noted)) with { Facts = [new ReadFact(ReviewFact.Troika, "PER", 2)], Passages = [new ReadPassage("1", null, 2, "It met.")] });
        await Paper.StoreAsync(source.Store, new Paper("summary", PaperKind.Summary, null) { NamesReview = false, Submitters = [new ReadSubmitter("JS1", "River people", null)] });
        var doubt = (await StoredReview.OpenDoubtsAsync(source.Store)).Single(d => d.Code == DoubtCodes.TextDiffers);
        await Settling.SettleAsync(source.Store, TimeProvider.System, doubt.Id, Settlement.TakeFound, null, Cancel);

        await using var target = await TestStores.CreateAsync(to);
        using var file = await BackupTests.BackUpAsync(source.Store);
        await BackupRestore.RunAsync(target.Store, file, overwrite: false, Cancel);
        Assert.Equal(await StoredReview.DescribeAsync(source.Store), await StoredReview.DescribeAsync(target.Store));
        await using var a = source.Store.Open();
        await using var b = target.Store.Open();
        Assert.Equal(await a.DocumentReadings.OrderBy(r => r.DocumentId).Select(r => r.Brotli).ToListAsync(Cancel), await b.DocumentReadings.OrderBy(r => r.DocumentId).Select(r => r.Brotli).ToListAsync(Cancel));
        Assert.Equal("JS1", await b.Submitters.Select(s => s.Code).SingleAsync(Cancel));

        // The answer still works there: taking it back brings back the export's words.
        Assert.Contains(await StoredReview.PairsAsync(target.Store), p => p.Contains("for ever", StringComparison.Ordinal));
        await Settling.UndoAsync(target.Store, TimeProvider.System, doubt.Id, Cancel);
        Assert.DoesNotContain(await StoredReview.PairsAsync(target.Store), p => p.Contains("for ever", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Advance_questions_Slovenia_first_batch.doc")]
    [InlineData("Advance_questions_to_Slovenia_Add1.doc")]
    [InlineData("Advance_questions_to_Slovenia_Add2.doc")]
    public async Task Questions_that_print_no_session_go_by_the_day_on_which_they_were_saved(string name)
    {
        var path = Slovenia.File(Path.Combine("cycle3", name));
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        var report = await new Importer(test.Store, TimeProvider.System).ImportAsync(path, new ImportOptions(), cancel: Cancel);
        Assert.Equal(("SVN", 34), (report.Paper!.Sur, report.Paper.Session));
        Assert.Empty(report.Findings);
    }

    private sealed class Stopper(CancellationTokenSource? stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Step == "committing")
            {
                stop?.Cancel();
            }
        }
    }
}
