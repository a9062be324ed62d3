using DocumentFormat.OpenXml.Packaging;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Demo;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Cli;

public sealed class ExportMatrixCommandTests(ExportMatrixCommandTests.Rooms demo) : IClassFixture<ExportMatrixCommandTests.Rooms>
{
    /// <summary>The demonstration's store with its coalitions and their list of recommendations.</summary>
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
        }

        public ValueTask DisposeAsync() => _demo.DisposeAsync();
    }

    [Fact]
    public async Task The_list_becomes_a_file_and_what_is_not_there_is_refused_by_name()
    {
        var (exit, data, talk) = await RunAsync("--coalition", "tovell-rights", "--out", demo.File("matrix.docx"));
        Assert.Equal((0, ""), (exit, data));
        Assert.Contains("rows have a value", talk, StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open(demo.File("matrix.docx"), isEditable: false);
        Assert.Contains("Assessment/comments on level of implementation", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("--coalition", "tovell-rights", "--review", "xto/40", "--out", demo.File("matrix.xlsx"))).Exit);

        Assert.Equal(2, (await RunAsync("--out", demo.File("none.docx"))).Exit);
        Assert.Equal(2, (await RunAsync("--coalition", "tovell-rights", "--out", demo.File("none.pdf"))).Exit);
        Assert.Contains("arvenia-watch has no such list", (await RunAsync("--coalition", "arvenia-watch", "--out", demo.File("none.docx"))).Talk, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync(["export", "matrix", .. args, "--data", demo.Data]);
}
