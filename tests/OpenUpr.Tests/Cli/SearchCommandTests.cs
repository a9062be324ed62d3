using System.Globalization;
using System.Text.Json;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.Cli;

public sealed class SearchCommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    private static readonly string s_state = ReferenceData.Load(World.Demo).States.First(s => s.Status == StateStatus.Member).Iso3;

    [Fact]
    public async Task A_count_is_one_number_and_nothing_else()
    {
        var (exit, data, talk) = await SearchAsync("--count");
        Assert.Equal(0, exit);
        Assert.Matches(@"^\d+\n$", data);
        Assert.Empty(talk);
    }

    [Fact]
    public async Task A_count_is_of_pairs_texts_or_paragraphs_and_the_limit_does_not_matter()
    {
        var pairs = await CountAsync();
        Assert.Equal(pairs, await CountAsync("--unit", "pairs", "--limit", "1"));
        var texts = await CountAsync("--unit", "texts");
        var paragraphs = await CountAsync("--unit", "paragraphs");
        Assert.True(pairs > texts && texts > paragraphs && paragraphs > 0);
    }

    [Fact]
    public async Task Jsonl_has_a_line_for_each_pair_up_to_the_limit()
    {
        var pairs = await CountAsync("--sur", s_state);
        var (_, some, talk) = await SearchAsync("--sur", s_state, "--format", "jsonl", "--limit", "5");
        Assert.Equal(5, Lines(some).Count);
        Assert.StartsWith($"{pairs} found", talk, StringComparison.Ordinal);
        var (_, all, _) = await SearchAsync("--sur", s_state, "--format", "jsonl", "--limit", "0");
        Assert.Equal(pairs, Lines(all).Count);
        Assert.All(Lines(all), line => Assert.Equal(s_state, JsonDocument.Parse(line).RootElement.GetProperty("sur").GetString()));
        Assert.All(Lines(all), line => Assert.Contains("\"fictional\":true", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_limit_a_hundred_rows_are_shown()
    {
        var (_, data, talk) = await SearchAsync("--format", "jsonl");
        Assert.Equal(100, Lines(data).Count);
        Assert.Contains("--limit 0", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_fits_eighty_columns()
    {
        var (exit, data, _) = await SearchAsync("--limit", "30");
        Assert.Equal(0, exit);
        Assert.StartsWith(" id  sur", data.TrimStart('\n'), StringComparison.Ordinal);
        Assert.All(Lines(data), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Finding_nothing_is_exit_0_and_offers_the_nearest_words()
    {
        var (exit, data, talk) = await SearchAsync("ratifz", "--count");
        Assert.Equal(0, exit);
        Assert.Equal("0\n", data);
        Assert.Contains("ratif", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--sur", "Atlntis")]
    [InlineData("--session", "x")]
    [InlineData("--response", "suported")]
    [InlineData("--issues", "some")]
    [InlineData("--kind", "promise")]
    [InlineData("--action", "9")]
    public async Task A_wrong_filter_value_is_exit_2_and_prints_no_rows(string option, string value)
    {
        var (exit, data, talk) = await SearchAsync(option, value);
        Assert.Equal(2, exit);
        Assert.Empty(data);
        Assert.Contains(value, talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filters_of_the_command_line_are_the_fields_of_the_query_language()
    {
        foreach (var filter in new global::OpenUpr.App.Cli.Recommendations.SearchOptions().Filters)
        {
            // A field that the language does not know would be named as such; a value that is wrong only shows that it is known.
            var (exit, _, talk) = await SearchAsync(filter.Name, "no such value");
            Assert.Equal(2, exit);
            Assert.Contains("no such value", talk, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_form_of_a_file_follows_its_ending()
    {
        foreach (var name in new[] { "rows.csv", "rows.xlsx", "rows.jsonl", "rows.txt" })
        {
            var (exit, data, _) = await SearchAsync("--out", demo.File(name), "--limit", "3");
            Assert.Equal(0, exit);
            Assert.Empty(data);
        }

        Assert.StartsWith("id,kind,sur", await File.ReadAllTextAsync(demo.File("rows.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(demo.File("rows.xlsx"), TestContext.Current.CancellationToken))[..2]);
        Assert.StartsWith("{\"id\":", await File.ReadAllTextAsync(demo.File("rows.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("----", await File.ReadAllTextAsync(demo.File("rows.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_holds_every_row_of_the_search()
    {
        var count = await CountAsync("--kind", "all");
        var file = demo.File("all.jsonl");
        var (exit, data, talk) = await RunAsync("export", "recommendations", "--kind", "all", "--out", file);
        Assert.Equal(0, exit);
        Assert.Empty(data);
        Assert.Contains($"{count} rows", talk, StringComparison.Ordinal);
        Assert.Equal(count, (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task An_export_that_cannot_be_written_is_exit_1_and_leaves_nothing()
    {
        var (exit, _, talk) = await RunAsync("export", "recommendations", "--out", Path.Combine(demo.File("no-such-folder"), "x.csv"));
        Assert.Equal(1, exit);
        Assert.Contains("cannot be written", talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(demo.File("no-such-folder")));
    }

    [Fact]
    public async Task Reindex_builds_the_snapshot_anew()
    {
        await File.WriteAllTextAsync(Path.Combine(demo.Data, "search.index"), "damaged", TestContext.Current.CancellationToken);
        var (exit, _, talk) = await RunAsync("reindex");
        Assert.Equal(0, exit);
        Assert.Matches(@"(?m)^\d+ rows indexed in ", talk);
        Assert.True(new FileInfo(Path.Combine(demo.Data, "search.index")).Length > 1_000);
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync([.. args, "--data", demo.Data]);

    private Task<(int Exit, string Data, string Talk)> SearchAsync(params string[] args) => RunAsync(["search", .. args]);

    private async Task<int> CountAsync(params string[] args) => int.Parse((await SearchAsync([.. args, "--count"])).Data, CultureInfo.InvariantCulture);

    private static List<string> Lines(string data) => [.. data.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
