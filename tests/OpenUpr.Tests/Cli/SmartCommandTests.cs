using System.Text.Json;
using Xunit;

namespace OpenUpr.Tests.Cli;

public sealed class SmartCommandTests
{
    [Fact]
    public async Task Jsonl_has_one_object_for_each_criterion()
    {
        var (exit, data, _) = await RunAsync("smart", "Sign and ratify CRPD and OP-CEDAW", "--format", "jsonl");
        var lines = data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(0, exit);
        Assert.Equal(["specific", "measurable", "achievable", "relevant", "time-bound"], lines.Select(l => l.GetProperty("criterion").GetString()));
        Assert.Equal(["fail", "fail", "ask", "ask", "doubtful"], lines.Select(l => l.GetProperty("verdict").GetString()));
        Assert.Equal(["CRPD", "OP-CEDAW"], lines[0].GetProperty("words").EnumerateArray().Select(w => w.GetString()));
        Assert.NotEmpty(lines[0].GetProperty("suggestion").GetString()!);
        Assert.Equal("Ratify CRPD", lines[0].GetProperty("proposals")[0].GetString());
    }

    [Fact]
    public async Task A_table_fits_eighty_columns_and_ends_with_the_category()
    {
        var (exit, data, talk) = await RunAsync("smart", "Adopt and implement a national strategy against trafficking in persons as soon as possible");
        Assert.Equal(0, exit);
        Assert.Empty(talk);
        Assert.All(data.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("Specific action", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_is_refused_in_words()
    {
        var (exit, data, talk) = await RunAsync("smart", "Abolir la peine de mort et ratifier le Protocole");
        Assert.Equal(1, exit);
        Assert.Empty(data);
        Assert.Contains("English", talk, StringComparison.Ordinal);
    }

    private static Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync(args);
}
