using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Docx;

/// <summary>The text of a Word document as a reader of the page sees it.</summary>
public sealed class DocxReaderTests
{
    private const string TextBox = "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>";

    [Theory]
    [InlineData("tabs and spaces", "<w:r><w:t>a</w:t><w:tab/><w:t xml:space=\"preserve\">  b\u00A0c </w:t></w:r>", "a b c")]
    [InlineData("runs cut in a word", "<w:r><w:t>rati</w:t></w:r><w:r><w:t>fy</w:t></w:r>", "ratify")]
    [InlineData("line breaks", "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a|b|c")]
    [InlineData("hyphens", "<w:r><w:t>follow</w:t><w:noBreakHyphen/><w:t>up imple</w:t><w:softHyphen/><w:t>mentation non\u2011State co\u00ADop</w:t></w:r>", "follow-up implementation non-State coop")]
    [InlineData("symbols", "<w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Arial\" w:char=\"20AC\"/><w:sym w:font=\"x\" w:char=\"zz\"/></w:r>", "α☑€")]
    [InlineData("hidden text", "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>b</w:t></w:r>", "ab")]
    [InlineData("tracked changes", "<w:r><w:t>a</w:t></w:r><w:ins w:id=\"1\"><w:r><w:t>in</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>out</w:delText><w:tab/></w:r></w:del><w:moveFrom w:id=\"3\"><w:r><w:t>from</w:t></w:r></w:moveFrom><w:moveTo w:id=\"4\"><w:r><w:t>to</w:t></w:r></w:moveTo>", "ainto")]
    [InlineData("links and controls", "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t> box</w:t></w:r></w:sdtContent></w:sdt><w:smartTag><w:r><w:t>tag</w:t></w:r></w:smartTag>", "link boxtag")]
    [InlineData("fields keep their result", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t> 3</w:t></w:r></w:fldSimple>", "12 3")]
    [InlineData("a field in a field's code", "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>IF </w:instrText><w:fldChar w:fldCharType=\"begin\"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>argument</w:t><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>result</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>", "result")]
    [InlineData("a field that nobody closed", "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>X</w:instrText></w:r><w:r><w:t>text</w:t></w:r>", "text")]
    [InlineData("a text box once", "<w:r><w:t>before</w:t></w:r><w:r>" + TextBox + "</w:r><w:r><w:t> after</w:t></w:r>", "before after|boxed")]
    [InlineData("a reading above a word", "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>", "base")]
    [InlineData("letters nobody sees", "<w:r><w:t>a\u200Bb\u202Ec\uFEFF e\u0301</w:t></w:r>", "abc é")]
    public void Inline(string what, string xml, string expected)
    {
        var lines = new DocxBuilder().Raw($"<w:p>{xml}</w:p>").ReadBody();
        Assert.True(expected.Split('|').SequenceEqual(lines), $"{what}: {string.Join('|', lines)}");
    }

    [Fact]
    public void Paragraphs_are_lines_of_their_own_and_a_deleted_end_joins_two()
    {
        var lines = new DocxBuilder().Paragraph("one").Paragraph("").Raw("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">two </w:t></w:r></w:p>").Paragraph("three").ReadBody();
        Assert.Equal(["one", "two three"], lines);
    }

    [Fact]
    public void Bold_and_italic_are_those_of_most_letters_with_the_styles_counted()
    {
        var text = new DocxBuilder().Style("Head", "<w:rPr><w:b/><w:i/><w:sz w:val=\"28\"/></w:rPr>").Style("Strong", "<w:rPr><w:b/></w:rPr>", "character")
            .Paragraph("headline", style: "Head")
            .Raw($"<w:p>{DocxBuilder.Run("bold", "<w:b/>")}{DocxBuilder.Run(" but mostly not")}</w:p>")
            .Raw($"<w:p>{DocxBuilder.Run("by style", "<w:rStyle w:val=\"Strong\"/>")}</w:p>")
            .Raw($"<w:p><w:pPr><w:pStyle w:val=\"Head\"/></w:pPr>{DocxBuilder.Run("both cancel out", "<w:rStyle w:val=\"Strong\"/>")}</w:p>").Read();
        Assert.Equal([(true, true, 14), (false, false, 0), (true, false, 0), (false, true, 14)], text.Lines.Select(l => (l.IsBold, l.IsItalic, (int)l.Size)));
    }

    [Fact]
    public void Cells_know_their_place_also_merged_and_nested_ones()
    {
        const string merged = "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>tall</w:t></w:r></w:p></w:tc>";
        var nested = DocxBuilder.TableXml(["inner"]);
        var text = new DocxBuilder().Table(["a", "b"])
            .Raw($"<w:tbl><w:tr>{merged}<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>wide</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>last</w:t></w:r></w:p></w:tc></w:tr>"
                + $"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>more</w:t></w:r></w:p></w:tc><w:tc>{nested}<w:p/></w:tc></w:tr>"
                + "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>deleted</w:t></w:r></w:p></w:tc></w:tr>"
                + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>shifted</w:t></w:r></w:p></w:tc></w:tr></w:tbl>").Paragraph("after").Read();
        Assert.Equal(
            [("a", 0, 0, 0), ("b", 0, 0, 1), ("tall", 1, 0, 0), ("wide", 1, 0, 1), ("last", 1, 0, 3), ("more", 1, 0, 0), ("inner", 2, 0, 0), ("shifted", 1, 2, 1)],
            text.Lines.Where(l => l.Cell is not null).Select(l => (l.Text, l.Cell!.Value.Table, l.Cell.Value.Row, l.Cell.Value.Column)));
        Assert.Null(text.Lines[^1].Cell);
    }

    [Fact]
    public void Notes_stand_behind_the_paragraph_and_at_the_end_numbered_as_they_are_referred_to()
    {
        const string notes = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"5\"><w:p><w:r><w:footnoteRef/><w:t xml:space=\"preserve\"> second</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"9\"><w:p><w:r><w:t>first</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"6\"><w:p><w:r><w:t>nobody refers to it</w:t></w:r></w:p></w:footnote>";
        var text = new DocxBuilder().Part("footnotes", "footnotes", notes).Part("endnotes", "endnotes", "<w:endnote w:id=\"2\"><w:p><w:r><w:t>JS1</w:t></w:r></w:p></w:endnote>").Part("settings", "settings", "<w:endnotePr><w:numFmt w:val=\"decimal\"/></w:endnotePr>")
            .Raw("<w:p><w:r><w:t>text</w:t></w:r><w:r><w:footnoteReference w:id=\"9\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p><w:p><w:r><w:t>more</w:t><w:footnoteReference w:id=\"5\"/></w:r></w:p>").Read();
        Assert.Equal([("text", LineRole.Body), ("1 first", LineRole.Footnote), ("more", LineRole.Body), ("2 second", LineRole.Footnote), ("1 JS1", LineRole.Footnote)], text.Lines.Select(l => (l.Text, l.Role)));
    }

    [Fact]
    public void Heads_and_feet_are_set_apart_and_given_once()
    {
        var text = new DocxBuilder().Part("header1", "header", DocxBuilder.ParagraphXml("A/HRC/99/1")).Part("header2", "header", DocxBuilder.ParagraphXml("A/HRC/99/1")).Part("footer1", "footer", DocxBuilder.ParagraphXml("GE.99")).Paragraph("text").Read();
        Assert.Equal([("A/HRC/99/1", LineRole.RunningHead), ("text", LineRole.Body), ("GE.99", LineRole.Footer)], text.Lines.Select(l => (l.Text, l.Role)));
        Assert.Equal(0, text.Pages);
    }

    [Fact]
    public void The_strict_form_is_read_as_the_other()
    {
        var parts = new DocxBuilder().List(1, ("decimal", "%1.")).Paragraph("strict", 1).Parts()
            .ToDictionary(p => p.Key, p => p.Value.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal).Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));
        Assert.Equal("1. strict", Assert.Single(DocxBuilder.Read(DocxBuilder.Zip(parts)).Lines).Text);
    }

    [Fact]
    public void A_link_that_is_no_address_does_not_matter()
    {
        var parts = new DocxBuilder().Paragraph("text").Parts();
        parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].Replace("</Relationships>", "<Relationship Id=\"bad\" Type=\"http://x/hyperlink\" Target=\"http://a b:xx/[\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal);
        Assert.Equal("text", Assert.Single(DocxBuilder.Read(DocxBuilder.Zip(parts)).Lines).Text);
    }

    /// <summary>Else the tests would only show that the reader reads what the builder writes.</summary>
    [Fact]
    public void What_the_tests_build_is_a_Word_document()
    {
        using var file = new MemoryStream(new DocxBuilder().List(1, ("decimal", "%1.")).Paragraph("a", 1).Paragraph("b", bold: true).Build());
        using var document = WordprocessingDocument.Open(file, false);
        var faults = new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Where(e => e.Id != "Sem_MissingReferenceElement").Select(e => e.Description);
        Assert.Empty(faults);
    }
}
