using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Demo;
using OpenUpr.Drafting.Studio;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Tests.Drafting.Checking;

namespace OpenUpr.Tests.Cli;

/// <summary>The demonstration's documents as files, and what the checker says of them.</summary>
public sealed class ExportStudioCommandTests(ExportStudioCommandTests.Rooms demo) : IClassFixture<ExportStudioCommandTests.Rooms>
{
    private static readonly string[] s_both = [StudioKinds.SubmissionIndividual, StudioKinds.SubmissionJoint];

    /// <summary>The demonstration's store with its documents.</summary>
    public sealed class Rooms : IAsyncLifetime
    {
        private readonly DemoFolder _demo = new();

        public string Data => _demo.Data;

        public string File(string name) => _demo.File(name);

        public async ValueTask InitializeAsync()
        {
            await _demo.InitializeAsync();
            var store = await Store.OpenAsync(StoreLocation.Parse(Data, null), World.Demo);
            using var keys = await KeyringDoor.OpenAsync(store, new KeySource(File("test.key")), TimeProvider.System, default);
            await DemoCoalition.LoadAsync(store, keys, TimeProvider.System, default);
            await DemoPlan.LoadAsync(store, keys, TimeProvider.System, default);
            await DemoStudio.LoadAsync(store, TimeProvider.System, default);
            await DemoStudio.LoadAsync(store, TimeProvider.System, default);
            await DemoReports.LoadAsync(store, keys, TimeProvider.System, default);
        }

        public ValueTask DisposeAsync() => _demo.DisposeAsync();
    }

    /// <summary>Every document of the list as a Word file that is valid, holds to the rules of its kind, and names nobody that took part in it.</summary>
    [Fact]
    public async Task Every_document_of_the_demonstration_becomes_a_valid_file_in_which_the_checker_finds_nothing()
    {
        var (exit, data, _) = await TestTerminal.RunAsync(["drafts", "--coalition", "tovell-rights", "--format", "csv", "--data", demo.Data]);
        Assert.Equal(0, exit);
        var rows = data.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.Equal(StudioKinds.All.Order(StringComparer.Ordinal), rows.Select(r => r[1]).Distinct().Order(StringComparer.Ordinal));
        var found = new List<string>();
        foreach (var row in rows)
        {
            var (id, kind) = (row[0], row[1]);
            var file = demo.File($"{id}.docx");
            Assert.Equal(0, (await RunAsync(s_both.Contains(kind) ? "submission" : kind, "--coalition", "tovell-rights", "--id", id, "--out", file)).Exit);
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            using var docx = WordprocessingDocument.Open(new MemoryStream(bytes), false);
            Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(docx, TestContext.Current.CancellationToken).Select(e => $"{id} {kind}: {e.Path?.XPath} {e.Description}"));
            if (StudioKinds.RulesOf(kind) is { } rules)
            {
                found.AddRange(GoodFile.Check(bytes, rules, "en").Findings.Select(f => $"{id} {kind}: {f.Rule.Code} {f.Excerpt} {string.Join(' ', f.Values)}"));
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task Without_a_number_the_last_one_that_was_changed_is_written_and_the_others_are_named()
    {
        var (exit, data, talk) = await RunAsync("submission", "--coalition", "tovell-rights", "--out", demo.File("latest.docx"));
        Assert.Equal((0, ""), (exit, data));
        Assert.Contains("Joint submission of the Tovell Rights Coalition", talk, StringComparison.Ordinal);
        Assert.Contains("still being written", talk, StringComparison.Ordinal);
        Assert.Contains("There are others of this kind:", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "factsheet", "nobody", "none.docx", "nobody")]
    [InlineData(1, "factsheet", "arvenia-watch", "none.docx", "has no factsheet yet")]
    [InlineData(2, "factsheet", "tovell-rights", "none.pdf", "Word files only")]
    [InlineData(1, "written-statement", "tovell-rights", "none.docx", "has no written-statement yet")] // the only one was given up
    public async Task What_does_not_exist_is_refused_by_name(int code, string kind, string coalition, string file, string says)
    {
        var (exit, _, talk) = await RunAsync(kind, "--coalition", coalition, "--out", demo.File(file));
        Assert.Equal(code, exit);
        Assert.Contains(says, talk, StringComparison.Ordinal);
        Assert.False(File.Exists(demo.File(file)));
    }

    [Fact]
    public async Task A_number_of_another_kind_is_refused_with_those_that_there_are()
    {
        var (exit, _, talk) = await RunAsync("factsheet", "--coalition", "tovell-rights", "--id", "1", "--out", demo.File("none.docx"));
        Assert.Equal(1, exit);
        Assert.Contains("Numbers of this kind: ", talk, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("factsheet", "--out", demo.File("none.docx"))).Exit);
        Assert.Equal(2, (await TestTerminal.RunAsync(["drafts", "--data", demo.Data])).Exit);
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync(["export", .. args, "--data", demo.Data]);
}
