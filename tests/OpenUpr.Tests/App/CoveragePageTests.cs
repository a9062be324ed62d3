using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace OpenUpr.Tests.App;

/// <summary>What the demonstration's papers say of its coalition's priorities.</summary>
public sealed class CoveragePageTests(Site site) : IClassFixture<Site>
{
    private const string Page = "/coalitions/tovell-rights/coverage";

    [Fact]
    public async Task What_the_papers_say_and_leave_out_stands_under_each_priority_with_the_paragraphs()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var html = await lucas.ReadAsync(Page);
        Assert.Contains("Papers of the review of Tovell in session 40.", html, StringComparison.Ordinal);
        Assert.Contains("read by a machine", html, StringComparison.Ordinal);

        // The national report speaks of the death penalty in its paragraph 4, and of nobody's house.
        var penalty = Section(html, "An end to the death penalty in law");
        Assert.Contains(">paragraph 4</a>", penalty, StringComparison.Ordinal);
        var housing = Section(html, "Safe homes for the families of the flood channel");
        Assert.Contains("<strong>Gap.</strong> None of its 5 paragraphs", housing, StringComparison.Ordinal);
        Assert.Contains("forty-one houses", housing, StringComparison.Ordinal);
        Assert.Contains("/studio/new?kind=advance-question&priority=", housing, StringComparison.Ordinal);
        Assert.Contains("/studio/new?kind=factsheet&priority=", housing, StringComparison.Ordinal);
        Assert.Contains("Raised too rarely", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Heron 1", html, StringComparison.Ordinal);

        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        Assert.DoesNotContain("/studio/new", await tomas.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_for_Word_says_the_same()
    {
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        using var docx = WordprocessingDocument.Open(new MemoryStream(await tomas.ReadBytesAsync(Page + ".docx")), false);
        Assert.Empty(new OpenXmlValidator().Validate(docx, TestContext.Current.CancellationToken).Select(e => e.Description));
        var text = docx.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("None of its 5 paragraphs speaks of it", text, StringComparison.Ordinal);
        Assert.Contains("DEMO/A/HRC/WG.6/40/XTO/3", text, StringComparison.Ordinal);
    }

    private static string Section(string html, string title)
    {
        var start = html.IndexOf(title, StringComparison.Ordinal);
        return html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)];
    }
}
