using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import;

/// <summary>Whatever stops an import, the store holds all of a file or nothing, and a repeat works.</summary>
public sealed class AllOrNothingTests
{
    private const int Rows = 5_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnEachDatabase]
    public async Task A_fault_just_before_the_commit_leaves_nothing(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var file = folder.Write("a.csv", ExportLine.File("\r", ExportLine.Good(Rows)));
        var fault = new Steps(p => { if (p.Step == "committing") { throw new InvalidOperationException("fault"); } });
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Importer(test.Store, TimeProvider.System).ImportAsync(file, new ImportOptions(), fault, Cancel));
        await HoldsNothingThenAllAsync(test.Store, file);
    }

    [Theory, OnEachDatabase]
    public async Task A_cancelled_import_leaves_nothing(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var file = folder.Write("a.csv", ExportLine.File("\r", ExportLine.Good(Rows)));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var reader = new Steps(p => { if (p.Step == "storing") { stop.Cancel(); } });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Importer(test.Store, TimeProvider.System).ImportAsync(file, new ImportOptions(), reader, stop.Token));
        await HoldsNothingThenAllAsync(test.Store, file);
    }

    [Theory, OnEachDatabase]
    public async Task A_process_killed_in_the_middle_leaves_nothing(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var file = folder.Write("a.csv", ExportLine.File("\r", ExportLine.Good(Rows)));
        var marker = Path.Combine(folder.Path, "marker");
        var start = new ProcessStartInfo("dotnet", [typeof(AllOrNothingTests).Assembly.Location, .. ImportChild.Arguments]) { RedirectStandardOutput = true };
        start.Environment[ImportChild.Variable] = string.Join('\n', file, marker, test.Store.Location.DataFolder, test.Store.Location.PostgresConnection);
        using (var child = Process.Start(start)!)
        {
            while (!File.Exists(marker))
            {
                Assert.False(child.HasExited, "The child ended before it was in the middle.");
                await Task.Delay(50, Cancel);
            }

            child.Kill();
            await child.WaitForExitAsync(Cancel);
        }

        await HoldsNothingThenAllAsync(test.Store, file);
    }

    [Theory, OnEachDatabase]
    public async Task A_fault_in_the_last_row_of_a_file_refuses_it_whole(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var text = ExportLine.File("\r", ExportLine.Good(Rows));
        var report = await new Importer(test.Store, TimeProvider.System).ImportAsync(folder.Write("a.csv", text + "Slovenia,EEG,\"EU"), new ImportOptions(), cancel: Cancel);
        Assert.Equal((0, Rows), (report.Recommendations, report.RowsRead));
        Assert.Contains($"Line {Rows + 2}", report.Refusal, StringComparison.Ordinal);
        await HoldsNothingThenAllAsync(test.Store, folder.Write("b.csv", text));
    }

    [Theory, OnEachDatabase]
    public async Task A_dry_run_reports_the_same_and_stores_nothing(Provider provider)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var lines = ExportLine.Good(20).Append(new ExportLine { Action = "6" }).Append(new ExportLine { ToGroup = "Asia" }).ToList();
        string[] files = [folder.Write("a.csv", ExportLine.File("\r", lines)), folder.Write("bad.csv", "no"), folder.Write("b.csv", ExportLine.File("\n", lines[10..])), folder.Write("c.csv", ExportLine.File("\n", lines[..5]))];
        var importer = new Importer(test.Store, TimeProvider.System);
        var rehearsed = new List<ImportReport>();
        foreach (var file in files)
        {
            rehearsed.Add(await importer.ImportAsync(file, new ImportOptions(DryRun: true), cancel: Cancel));
        }

        await using (var db = test.Store.Open())
        {
            Assert.False(await db.Documents.AnyAsync(Cancel) || await db.ImportRuns.AnyAsync(Cancel) || await db.Reviews.AnyAsync(Cancel) || await db.CounterRows.AnyAsync(Cancel));
        }

        for (var i = 0; i < files.Length; i++)
        {
            var done = await importer.ImportAsync(files[i], new ImportOptions(), cancel: Cancel);
            Assert.Equal(done with { Findings = [] }, rehearsed[i] with { Findings = [] });
            Assert.Equal(done.Findings, rehearsed[i].Findings);
        }
    }

    [Fact]
    public async Task Progress_never_goes_back_and_ends_at_the_whole()
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        var file = folder.Write("a.csv", ExportLine.File("\r", ExportLine.Good(Rows)));
        var seen = new List<ImportProgress>();
        await new Importer(test.Store, TimeProvider.System).ImportAsync(file, new ImportOptions(), new Steps(seen.Add), Cancel);
        Assert.Equal(["reading", "storing", "committing"], seen.Select(p => p.Step).Distinct());
        Assert.All(seen.GroupBy(p => p.Step), step => Assert.Equal(step.Select(p => p.Done).Order(), step.Select(p => p.Done)));
        Assert.All(seen.GroupBy(p => p.Step), step => Assert.Equal(step.Last().Total, step.Last().Done));
    }

    private static async Task HoldsNothingThenAllAsync(Store store, string file)
    {
        await using (var db = store.Open())
        {
            Assert.False(await db.Documents.AnyAsync(Cancel) || await db.ImportRuns.AnyAsync(Cancel) || await db.Reviews.AnyAsync(Cancel) || await db.Texts.AnyAsync(Cancel));
            Assert.False(await db.Recommendations.AnyAsync(Cancel) || await db.Tags.AnyAsync(Cancel) || await db.Changes.AnyAsync(Cancel));
        }

        Assert.Equal(Rows, (await new Importer(store, TimeProvider.System).ImportAsync(file, new ImportOptions(), cancel: Cancel)).Recommendations);
    }

    /// <summary>Progress that is told at once, on the importing thread.</summary>
    private sealed class Steps(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
