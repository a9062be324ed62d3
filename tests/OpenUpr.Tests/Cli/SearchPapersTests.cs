using System.Text.Json;
using OpenUpr.Storage;
using OpenUpr.Tests.Search.Passages;

namespace OpenUpr.Tests.Cli;

public sealed class SearchPapersTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("openupr_test_papers_").FullName;
    private List<SamplePassage> _samples = [];

    public async ValueTask InitializeAsync()
    {
        _samples = PaperFiller.Make(seed: 9, papers: 12, passages: 30);
        await PaperFiller.FillAsync(await Store.OpenAsync(StoreLocation.Parse(_data, null)), _samples, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Paragraphs_come_one_a_line_with_their_paper_and_place()
    {
        var (exit, data, talk) = await RunAsync("rights", "--kind", "document", "--paper", "summary,report", "--state", "ESP", "--format", "jsonl", "--limit", "0");
        Assert.Equal(0, exit);
        var lines = data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            var sample = _samples.Single(s => s.Passage.Id == line.GetProperty("id").GetInt64());
            Assert.Contains(sample.Document.Kind, (string[])["summary", "working-group-report"]);
            Assert.Contains("ESP", sample.Passage.States!, StringComparison.Ordinal);
            Assert.Equal(
                (sample.Document.Kind, sample.Document.Symbol, sample.Sur, sample.Passage.Number, sample.Passage.Page, sample.Passage.Heading, sample.Passage.Text),
                (Text(line, "kind"), Text(line, "symbol"), Text(line, "sur"), Text(line, "paragraph"), line.GetProperty("page").GetInt32(), Text(line, "heading"), Text(line, "text")));
            Assert.Equal(sample.Passage.States!.Split(' '), line.GetProperty("states").EnumerateArray().Select(s => s.GetString()));
        }

        Assert.Contains($"{lines.Count} paragraphs found in 12 stored papers", talk, StringComparison.Ordinal);
        Assert.Equal($"{lines.Count}\n", (await RunAsync("rights", "--kind", "document", "--paper", "summary,report", "--state", "ESP", "--count")).Data);
    }

    [Fact]
    public async Task A_table_shows_as_many_rows_as_asked_for()
    {
        var (exit, data, talk) = await RunAsync("--kind", "document", "--limit", "3");
        Assert.Equal((0, 3), (exit, data.Split('\n').Count(l => l.StartsWith("A/HRC", StringComparison.Ordinal) || _samples.Exists(s => s.Sur is null && l.StartsWith(s.Document.Kind + " ", StringComparison.Ordinal)))));
        Assert.Contains("360 paragraphs found", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rights", "--paper", "summary")]
    [InlineData("rights", "--kind", "document", "--rs", "FRA")]
    [InlineData("rights", "--kind", "document", "--paper", "novel")]
    [InlineData("rights", "--kind", "document", "--format", "xlsx", "--out", "x.xlsx")]
    public async Task What_makes_no_sense_is_refused(params string[] args)
    {
        var (exit, data, talk) = await RunAsync(args);
        Assert.Equal((2, ""), (exit, data));
        Assert.StartsWith("openupr: ", talk, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync(["search", .. args, "--data", _data]);
}
