using System.Text;
using System.Text.Json;
using OpenUpr.Tests.Sources.Fetching;

namespace OpenUpr.Tests.Cli;

public sealed class FetchCommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    private static readonly byte[] s_pdf = Encoding.Latin1.GetBytes("%PDF-1.4\n%%EOF\n");

    [Fact]
    public async Task Files_lie_in_the_folder_and_one_that_is_missing_makes_the_run_fail()
    {
        await using var service = new BadService(BadService.Pdf(s_pdf), BadService.Answer("404 Not Found", "", []));
        var folder = demo.File("fetched");
        var (exit, data, talk) = await TestTerminal.RunAsync("fetch", "A/HRC/48/7", "--language", "en,fr", "--out", folder, "--from", service.Address.ToString(), "--format", "jsonl");
        Assert.Equal(1, exit);
        var lines = data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["fetched", "missing"], lines.Select(l => l.GetProperty("outcome").GetString()));
        Assert.Equal([Path.Combine(folder, "A_HRC_48_7-en.pdf")], Directory.GetFiles(folder));
        Assert.Contains("1 of 2 documents fetched", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fetch")]
    [InlineData("fetch", "report.pdf")]
    [InlineData("fetch", "A/HRC/48/7", "--language", "tlh")]
    [InlineData("fetch", "A/HRC/48/7", "--from", "ftp://example.org")]
    [InlineData("fetch", "A/HRC/48/7", "--type", "exe")]
    public async Task Wrong_use_asks_nobody(params string[] args)
    {
        var (exit, data, talk) = await TestTerminal.RunAsync(args);
        Assert.Equal((2, ""), (exit, data));
        Assert.StartsWith("openupr: ", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_stands_for_its_three_papers()
    {
        await using var service = new BadService(BadService.Pdf(s_pdf));
        var (exit, _, _) = await TestTerminal.RunAsync(
            "fetch", "--review", "SVN/48", "--out", demo.File("review"), "--from", service.Address.ToString(), "--data", demo.File("empty"));
        Assert.Equal(0, exit);
        Assert.Equal(["A_HRC_WG.6_48_SVN_1-en.pdf", "A_HRC_WG.6_48_SVN_2-en.pdf", "A_HRC_WG.6_48_SVN_3-en.pdf"], Directory.GetFiles(demo.File("review")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Reviews_that_are_none_and_fictional_ones_are_refused()
    {
        Assert.Equal(2, (await TestTerminal.RunAsync("fetch", "--review", "XYZ/48", "--data", demo.File("empty"))).Exit);
        var (exit, _, talk) = await TestTerminal.RunAsync("fetch", "--review", "SVN/48", "--data", demo.Data);
        Assert.Equal(2, exit);
        Assert.Contains("do not exist", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_import_a_document_that_the_importer_refuses_makes_the_run_fail()
    {
        await using var service = new BadService(BadService.Pdf(s_pdf));
        var (exit, _, talk) = await TestTerminal.RunAsync("fetch", "A/HRC/48/7", "--import", "--from", service.Address.ToString(), "--data", demo.File("store"));
        Assert.Equal(1, exit);
        Assert.Contains("1 of 1 documents fetched", talk, StringComparison.Ordinal);
        Assert.Contains("0 of 1 files imported", talk, StringComparison.Ordinal);
    }
}
