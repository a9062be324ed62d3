using System.Text.Json;
using OpenUpr.Tests.Import;
using OpenUpr.Tests.Taxonomy.Classification;

namespace OpenUpr.Tests.Cli;

public sealed class ClassifyCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_is_trained_from_an_export_and_classifies_it_row_by_row()
    {
        var (export, model) = (_folder.Write("export.csv", InventedExport.Csv()), Path.Combine(_folder.Path, "test.model"));
        var trained = await TestTerminal.RunAsync("train", export, "--session", "1..2", "--out", model);
        Assert.Equal(0, trained.Exit);
        Assert.Contains("sessions 1, 2", trained.Talk, StringComparison.Ordinal);
        Assert.Contains("openupr sessions 1-2 ", trained.Talk, StringComparison.Ordinal);

        // Only the text is read: no action, issue or session in it, lines ended as by old Macs, the pledge known by its response.
        var bare = _folder.Write("bare.csv", "Response,Text\r" + string.Concat(InventedExport.Examples().Select(e => $"Accepted,\"{e.Text}\"\r")) + "Voluntary Pledge,We shall open a museum\r");
        var (exit, data, _) = await TestTerminal.RunAsync("classify", bare, "--model", model, "--format", "jsonl");
        Assert.Equal(0, exit);
        var found = Lines(data);
        Assert.Equal(InventedExport.Examples().Select(e => e.Action), found.Select(f => f.GetProperty("action").GetInt32()));
        Assert.Equal(2, found[0].GetProperty("row").GetInt32());
        Assert.All(found, f => Assert.InRange(f.GetProperty("actionConfidence").GetDouble(), 0.2, 1));
        Assert.All(found, f => Assert.Equal(f.GetProperty("issues").GetArrayLength(), f.GetProperty("issueConfidence").EnumerateObject().Count()));

        var one = await TestTerminal.RunAsync("classify", "--text", "Consider repairing the windmills", "--model", model, "--format", "jsonl", "--why");
        var why = Assert.Single(Lines(one.Data)).GetProperty("why").EnumerateArray().Select(w => w.GetProperty("sentence").GetString()).ToList();
        Assert.Contains("Opens with “Consider”, a verb of category 3 in the codebook.", why);
    }

    [Fact]
    public async Task A_file_without_texts_and_a_file_that_is_no_model_are_refused_with_what_to_do()
    {
        var (table, model) = (_folder.Write("table.csv", "Name,Town\r\nAda,Ljubljana\r\n"), _folder.Write("text.model", "no model at all"));
        var foreign = await TestTerminal.RunAsync("classify", table, "--model", model);
        Assert.Equal((1, ""), (foreign.Exit, foreign.Data));
        Assert.Contains("text.model is not a model of OpenUPR", foreign.Talk, StringComparison.Ordinal);
        var both = await TestTerminal.RunAsync("classify", table, "--text", "Consider");
        Assert.Equal(2, both.Exit);
        Assert.Contains("Name one file, or give one recommendation", both.Talk, StringComparison.Ordinal);
        Assert.Equal(2, (await TestTerminal.RunAsync("train", table, "--session", "9..2", "--out", model)).Exit);
    }

    [Fact]
    public async Task A_training_that_fails_leaves_the_old_model()
    {
        var old = _folder.Write("old.model", "as it was");
        var failed = await TestTerminal.RunAsync("train", _folder.Write("table.csv", "Name,Town\r\nAda,Ljubljana\r\n"), "--out", old);
        Assert.Equal((1, "as it was"), (failed.Exit, await File.ReadAllTextAsync(old, TestContext.Current.CancellationToken)));
    }

    private static List<JsonElement> Lines(string data) => [.. data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
