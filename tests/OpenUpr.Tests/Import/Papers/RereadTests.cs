using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Import.Papers;
using OpenUpr.Papers;
using OpenUpr.Reviews;
using OpenUpr.Search.Passages;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;
using OpenUpr.Tests.Cli;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>Stored papers are read again when the reader has become better: what an older reader left is put right, and nothing else moves.</summary>
public sealed class RereadTests : IAsyncLifetime
{
    private const string OlderReader = "papers/0";

    private static readonly byte[] File = PaperFiles.List(
        ("5.1 Open the courts on every weekday (France, Germany);", "Supported"), ("5.2 Paint the court house of the old harbour (Peru);", "Noted"), ("5.3 Train the judges of the northern coast (Japan);", "Supported"));

    private readonly string _data = Directory.CreateTempSubdirectory("openupr_test_reread_").FullName;
    private Store _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await Store.OpenAsync(StoreLocation.Parse(_data, null));

    [Fact]
    public async Task A_dry_run_shows_what_would_change_and_the_real_run_changes_it()
    {
        await StoreOlderAsync(Older);
        var before = await StoredReview.DescribeAsync(_store);
        var (exit, data, talk) = await TestTerminal.RunAsync("import", "--reread", "--dry-run", "--format", "jsonl", "--data", _data);
        Assert.Equal(0, exit);
        Assert.Contains("\"readWith\":\"papers/0\"", data, StringComparison.Ordinal);
        Assert.Contains("{\"what\":\"states\",\"number\":\"5.1\",\"before\":\"FRA\",\"after\":\"FRA DEU\"}", data, StringComparison.Ordinal);
        Assert.Contains("\"before\":\"Paint the house\",\"after\":\"Paint the court house of the old harbour\"", data, StringComparison.Ordinal);
        Assert.Contains("1 of 1 stored papers would change", talk, StringComparison.Ordinal);
        Assert.Equal((before, OlderReader), (await StoredReview.DescribeAsync(_store), await ReaderAsync()));

        var ids = await IdsAsync();
        Assert.Equal(["FRA 5.1", "JPN 5.3", "PER 5.2"], ids.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0, (await TestTerminal.RunAsync("import", "--reread", "--data", _data)).Exit);
        var after = await IdsAsync();
        Assert.Equal(["DEU 5.1", "FRA 5.1", "JPN 5.3", "PER 5.2"], after.Keys.Order(StringComparer.Ordinal));
        Assert.All(ids, old => Assert.Equal(old.Value, after[old.Key]));
        Assert.Contains(await StoredReview.PairsAsync(_store), p => p.EndsWith("PER 5.2 Paint the court house of the old harbour: Noted", StringComparison.Ordinal));
        Assert.Equal(PaperReader.Version, await ReaderAsync());

        // It is now what importing the file today gives.
        await using var fresh = await TestStores.CreateAsync(Provider.Sqlite);
        await PaperFilesStoreAsync(fresh.Store);
        Assert.Equal(await StoredReview.DescribeAsync(fresh.Store), await StoredReview.DescribeAsync(_store));
        Assert.Contains("0 of 1 stored papers changed", (await TestTerminal.RunAsync("import", "--reread", "--data", _data)).Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_settled_survives()
    {
        await StoreOlderAsync(r => r with
        {
            Texts = [.. r.Texts.Select(t => t.Paragraph == "5.3" ? t with { States = [] } : t)], Doubts = [new ReadDoubt(DoubtCodes.StatesUnread, "5.3", null, null, "(Japan)", null)],
        });
        var doubt = Assert.Single((await DoubtInbox.ReadAsync(_store, new InboxFilter(Code: DoubtCodes.StatesUnread), 1, Cancel)).Rows).Doubt;
        await Settling.SettleAsync(_store, TimeProvider.System, doubt.Id, Settlement.Typed, "JPN", Cancel);
        var ids = await IdsAsync();
        Assert.Contains("JPN 5.3", ids.Keys);
        Assert.Equal(0, (await TestTerminal.RunAsync("import", "--reread", "--data", _data)).Exit);
        Assert.Equal(ids, await IdsAsync());
        await using var db = _store.Open();
        Assert.Equal(("JPN", (DateTimeOffset?)null), await db.Settlements.Select(s => ValueTuple.Create(s.Value!, s.UndoneAt)).SingleAsync(Cancel));
    }

    [Fact]
    public async Task The_search_in_papers_sees_what_was_read_again()
    {
        await StoreOlderAsync(r => r with { Passages = [new ReadPassage("1", null, null, "An older reader saw a windmill here.")] });
        using var index = new LivePassages(_store, TimeProvider.System);
        var before = await index.CurrentAsync(Cancel);
        await new Rereader(_store, TimeProvider.System).ApplyAsync(1, Cancel);
        await using var db = _store.Open();
        var stored = await db.Passages.CountAsync(Cancel);
        Assert.DoesNotContain(await db.Passages.Select(p => p.Text).ToListAsync(Cancel), t => t.Contains("windmill", StringComparison.Ordinal));
        Assert.NotEqual(before.Stamp, await StampOfNewAsync());
        Assert.Equal(stored, await PassagesOfNewAsync());
    }

    [Fact]
    public async Task The_search_in_papers_sees_that_a_person_moved_a_paper()
    {
        await Paper.StoreAsync(_store, new Paper("questions", PaperKind.AdvanceQuestions, null) { NamesReview = false, Passages = [new ReadPassage("1", null, 1, "Who decides?")] });
        using var index = new LivePassages(_store, TimeProvider.System);
        Assert.Null(Assert.Single((await index.CurrentAsync(Cancel)).Columns.Documents).Session);
        await SettleReviewAsync();
        Assert.NotEqual((await index.CurrentAsync(Cancel)).Stamp, await StampOfNewAsync());
    }

    [Fact]
    public async Task A_paper_whose_review_a_person_named_stays_there()
    {
        var path = WriteFile("questions.docx", PaperFiles.Questions("SLOVENIA", "What is planned for the courts?"));
        var report = await new Importer(_store, TimeProvider.System).ImportAsync(path, new ImportOptions(), cancel: Cancel);
        Assert.Equal((null, "SVN", null), (report.Refusal, report.Paper!.Sur, report.Paper.Session));
        await SettleReviewAsync();
        await using var db = _store.Open();
        var review = await (from d in db.Documents join r in db.Reviews on d.ReviewId equals r.Id select new { r.Sur, r.Session }).SingleAsync(Cancel);
        Assert.Equal(("SVN", 34), (review.Sur, review.Session));
        Assert.Equal(0, (await TestTerminal.RunAsync("import", "--reread", "--data", _data)).Exit);
        Assert.NotNull(await db.Documents.Select(d => d.ReviewId).SingleAsync(Cancel));
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static PaperReading Older(PaperReading reading) => reading with
    {
        Texts = [.. reading.Texts.Select(t => t.Paragraph switch { "5.1" => t with { States = ["FRA"] }, "5.2" => t with { Text = "Paint the house" }, _ => t })],
    };

    private string WriteFile(string name, byte[] file)
    {
        var path = Path.Combine(_data, name);
        System.IO.File.WriteAllBytes(path, file);
        return path;
    }

    /// <summary>Stores the list as a reader would have that saw less.</summary>
    private async Task StoreOlderAsync(Func<PaperReading, PaperReading> older)
    {
        using var file = SourceFile.Open(WriteFile(PaperFiles.ListName, File));
        var reading = older(PaperReader.Read(file, FileForm.WordDocument, ReferenceData.Load(World.UnitedNations), Cancel));
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(File);
        }

        var paper = new PreparedPaper(PaperFiles.ListName, File.Length, Convert.ToHexStringLower(SHA256.HashData(File)), packed.ToArray(), reading);
        var report = await new PaperStorage(_store, TimeProvider.System).StoreAsync(paper, false, (_, _, _) => { }, Cancel);
        Assert.Equal(("SVN", 34), (report.Paper!.Sur, report.Paper.Session));
        await using var db = _store.Open();
        await db.Documents.ExecuteUpdateAsync(d => d.SetProperty(p => p.ReadWith, OlderReader), Cancel);
    }

    private async Task PaperFilesStoreAsync(Store store) =>
        Assert.Null((await new Importer(store, TimeProvider.System).ImportAsync(Path.Combine(_data, PaperFiles.ListName), new ImportOptions(), cancel: Cancel)).Refusal);

    private async Task SettleReviewAsync()
    {
        var doubt = Assert.Single((await DoubtInbox.ReadAsync(_store, new InboxFilter(Code: DoubtCodes.ReviewUnknown), 1, Cancel)).Rows).Doubt;
        await Settling.SettleAsync(_store, TimeProvider.System, doubt.Id, Settlement.Typed, "SVN/34", Cancel);
    }

    private async Task<string?> ReaderAsync()
    {
        await using var db = _store.Open();
        return await db.Documents.Select(d => d.ReadWith).SingleAsync(Cancel);
    }

    private async Task<Dictionary<string, string>> IdsAsync() => (await StoredReview.PairsAsync(_store)).Select(p => p.Split(' ')).ToDictionary(p => $"{p[1]} {p[2]}", p => p[0]);

    private async Task<string> StampOfNewAsync()
    {
        using var index = new LivePassages(_store, TimeProvider.System);
        return (await index.CurrentAsync(Cancel)).Stamp;
    }

    private async Task<int> PassagesOfNewAsync()
    {
        using var index = new LivePassages(_store, TimeProvider.System);
        return (await index.CurrentAsync(Cancel)).Columns.Documents.Sum(d => d.Passages);
    }
}
