using OpenUpr.Import;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import;

/// <summary>The real .xls, damaged at random places: whatever comes, it is a report. Seeded, so that a failure can be repeated.</summary>
public sealed class DamagedWorkbookTests
{
    private const int Pledges = 947;

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(5)]
    public async Task A_damaged_xls_gives_a_report_and_never_fewer_rows_in_silence(int seed)
    {
        var random = new Random(seed);
        var original = await File.ReadAllBytesAsync(Corpus.File("voluntary.xls"), TestContext.Current.CancellationToken);
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        for (var i = 0; i < 36; i++)
        {
            var bytes = (byte[])original.Clone();
            // The frame, the tables of sectors and the head of the workbook are small beside the texts: half of the damage goes there.
            var end = i % 2 == 0 ? 4_096 : bytes.Length;
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                bytes[random.Next(end)] = (byte)random.Next(256);
            }

            var report = await ImportAsync(test, folder.Write("a.xls", bytes));
            Assert.True(report.Refusal is not null || report.Findings.Count > 0 || report.RowsRead >= Pledges, $"Seed {seed}, case {i}: {report.RowsRead} rows and not a word.");
        }
    }

    [Theory, InlineData(512), InlineData(1_024), InlineData(100_000), InlineData(400_000), InlineData(650_000), InlineData(659_000)]
    public async Task An_xls_cut_off_is_refused(int length)
    {
        var original = await File.ReadAllBytesAsync(Corpus.File("voluntary.xls"), TestContext.Current.CancellationToken);
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        var report = await ImportAsync(test, folder.Write("a.xls", original[..length]));
        Assert.Contains("damaged", report.Refusal, StringComparison.Ordinal);
    }

    private static Task<ImportReport> ImportAsync(TestStore test, string file) =>
        new Importer(test.Store, TimeProvider.System).ImportAsync(file, new ImportOptions(DryRun: true), cancel: TestContext.Current.CancellationToken);
}
