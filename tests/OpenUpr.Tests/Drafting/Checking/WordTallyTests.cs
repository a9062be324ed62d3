using OpenUpr.Drafting.Checking;
using OpenUpr.Tests.Sources.Docx;

namespace OpenUpr.Tests.Drafting.Checking;

/// <summary>The one rule for counting words, and what it leaves out.</summary>
public sealed class WordTallyTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("one", 1)]
    [InlineData("  two\twords ", 2)]
    [InlineData("state-owned and/or state's", 3)]
    [InlineData("a dash – alone counts", 5)]
    [InlineData("10\u00A0000 people", 2)]
    [InlineData("l'État a dit : non", 5)]
    [InlineData("حق الحياة", 2)]
    [InlineData("a 👩‍⚖️ b", 3)]
    public void A_word_is_what_stands_between_spaces(string text, int words) => Assert.Equal(words, WordTally.Count(text));

    [Fact]
    public void Notes_annexes_references_matrix_contents_and_margins_are_left_out_and_the_cover_stands_apart()
    {
        var file = new DocxBuilder().Style("Heading1", "").Style("TOC1", "")
            .Part("header1", "header", DocxBuilder.ParagraphXml("Head of page"))
            .Part("footnotes", "footnotes", $"<w:footnote w:id=\"2\">{DocxBuilder.ParagraphXml("A note of five words")}</w:footnote>")
            .Paragraph("Forum of Tovell").Raw("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>")
            .Paragraph("Detention 1", style: "TOC1")
            .Paragraph("Detention", style: "Heading1")
            .Raw($"<w:p>{DocxBuilder.Run("Four words of text")}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:del w:author=\"x\"><w:r><w:delText>gone</w:delText></w:r></w:del>{DocxBuilder.Run(" hidden", "<w:vanish/>")}</w:p>")
            .Table(["in a", "table"])
            .Table(["Recommendation", "Position", "Assessment"], ["12.4 Act", "Supported", "Done"])
            .Paragraph("References", style: "Heading1").Paragraph("Act of 2023")
            .Paragraph("Annex 1", style: "Heading1").Paragraph("Not counted at all").Build();
        var words = GoodFile.Check(file, DocumentKind.SubmissionIndividual).Words;
        Assert.Equal(new WordTally(Counted: 8, Cover: 3, Notes: 5, References: 4, Annexes: 6, Matrix: 7, Contents: 2, Margins: 3), words);
    }

    [Fact]
    public void Without_a_page_break_the_cover_ends_where_the_first_part_begins()
    {
        var file = new DocxBuilder().Style("Heading1", "").Paragraph("A title").Paragraph("Introduction", style: "Heading1").Paragraph("Text of it").Build();
        Assert.Equal((2, 4), (GoodFile.Check(file, DocumentKind.SubmissionIndividual).Words.Cover, GoodFile.Check(file, DocumentKind.SubmissionIndividual).Words.Counted));
    }

    [Fact]
    public void A_text_without_any_structure_counts_whole()
    {
        var file = new DocxBuilder();
        Enumerable.Range(0, 100).ToList().ForEach(i => file.Paragraph("five words in a line"));
        Assert.Equal(500, GoodFile.Check(file.Build(), DocumentKind.SubmissionIndividual).Words.Counted);
    }

    [Fact]
    public void The_limits_are_those_of_the_sources()
    {
        Assert.Equal([2815, 5630], new[] { DocumentKind.SubmissionIndividual, DocumentKind.SubmissionJoint }.Select(k => KindLimits.Find(k, KindLimits.Words)!.Value));
        Assert.Equal("stated", KindLimits.Find(DocumentKind.OralStatement, KindLimits.Words, "en")!.Certainty);
        Assert.Equal(320, KindLimits.Find(DocumentKind.OralStatement, KindLimits.Words, "fr")!.Value);
        Assert.Null(KindLimits.Find(DocumentKind.MidTermReport, KindLimits.Words));
        Assert.All(KindLimits.All, l => Assert.NotEmpty(CheckSources.Get(l.Source).Document));
    }
}
