using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import;

/// <summary>The real export of sessions 1 to 17, which is not part of the repository: OPENUPR_CORPUS names the folder that holds it.</summary>
public sealed class ExportCorpusTests
{
    private static readonly string[] CsvFiles = ["1-5.csv", "6-9.csv", "10-13.csv", "14-17.csv", "voluntary.csv"];

    [Theory, OnEachDatabase]
    public async Task The_whole_export_gives_the_published_counts_and_a_second_run_adds_nothing(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var first = await ImportAllAsync(test.Store, CsvFiles);
        Assert.All(first, r => Assert.Null(r.Refusal));
        Assert.All(first, r => Assert.Equal(0, r.Refused));
        Assert.Equal((33_082, 947, 0), Totals(first));
        await using (var db = test.Store.Open())
        {
            Assert.Equal(34_029, await db.Recommendations.CountAsync(TestContext.Current.CancellationToken));
            Assert.Equal(24_378, await CountAsync(db, Position.Supported));
            Assert.Equal(8_704, await CountAsync(db, Position.Noted));
            Assert.Equal(5, await db.Changes.CountAsync(TestContext.Current.CancellationToken));
        }

        // True twins: three pairs of recommendations and two of pledges. One further row differs from another in nothing but its issues.
        Assert.Equal([1, 0, 2, 2], first.Skip(1).Select(Twins));
        Assert.Equal(6, first.Sum(r => r.Doubtful));

        var again = await ImportAllAsync(test.Store, [.. CsvFiles, "1-5.xls", "voluntary.xls"]);
        Assert.Equal((0, 0, 34_029 + 6_094 + 947), Totals(again));
    }

    [Theory, InlineData("1-5", 6_094, 0), InlineData("voluntary", 0, 947)]
    public async Task The_xls_gives_the_same_rows_as_the_csv(string name, int recommendations, int pledges)
    {
        await using var csv = await TestStores.CreateAsync(Provider.Sqlite);
        await using var xls = await TestStores.CreateAsync(Provider.Sqlite);
        Assert.Equal((recommendations, pledges, 0), Totals(await ImportAllAsync(csv.Store, [name + ".csv"])));
        Assert.Equal((recommendations, pledges, 0), Totals(await ImportAllAsync(xls.Store, [name + ".xls"])));
        await using var a = csv.Store.Open();
        await using var b = xls.Store.Open();
        Assert.Equal(
            await a.Recommendations.OrderBy(r => r.Id).Select(r => r.Identity).ToListAsync(TestContext.Current.CancellationToken),
            await b.Recommendations.OrderBy(r => r.Id).Select(r => r.Identity).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_dry_run_over_all_files_reports_what_the_import_then_does()
    {
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        string[] files = ["1-5.xls", "1-5.csv", "voluntary.csv"];
        var rehearsed = await ImportAllAsync(test.Store, files, new ImportOptions(DryRun: true));
        await using (var db = test.Store.Open())
        {
            Assert.False(await db.Documents.AnyAsync(TestContext.Current.CancellationToken));
            Assert.False(await db.Recommendations.AnyAsync(TestContext.Current.CancellationToken));
        }

        var done = await ImportAllAsync(test.Store, files);
        Assert.Equal(Totals(done), Totals(rehearsed));
        Assert.Equal(done.Select(r => r.Doubtful), rehearsed.Select(r => r.Doubtful));
    }

    private static int Twins(ImportReport report) => report.Findings.Count(f => f.Message.Contains("equals line", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<ImportReport>> ImportAllAsync(Store store, IEnumerable<string> files, ImportOptions? options = null)
    {
        var importer = new Importer(store, TimeProvider.System);
        var reports = new List<ImportReport>();
        foreach (var file in files)
        {
            reports.Add(await importer.ImportAsync(Corpus.File(file), options ?? new ImportOptions(), cancel: TestContext.Current.CancellationToken));
        }

        return reports;
    }

    private static (int Recommendations, int Pledges, int Known) Totals(IReadOnlyList<ImportReport> reports) =>
        (reports.Sum(r => r.Recommendations), reports.Sum(r => r.Pledges), reports.Sum(r => r.Known));

    private static Task<int> CountAsync(OpenUprDb db, Position position) =>
        db.Recommendations.CountAsync(r => db.Positions.Any(p => p.TextId == r.TextId && p.IsCurrent && p.Value == position), TestContext.Current.CancellationToken);
}
