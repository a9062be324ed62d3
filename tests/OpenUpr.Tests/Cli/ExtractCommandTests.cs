using System.Text.Json;
using OpenUpr.Tests.Import;
using OpenUpr.Tests.Import.Papers;

namespace OpenUpr.Tests.Cli;

public sealed class ExtractCommandTests : IDisposable
{
    private static readonly string[] Fields =
    [
        "file", "document", "kind", "stateUnderReview", "session", "paragraph", "part", "page", "text", "recommendingStates", "position", "partial", "positionText", "positionSource", "lead", "cited",
    ];

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Every_text_is_a_line_with_the_fields_of_the_contract()
    {
        var (exit, data, talk) = await TestTerminal.RunAsync("extract", WriteList(), "--format", "jsonl");
        Assert.Equal((0, true), (exit, talk.Contains("1 of 1 files read", StringComparison.Ordinal)));
        var lines = Lines(data);
        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.DoesNotContain(Fields, f => !l.TryGetProperty(f, out _)));
        Assert.Equal((PaperFiles.ListName, "thematic-list", "SVN", 34), (Text(lines[0], "file"), Text(lines[0], "kind"), Text(lines[0], "stateUnderReview"), lines[0].GetProperty("session").GetInt32()));
        Assert.Equal(["FRA", "DEU"], lines[0].GetProperty("recommendingStates").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal([("5.1", "Open the courts on every weekday", "supported"), ("5.2", "Paint the court house", "noted")], lines.Select(l => (Text(l, "paragraph"), Text(l, "text"), Text(l, "position"))));
    }

    [Fact]
    public async Task More_is_given_when_asked_for()
    {
        var list = WriteList();
        var (_, data, _) = await TestTerminal.RunAsync("extract", list, "--also", "passages,facts", "--format", "jsonl");
        Assert.Contains("passage", Lines(data).Select(l => Text(l, "unit")));
        Assert.DoesNotContain("passage", Lines((await TestTerminal.RunAsync("extract", list, "--format", "jsonl")).Data).Select(l => Text(l, "unit")));
        var (exit, nothing, talk) = await TestTerminal.RunAsync("extract", list, "--also", "novels", "--format", "jsonl");
        Assert.Equal((2, ""), (exit, nothing));
        Assert.Contains("novels", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_refused_fails_the_run_and_the_others_are_given()
    {
        WriteList();
        _folder.Write("a.pdf", "%PDF-1.7 nothing more");
        var (exit, data, talk) = await TestTerminal.RunAsync("extract", _folder.Path, "--format", "jsonl");
        Assert.Equal((1, 2), (exit, Lines(data).Count));
        Assert.Contains("a.pdf: refused. ", talk, StringComparison.Ordinal);
        Assert.Contains("1 of 2 files read", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_go_to_a_file_when_one_is_named()
    {
        var target = Path.Combine(_folder.Path, "out.jsonl");
        var (exit, data, _) = await TestTerminal.RunAsync("extract", WriteList(), "--format", "jsonl", "--out", target);
        Assert.Equal((0, ""), (exit, data));
        Assert.Equal(2, Lines(await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken)).Count);
    }

    public void Dispose() => _folder.Dispose();

    private string WriteList() =>
        _folder.Write(PaperFiles.ListName, PaperFiles.List(("5.1 Open the courts on every weekday (France, Germany);", "Supported"), ("5.2 Paint the court house (Peru);", "Noted")));

    private static List<JsonElement> Lines(string data) => [.. data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
