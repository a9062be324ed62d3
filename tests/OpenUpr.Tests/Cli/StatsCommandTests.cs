using System.Globalization;
using System.Text.Json;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Tests.Cli;

public sealed class StatsCommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public async Task Every_field_is_counted_highest_first_then_by_key_with_its_share()
    {
        var total = int.Parse((await RunAsync("search", "--count")).Data, CultureInfo.InvariantCulture);
        foreach (var field in StatisticFields.All)
        {
            var rows = Rows((await RunAsync("stats", "--by", field, "--format", "jsonl")).Data);

            // Themes and affected persons come from a reading of the texts, which this store has not had.
            Assert.Equal(field is StatisticFields.Theme or StatisticFields.Person, rows.Count == 0);
            Assert.Equal(rows.OrderByDescending(Count).ThenBy(Key, StringComparer.Ordinal).Select(Key), rows.Select(Key));
            Assert.All(rows, row => Assert.Equal((double)Count(row) / total, row.GetProperty("share").GetDouble(), 5));
            Assert.True(StatisticFields.HasSeveral(field) || rows.Sum(Count) <= total, $"{field}: {rows.Sum(Count)} of {total}");
        }
    }

    [Fact]
    public async Task A_count_is_what_a_search_for_the_value_counts()
    {
        foreach (var row in Rows((await RunAsync("stats", "--by", "issue", "--session", "1..60", "--format", "jsonl")).Data).Take(4))
        {
            var (_, count, _) = await RunAsync("search", "--session", "1..60", "--issue", Key(row), "--count");
            Assert.Equal(Count(row), int.Parse(count, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Csv_begins_with_the_columns_of_the_contract()
    {
        var (exit, data, talk) = await RunAsync("stats", "--by", "sur", "--format", "csv", "--no-bom");
        Assert.Equal(0, exit);
        Assert.StartsWith("key,label,count,share", data, StringComparison.Ordinal);
        Assert.Contains("pairs", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Across_gives_a_row_for_each_pair_of_values()
    {
        var (exit, data, _) = await RunAsync("stats", "--by", "rs-group", "--across", "response", "--format", "csv", "--no-bom");
        Assert.Equal(0, exit);
        Assert.StartsWith("key,label,acrossKey,acrossLabel,count,share", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_is_exit_0_and_no_rows()
    {
        var (exit, data, _) = await RunAsync("stats", "--by", "issue", "zzzzqq", "--format", "jsonl");
        Assert.Equal(0, exit);
        Assert.Empty(data);
    }

    [Theory]
    [InlineData("'issue'", "--by", "isue")]
    [InlineData("'session'", "--by", "sur", "--across", "sesion")]
    [InlineData("--by")]
    [InlineData("Atlntis", "--by", "sur", "--sur", "Atlntis")]
    public async Task A_wrong_field_or_filter_is_exit_2_and_says_what_to_type(string said, params string[] args)
    {
        var (exit, data, talk) = await RunAsync(["stats", .. args]);
        Assert.Equal(2, exit);
        Assert.Empty(data);
        Assert.Contains(said, talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_shows_shares_as_percentages_and_the_workbook_is_a_file()
    {
        Assert.Contains(" %", (await RunAsync("stats", "--by", "action")).Data, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("stats", "--by", "action", "--unit", "texts", "--out", demo.File("action.xlsx"))).Exit);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(demo.File("action.xlsx"), TestContext.Current.CancellationToken))[..2]);
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync([.. args, "--data", demo.Data]);

    private static List<JsonElement> Rows(string data) => [.. data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string Key(JsonElement row) => row.GetProperty("key").GetString()!;

    private static int Count(JsonElement row) => row.GetProperty("count").GetInt32();
}
