using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Import.Papers;
using OpenUpr.Reviews;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>A whole folder of bad files with good papers among them: each bad one is refused in words that help, and nothing of it stays; the good ones are all there.</summary>
public sealed class HostileBatchTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly int _refused;
    private readonly int _either;

    public HostileBatchTests()
    {
        foreach (var (name, content) in HostileFiles.Refused())
        {
            _folder.Write("bad-" + name, content);
            _refused++;
        }

        foreach (var (name, content) in HostileFiles.Either())
        {
            _folder.Write(name, content);
            _either++;
        }

        // Spread over the order in which files are read.
        foreach (var (state, i) in HostileFiles.Asked.Select((s, i) => (s, i)))
        {
            _folder.Write($"{"+bcez"[i]}-good-{state}.docx", HostileFiles.Good(state));
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData(false), InlineData(true)]
    public async Task Every_bad_file_is_refused_with_words_that_help_and_the_good_ones_are_stored(bool dryRun)
    {
        Assert.True(_refused + _either >= 60, $"{_refused + _either} files");
        await using var test = await TestStores.CreateAsync(Provider.Sqlite, World.Demo);
        var files = Importer.FindFiles([_folder.Path]);
        var (reports, clock) = (new List<ImportReport>(), Stopwatch.StartNew());
        await foreach (var report in new Importer(test.Store, TimeProvider.System).ImportManyAsync(files, new ImportOptions(dryRun), cancel: Cancel))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{report.File} took {clock.Elapsed}");
            reports.Add(report);
            clock.Restart();
        }

        Assert.Equal(files.Count, reports.Count);
        Assert.Equal([], reports.Where(r => r.File.StartsWith("bad-", StringComparison.Ordinal) && r.Refusal is null).Select(r => r.File));
        Assert.All(reports.Where(r => r.Refusal is not null), Helps);
        Assert.Equal(HostileFiles.Asked.Length, reports.Count(r => r.File.Contains("-good-", StringComparison.Ordinal) && r.Refusal is null));
        await using var db = test.Store.Open();
        var stored = await db.Documents.Select(d => d.FileName).ToListAsync(Cancel);
        Assert.Equal(dryRun ? [] : reports.Where(r => r.Refusal is null && r.Paper?.IsKnown == false).Select(r => r.File).Order(), stored.Order());
        Assert.Equal(stored.Count, await db.DocumentContents.CountAsync(Cancel));
        Assert.False(File.Exists("/tmp/openupr-evil.xml"));
    }

    [Fact]
    public async Task Without_a_store_the_same_files_are_refused()
    {
        var files = Importer.FindFiles([_folder.Path]);
        var read = new List<(string File, string? Refusal)>();
        await foreach (var paper in PaperExtraction.ReadAsync(files, ReferenceData.Load(World.Demo), Cancel))
        {
            read.Add((paper.File, paper.Refusal));
        }

        Assert.Equal(files.Count, read.Count);
        Assert.Equal([], read.Where(r => r.File.StartsWith("bad-", StringComparison.Ordinal) && r.Refusal is null).Select(r => r.File));
        Assert.Equal(HostileFiles.Asked.Length, read.Count(r => r.File.Contains("-good-", StringComparison.Ordinal) && r.Refusal is null));
    }

    /// <summary>A sentence for people: no place on this machine, no name of a program's part, nothing of what the file wanted to be shown.</summary>
    private void Helps(ImportReport report)
    {
        var message = report.Refusal!;
        Assert.True(message.Length is > 30 and < 1_200 && message.EndsWith('.'), $"{report.File}: {message}");
        foreach (var word in new[] { "Exception", "System.", "   at ", "XmlReader", "\n", "root:", _folder.Path })
        {
            Assert.False(message.Contains(word, StringComparison.Ordinal), $"{report.File}: {message}");
        }

        Assert.DoesNotContain(report.File, char.IsControl);
    }
}
