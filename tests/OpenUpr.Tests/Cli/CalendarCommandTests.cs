using System.Text.Json;
using OpenUpr.Tests.Export.Ics;

namespace OpenUpr.Tests.Cli;

public sealed class CalendarCommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public async Task A_session_is_printed_with_certainty_and_source()
    {
        var (exit, data, talk) = await RunAsync("--session", "47", "--format", "jsonl");
        Assert.Equal(0, exit);
        Assert.Contains("dates", talk, StringComparison.Ordinal);
        var deadline = data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).Single(r => r.GetProperty("kind").GetString() == "stakeholder-deadline");
        Assert.Equal(
            ("2024-04-08", "23:59", "Europe/Zurich", "confirmed", "uprdoc-login-47"),
            (Text(deadline, "from"), Text(deadline, "time"), Text(deadline, "zone"), Text(deadline, "certainty"), deadline.GetProperty("sources")[0].GetString()));
    }

    [Fact]
    public async Task Months_are_never_given_days()
    {
        var (_, data, _) = await RunAsync("--session", "54", "--format", "csv");
        Assert.Contains("54-review,54,4,,review,Review,2027-01,2027-02,", data, StringComparison.Ordinal);
        Assert.DoesNotContain("2027-01-01", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_for_calendar_programs_follows_its_ending()
    {
        var file = demo.File("tovell.ics");
        var (exit, data, _) = await RunAsync("--state", "Tovell", "--out", file);
        Assert.Equal(0, exit);
        Assert.Empty(data);
        Assert.NotEmpty(StrictIcs.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Events);
    }

    [Fact]
    public async Task The_form_that_is_asked_for_counts_more_than_the_ending_of_the_file()
    {
        var file = demo.File("table.ics");
        Assert.Equal(0, (await RunAsync("--format", "csv", "--out", file)).Exit);
        Assert.StartsWith("id,session", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR", (await RunAsync("--format", "ics")).Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--state", "Atlantis")]
    [InlineData("--session", "99")]
    public async Task What_does_not_exist_is_exit_2(string option, string value)
    {
        var (exit, data, talk) = await RunAsync(option, value);
        Assert.Equal((2, ""), (exit, data));
        Assert.Contains(value, talk, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync(["calendar", .. args, "--data", demo.Data]);

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
