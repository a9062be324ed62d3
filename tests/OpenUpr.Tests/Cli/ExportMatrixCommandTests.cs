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

    [Fact]
    public async Task A_sheet_of_actions_comes_in_whole_or_not_and_says_of_each_row_and_cell_what_became_of_it()
    {
        var sheet = demo.File("actions.csv");
        await System.IO.File.WriteAllTextAsync(sheet, "Recommendation no.,Measure,Responsible ministry,Deadline,Status,Shelf\n999.99,Print the forms of complaint in four languages,Ministry of Health,2027-12-31,Emerald,B 12\n", TestContext.Current.CancellationToken);
        Task<(int Exit, string Data, string Talk)> SheetAsync(params string[] args) =>
            TestTerminal.RunAsync(["coalition", "import-sheet", sheet, "--coalition", "tovell-rights", "--kind", "actions", "--format", "csv", .. args, "--data", demo.Data, "--key-file", demo.File("test.key")]);

        var dry = await SheetAsync("--dry-run");
        Assert.Equal(0, dry.Exit);
        Assert.Contains(",new,Print the forms of complaint in four languages", dry.Data, StringComparison.Ordinal);
        Assert.Contains(",left,999.99,", dry.Data, StringComparison.Ordinal);
        var refused = await SheetAsync();
        Assert.Equal(1, refused.Exit);
        Assert.Contains("--leave-rest", refused.Talk, StringComparison.Ordinal);
        Assert.Equal(1, (await SheetAsync("--leave-rest", "--state", "Emerald=blue")).Exit);
        Assert.Equal(1, (await SheetAsync("--leave-rest", "--review", "XAR/1")).Exit);
        Assert.Equal(0, (await SheetAsync("--leave-rest", "--state", "Emerald=done")).Exit);
        Assert.Contains(",same,Print the forms of complaint in four languages", (await SheetAsync("--leave-rest", "--state", "Emerald=done")).Data, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync(["export", "matrix", .. args, "--data", demo.Data]);
}
