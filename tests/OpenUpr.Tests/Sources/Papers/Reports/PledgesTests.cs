using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers.Paragraphs;
using OpenUpr.Sources.Papers.Reports;
using static OpenUpr.Tests.Sources.Papers.Reports.InventedReport;

namespace OpenUpr.Tests.Sources.Papers.Reports;

public sealed class PledgesTests
{
    [Fact]
    public void What_stands_under_the_heading_is_pledged()
    {
        PaperParagraph[] report =
        [
            Numbered("60", "All conclusions reflect the position of the submitting States."),
            Heading("Voluntary pledges and commitments"),
            Numbered("61", "Arvenia will publish its report.", 9),
            Numbered("62", "Arvenia made the following voluntary commitments:", 9),
            Item("62", "a", "To end child labour;", 9),
            Item("62", "b", "To open its archives.", 10),
            Numbered("63", "Reference is made to the commitments of the national report. Arvenia will also invite experts.", 10),
            Heading("Annex"),
            Numbered("64", "The delegation was composed of 5 members."),
        ];
        var pledges = Pledges.Read(report);
        Assert.Equal(["61: Arvenia will publish its report.", "62a: To end child labour", "62b: To open its archives.", "63: Arvenia will also invite experts."], pledges.Select(p => $"{p.Paragraph}{p.Part}: {p.Text}"));
        Assert.All(pledges, p => Assert.Equal((RecommendationKind.Pledge, 0), (p.Kind, p.States.Count)));
        Assert.Equal(10, pledges[2].Page);
    }

    [Fact]
    public void Bullets_are_numbered()
    {
        PaperParagraph[] report = [Numbered("7", "In its statement, Arvenia made the following voluntary pledges:"), Bullet("7", "One;"), Bullet("7", "Two."), Numbered("8", "Quillon welcomed it.")];
        Assert.Equal(["1 One", "2 Two."], Pledges.Read(report).Select(p => $"{p.Part} {p.Text}"));
    }

    [Fact]
    public void Reports_without_pledges_have_none()
    {
        Assert.Empty(Pledges.Read([Heading("Voluntary pledges and commitments"), Numbered("61", "Arvenia will be ready to present voluntary commitments in June."), Heading("Annex"), Numbered("62", "Text.")]));
    }
}
