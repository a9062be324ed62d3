using System.Text.Json;
using OpenUpr.Planning;
using OpenUpr.Tests.Export.Ics;

namespace OpenUpr.Tests.Cli;

public sealed class ExportPlanCommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public async Task The_general_plan_of_a_review_is_the_whole_cycle_in_every_form()
    {
        var file = demo.File("plan.ics");
        var (exit, data, talk) = await RunAsync("--review", "XTO/54", "--out", file);
        Assert.Equal((0, ""), (exit, data));
        var events = StrictIcs.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Events;
        Assert.InRange(events.Count(), StepBook.All.Count - 3, StepBook.All.Count);
        Assert.Contains(file, talk, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("--review", "xto/54", "--out", demo.File("plan.jsonl"))).Exit);
        var rows = (await File.ReadAllLinesAsync(demo.File("plan.jsonl"), TestContext.Current.CancellationToken)).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(events.Count(), rows.Count(r => r.GetProperty("from").ValueKind == JsonValueKind.String));
        var paper = rows.Single(r => r.GetProperty("step").GetString() == "advocacy-paper");
        Assert.Equal(("2026-07-01", "2026-09-01", "range"), (paper.GetProperty("from").GetString(), paper.GetProperty("to").GetString(), paper.GetProperty("basis").GetString()));
        Assert.Equal(0, (await RunAsync("--review", "XTO/54", "--out", demo.File("plan.csv"))).Exit);
        Assert.Equal(0, (await RunAsync("--review", "XTO/54", "--out", demo.File("plan.xlsx"))).Exit);
        Assert.StartsWith("id,state,session", await File.ReadAllTextAsync(demo.File("plan.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "--review", "XTO/53")]
    [InlineData(1, "--review", "nowhere")]
    [InlineData(1, "--coalition", "nobody")]
    public async Task What_does_not_exist_is_refused_by_name(int code, string option, string value)
    {
        var (exit, _, talk) = await TestTerminal.RunAsync(["export", "plan", option, value, "--out", demo.File("none.ics"), "--data", demo.Data]);
        Assert.Equal(code, exit);
        Assert.Contains(value, talk, StringComparison.Ordinal);
        Assert.False(File.Exists(demo.File("none.ics")));
    }

    [Fact]
    public async Task Without_a_coalition_and_a_review_it_asks_which() => Assert.Equal(2, (await RunAsync("--out", demo.File("none.csv"))).Exit);

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync(["export", "plan", .. args, "--data", demo.Data]);
}
