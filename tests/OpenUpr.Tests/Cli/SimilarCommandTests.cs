using System.Text.Json;

namespace OpenUpr.Tests.Cli;

public sealed class SimilarCommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public async Task A_text_of_the_store_comes_first_with_score_1_and_the_searchs_fields()
    {
        var (_, some, _) = await RunAsync("search", "--format", "jsonl", "--limit", "1", "--sort", "id");
        var known = JsonDocument.Parse(some).RootElement;
        var text = known.GetProperty("text").GetString()!;
        var (exit, data, talk) = await RunAsync("similar", text, "--format", "jsonl", "--limit", "3");
        var lines = data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal((0, 3), (exit, lines.Count));
        Assert.Equal((text, 1m), (lines[0].GetProperty("text").GetString(), lines[0].GetProperty("score").GetDecimal()));
        Assert.Empty(known.EnumerateObject().Select(p => p.Name).Except(lines[0].EnumerateObject().Select(p => p.Name)));
        Assert.Equal(lines.Select(l => l.GetProperty("score").GetDecimal()).OrderDescending(), lines.Select(l => l.GetProperty("score").GetDecimal()));
        Assert.StartsWith("3 texts", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_hold_and_tables_have_the_score()
    {
        var (_, noted, _) = await RunAsync("similar", "rights of women", "--response", "noted", "--format", "jsonl");
        Assert.All(noted.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.Equal("noted", JsonDocument.Parse(l).RootElement.GetProperty("position").GetString()));
        var (exit, table, _) = await RunAsync("similar", "rights of women", "--limit", "2");
        Assert.Equal(0, exit);
        Assert.StartsWith("score  ", table.TrimStart(), StringComparison.Ordinal);
        var (_, csv, _) = await RunAsync("similar", "rights of women", "--limit", "2", "--format", "csv", "--no-bom");
        Assert.Contains(",score,same,fictional", csv.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nothing_is_like_is_no_error_and_no_text_is()
    {
        Assert.Equal((0, ""), await ExitAndData("similar", "xylophone", "--format", "jsonl"));
        Assert.Equal((2, ""), await ExitAndData("similar", " "));
        Assert.Equal((2, ""), await ExitAndData("similar", new string('a', 20_001)));
        Assert.Equal((2, ""), await ExitAndData("similar", "women", "--limit", "0"));
        Assert.Equal((2, ""), await ExitAndData("similar", "women", "--action", "9"));
    }

    private async Task<(int Exit, string Data)> ExitAndData(params string[] args)
    {
        var (exit, data, _) = await RunAsync(args);
        return (exit, data);
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync([.. args, "--data", demo.Data]);
}
