using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import;

/// <summary>What stands in the store after an import, and what a further one adds, on both databases.</summary>
public sealed class StoredShapeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEachDatabase]
    public async Task Every_value_has_its_source(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var file = folder.Write("a.csv", ExportLine.File("\r", [new ExportLine(), new ExportLine { From = "&#40;Unknown&#41;", FromGroup = "&#40;Unknown&#41;", FromOrganisations = "&#40;Unknown&#41;" }, new ExportLine { Response = "Rejected", Text = "Other" }]));
        var report = await ImportAsync(test.Store, file);
        Assert.Equal((3, 1), (report.Recommendations, report.Doubtful));

        await using var db = test.Store.Open();
        var document = await db.Documents.SingleAsync(Cancel);
        Assert.Equal(("upr-info-export", "a.csv", "text/csv", new FileInfo(file).Length), (document.Kind, document.FileName, document.MediaType, document.Size));
        using var unpacked = new MemoryStream();
        await using (var brotli = new BrotliStream(new MemoryStream((await db.DocumentContents.SingleAsync(Cancel)).Brotli), CompressionMode.Decompress))
        {
            await brotli.CopyToAsync(unpacked, Cancel);
        }

        Assert.Equal(await File.ReadAllBytesAsync(file, Cancel), unpacked.ToArray());
        var review = await db.Reviews.SingleAsync(Cancel);
        Assert.Equal(("SVN", 7), (review.Sur, review.Session));
        // One text for two States, and another text.
        Assert.Equal(2, await db.Texts.CountAsync(Cancel));
        Assert.Equal([("FRA", 2), ("unknown", 3), ("FRA", 4)], (await db.Recommendations.OrderBy(r => r.Id).ToListAsync(Cancel)).Select(r => (r.Rs, r.Line!.Value)));
        var positions = await db.Positions.OrderBy(p => p.Id).ToListAsync(Cancel);
        Assert.Equal([(Position.Supported, "Accepted"), (Position.Noted, "Rejected")], positions.Select(p => (p.Value, p.Wording)));
        Assert.All(positions, p => Assert.Equal(("upr-info-response/1", document.Id, true), (p.Rule, p.DocumentId, p.IsCurrent)));
        var tags = await db.Tags.Where(t => t.RecommendationId == 1).OrderBy(t => t.Id).ToListAsync(Cancel);
        Assert.Equal([("action", "5"), ("issue", "womens-rights"), ("issue", "labour")], tags.Select(t => (t.Scheme, t.Value)));
        Assert.All(tags, t => Assert.Equal(("coder", "UPR Info"), (t.SetBy, t.SetByName)));
        var change = await db.Changes.SingleAsync(Cancel);
        Assert.Equal((1, 1, 3), (change.Sequence, change.FirstRecommendationId, change.LastRecommendationId));
        var run = await db.ImportRuns.SingleAsync(Cancel);
        Assert.Equal((3, 3, 0, 0, 1), (run.RowsRead, run.Added, run.Known, run.Refused, run.Doubtful));
    }

    [Theory, OnEachDatabase]
    public async Task Repeats_and_overlapping_files_add_only_what_is_new(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var lines = ExportLine.Good(30).ToList();
        var first = folder.Write("first.csv", ExportLine.File("\r", lines[..20]));
        var second = folder.Write("second.csv", ExportLine.File("\r\n", lines[10..]));
        Assert.Equal((20, 0), Counts(await ImportAsync(test.Store, first)));
        Assert.Equal((0, 20), Counts(await ImportAsync(test.Store, first)));
        Assert.Equal((10, 10), Counts(await ImportAsync(test.Store, second)));
        // A later export may word the same response anew.
        Assert.Equal((0, 30), Counts(await ImportAsync(test.Store, folder.Write("third.csv", ExportLine.File("\n", lines.Select(l => l with { Response = "Supported" }))))));

        await using var db = test.Store.Open();
        Assert.Equal(Enumerable.Range(1, 30).Select(i => (long)i), await db.Recommendations.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(Cancel));
        Assert.Equal([1, 2], await db.Changes.OrderBy(c => c.Sequence).Select(c => c.Sequence).ToListAsync(Cancel));
        Assert.Equal((3, 4), (await db.Documents.CountAsync(Cancel), await db.ImportRuns.CountAsync(Cancel)));
    }

    [Theory, OnEachDatabase]
    public async Task Twins_stay_once_each_and_are_reported(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var twin = new ExportLine();
        var file = folder.Write("a.csv", ExportLine.File("\r", [twin, new ExportLine { Text = "Other" }, twin with { Issue = "Labour,Women's rights" }]));
        var report = await ImportAsync(test.Store, file);
        Assert.Equal((3, 0), Counts(report));
        Assert.Equal("The row equals line 2 in every column; both are kept.", Assert.Single(report.Findings).Message);
        Assert.Equal((0, 3), Counts(await ImportAsync(test.Store, file)));
    }

    [Theory, OnEachDatabase]
    public async Task A_row_that_differs_only_in_response_or_tags_is_stored_and_names_the_other(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        await ImportAsync(test.Store, folder.Write("a.csv", ExportLine.File("\r", [new ExportLine { Text = "Other" }, new ExportLine()])));
        var report = await ImportAsync(test.Store, folder.Write("b.csv", ExportLine.File("\r", [new ExportLine { Response = "Noted" }, new ExportLine { Text = "Third" }, new ExportLine { Text = "THIRD", Action = "1" }])));
        Assert.Equal((3, 0), Counts(report));
        Assert.Equal((2, 4), (report.Findings[0].Line, report.Findings[1].Line));
        Assert.Contains("recommendation 2", report.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("line 3 of b.csv", report.Findings[1].Message, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Two_imports_at_once_take_turns_and_double_nothing(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        // Three different files: the same bytes would be one document.
        (string Name, string NewLine)[] forms = [("a.csv", "\r"), ("b.csv", "\n"), ("c.csv", "\r\n")];
        var files = forms.Select(f => folder.Write(f.Name, ExportLine.File(f.NewLine, ExportLine.Good(400)))).ToList();
        var reports = await Task.WhenAll(files.Select(f => ImportAsync(test.Store, f)));
        Assert.Equal((400, 800), (reports.Sum(r => r.Recommendations), reports.Sum(r => r.Known)));
        await using var db = test.Store.Open();
        Assert.Equal(400, await db.Recommendations.CountAsync(Cancel));
    }

    private static (int Added, int Known) Counts(ImportReport report)
    {
        Assert.Null(report.Refusal);
        return (report.Recommendations + report.Pledges, report.Known);
    }

    private static Task<ImportReport> ImportAsync(Store store, string file) =>
        new Importer(store, TimeProvider.System).ImportAsync(file, new ImportOptions(), cancel: Cancel);
}
