using System.Xml.Linq;

namespace OpenUpr.Tests.Cli;

public sealed class ExportInfographicCommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public async Task A_State_becomes_one_page_without_links_to_nowhere()
    {
        var file = demo.File("state.svg");
        var (exit, data, talk) = await RunAsync("--state", "XTO", "--out", file);
        Assert.True(exit == 0, talk);
        Assert.Equal("", data);
        Assert.Contains("on one page", talk, StringComparison.Ordinal);
        Assert.DoesNotContain(XDocument.Load(file).Descendants(), e => e.Name.LocalName == "a");
        Assert.Equal(0, (await RunAsync("--state", "XTO", "--out", demo.File("state.docx"))).Exit);
    }

    [Theory]
    [InlineData(2, "Nowhere", "none.svg", "no State 'Nowhere'")]
    [InlineData(2, "XTO", "none.pdf", ".svg or .docx")]
    public async Task What_does_not_exist_is_refused(int code, string state, string file, string says)
    {
        var (exit, _, talk) = await RunAsync("--state", state, "--out", demo.File(file));
        Assert.Equal(code, exit);
        Assert.Contains(says, talk, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync(["export", "infographic", .. args, "--data", demo.Data]);
}
