using System.Text.Json;
using OpenUpr.Drafting.Checking;
using OpenUpr.Tests.Drafting.Checking;

namespace OpenUpr.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openupr_check_").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_good_file_gives_nothing_on_stdout_and_promises_no_more_than_was_tested()
    {
        var (exit, data, talk) = await TestTerminal.RunAsync("check", Save(GoodFile.Build(DocumentKind.SubmissionJoint)), "--as", "submission-joint");
        Assert.Equal((0, ""), (exit, data));
        Assert.Contains("nothing found that breaks one of the", talk, StringComparison.Ordinal);
        Assert.Contains("the limit is 5,630", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jsonl_has_an_object_for_each_finding_and_an_error_makes_the_exit_code_one()
    {
        var (exit, data, _) = await TestTerminal.RunAsync("check", Save(BadFiles.All["word-limit"].File()), "--kind", "individual-submission", "--format", "jsonl");
        var line = JsonDocument.Parse(Assert.Single(data.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => l.Contains("word-limit", StringComparison.Ordinal))).RootElement;
        Assert.Equal(1, exit);
        Assert.Equal(("error", 2815), (line.GetProperty("severity").GetString(), line.GetProperty("limit").GetInt32()));
        Assert.True(int.Parse(line.GetProperty("found").GetString()!, System.Globalization.CultureInfo.InvariantCulture) > 2815);
        Assert.All(["file", "place", "message", "advice", "source"], name => Assert.NotEmpty(line.GetProperty(name).GetString()!));
    }

    [Fact]
    public async Task A_warning_alone_leaves_the_exit_code_at_zero_and_a_damaged_file_does_not_stop_the_others()
    {
        var warned = Save(BadFiles.All["emotive"].File());
        Assert.Equal(0, (await TestTerminal.RunAsync("check", warned)).Exit);
        var (exit, data, talk) = await TestTerminal.RunAsync("check", Save("PK\u0003\u0004 no"u8.ToArray()), warned);
        Assert.Equal(1, exit);
        Assert.Contains("emotive", data, StringComparison.Ordinal);
        Assert.Contains("refused. ", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "x.docx", "--as", "novel")]
    [InlineData("check", "x.docx", "--language", "de")]
    public async Task Wrong_use_is_two(params string[] args) => Assert.Equal(2, (await TestTerminal.RunAsync(args)).Exit);

    private string Save(byte[] file)
    {
        var path = Path.Combine(_folder, $"{Directory.GetFiles(_folder).Length}.docx");
        File.WriteAllBytes(path, file);
        return path;
    }
}
