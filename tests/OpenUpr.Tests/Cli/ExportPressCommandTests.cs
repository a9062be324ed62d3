using DocumentFormat.OpenXml.Packaging;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Demo;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Cli;

public sealed class ExportPressCommandTests(ExportPressCommandTests.Rooms demo) : IClassFixture<ExportPressCommandTests.Rooms>
{
    /// <summary>The demonstration's store with its coalitions.</summary>
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
        }

        public ValueTask DisposeAsync() => _demo.DisposeAsync();
    }

    [Fact]
    public async Task The_newest_text_of_a_kind_becomes_a_file_that_says_whether_it_is_approved()
    {
        var file = demo.File("briefing.docx");
        var (exit, data, talk) = await RunAsync("--kind", "briefing", "--coalition", "tovell-rights", "--out", file);
        Assert.Equal((0, ""), (exit, data));
        Assert.Contains("version", talk, StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        Assert.Contains("What is easily misreported", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("--kind", "release", "--coalition", "tovell-rights", "--out", demo.File("release.TXT"))).Exit);
        Assert.StartsWith("DRAFT.", await File.ReadAllTextAsync(demo.File("release.TXT"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "release", "nobody", "none.docx", "nobody")]
    [InlineData(1, "digest", "arvenia-watch", "none.docx", "has no text of this kind")]
    [InlineData(2, "poster", "tovell-rights", "none.docx", "poster")]
    [InlineData(2, "release", "tovell-rights", "none.pdf", ".docx or .txt")]
    public async Task What_does_not_exist_is_refused_by_name(int code, string kind, string coalition, string file, string says)
    {
        var (exit, _, talk) = await RunAsync("--kind", kind, "--coalition", coalition, "--out", demo.File(file));
        Assert.Equal(code, exit);
        Assert.Contains(says, talk, StringComparison.Ordinal);
        Assert.False(File.Exists(demo.File(file)));
    }

    [Fact]
    public async Task With_several_coalitions_it_asks_which() => Assert.Equal(2, (await RunAsync("--kind", "release", "--out", demo.File("none.docx"))).Exit);

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync(["export", "press", .. args, "--data", demo.Data]);
}
