namespace OpenUpr.Tests.Sources.Docx;

/// <summary>Paragraphs of lists carry the number that a reader of the page sees (ECMA-376, part 1, 17.9).</summary>
public sealed class ListNumberTests
{
    [Fact]
    public void Levels_count_within_their_parents_and_begin_again_below_them()
    {
        var lines = new DocxBuilder().List(1, ("decimal", "%1."), ("lowerLetter", "(%2)"), ("decimal", "%1.%2.%3"))
            .Paragraph("one", 1).Paragraph("a", 1, 1).Paragraph("b", 1, 1).Paragraph("deep", 1, 2).Paragraph("two", 1).Paragraph("a again", 1, 1).Paragraph("no list").ReadBody();
        Assert.Equal(["1. one", "(a) a", "(b) b", "1.b.1 deep", "2. two", "(a) a again", "no list"], lines);
    }

    [Theory]
    [InlineData("decimal", 3, "3")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("lowerLetter", 3, "c")]
    [InlineData("upperLetter", 28, "BB")]
    [InlineData("lowerRoman", 4, "iv")]
    [InlineData("upperRoman", 1994, "MCMXCIV")]
    [InlineData("ordinal", 2, "2nd")]
    [InlineData("ordinal", 12, "12th")]
    [InlineData("ordinal", 113, "113th")]
    [InlineData("ordinal", 23, "23rd")]
    [InlineData("none", 5, "")]
    [InlineData("thaiLetters", 7, "7")]
    public void Formats(string format, int start, string label)
    {
        var level = DocxBuilder.LevelXml(0, format, "[%1]").Replace("w:start w:val=\"1\"", $"w:start w:val=\"{start}\"", StringComparison.Ordinal);
        Assert.Equal([$"[{label}] text"], new DocxBuilder().ListXml(1, level).Paragraph("text", 1).ReadBody());
    }

    [Fact]
    public void A_second_instance_counts_on_and_one_with_its_own_start_begins_there_once()
    {
        var lines = new DocxBuilder().List(1, ("decimal", "%1."))
            .Instance(2, 1).Instance(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"104\"/></w:lvlOverride>")
            .Paragraph("a", 1).Paragraph("b", 2).Paragraph("c", 3).Paragraph("d", 3).Paragraph("e", 1).ReadBody();
        Assert.Equal(["1. a", "2. b", "104. c", "105. d", "106. e"], lines);
    }

    [Fact]
    public void An_instance_may_change_a_level()
    {
        var lines = new DocxBuilder().List(1, ("decimal", "%1."))
            .Instance(2, 1, $"<w:lvlOverride w:ilvl=\"0\">{DocxBuilder.LevelXml(0, "upperRoman", "Part %1:")}</w:lvlOverride>")
            .Paragraph("a", 1).Paragraph("b", 2).ReadBody();
        Assert.Equal(["1. a", "Part II: b"], lines);
    }

    [Theory]
    [InlineData("", "1.1 1.2 | 2.1")]
    [InlineData("<w:lvlRestart w:val=\"0\"/>", "1.1 1.2 | 2.3")]
    public void A_level_begins_again_unless_it_says_otherwise(string restart, string expected)
    {
        var lines = new DocxBuilder().ListXml(1, DocxBuilder.LevelXml(0, "decimal", "%1.") + DocxBuilder.LevelXml(1, "decimal", "%1.%2", restart))
            .Paragraph("", 1).Paragraph("x", 1, 1).Paragraph("x", 1, 1).Paragraph("", 1).Paragraph("x", 1, 1).ReadBody();
        Assert.Equal(["1.", .. expected.Replace(" |", "", StringComparison.Ordinal).Split(' ').Take(2).Select(n => n + " x"), "2.", expected.Split(' ')[^1] + " x"], lines);
    }

    [Fact]
    public void Legal_levels_write_every_number_in_Arabic_figures()
    {
        var lines = new DocxBuilder().ListXml(1, DocxBuilder.LevelXml(0, "upperRoman", "%1.") + DocxBuilder.LevelXml(1, "decimal", "%1.%2", "<w:isLgl/>"))
            .Paragraph("a", 1).Paragraph("b", 1).Paragraph("c", 1, 1).ReadBody();
        Assert.Equal(["I. a", "II. b", "2.1 c"], lines);
    }

    [Fact]
    public void A_style_puts_its_paragraphs_in_a_list_at_its_level_and_passes_it_on()
    {
        var levels = DocxBuilder.LevelXml(0, "decimal", "%1.", "<w:pStyle w:val=\"Main\"/>") + DocxBuilder.LevelXml(1, "lowerLetter", "(%2)", "<w:pStyle w:val=\"Sub\"/>");
        var lines = new DocxBuilder().ListXml(7, levels)
            .Style("Main", "<w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr>")
            .Style("Sub", "<w:basedOn w:val=\"Main\"/><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr>")
            .Style("Child", "<w:basedOn w:val=\"Main\"/>")
            .Style("Out", "<w:basedOn w:val=\"Main\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>")
            .Paragraph("a", style: "Main").Paragraph("b", style: "Sub").Paragraph("c", style: "Child").Paragraph("d", style: "Out").Paragraph("e", list: 0, style: "Main").Paragraph("f", style: "Main").ReadBody();
        Assert.Equal(["1. a", "(a) b", "2. c", "d", "e", "3. f"], lines);
    }

    [Fact]
    public void A_list_style_defines_the_list_that_links_to_it()
    {
        var lines = new DocxBuilder().List(1, ("upperLetter", "%1)")).ListXml(2, "<w:numStyleLink w:val=\"Letters\"/>")
            .Style("Letters", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>", "numbering")
            .Paragraph("a", 2).Paragraph("b", 1).ReadBody();
        Assert.Equal(["A) a", "B) b"], lines);
    }

    [Fact]
    public void Bullets_of_symbol_fonts_are_dots_and_dashes_stay()
    {
        var lines = new DocxBuilder().List(1, ("bullet", "\uF0B7"), ("bullet", "–"), ("bullet", "o")).Paragraph("a", 1).Paragraph("b", 1, 1).Paragraph("c", 1, 2).Paragraph("", 1).ReadBody();
        Assert.Equal(["• a", "– b", "• c"], lines);
    }

    [Fact]
    public void A_label_without_suffix_is_glued_and_a_hidden_one_is_not_seen()
    {
        var levels = DocxBuilder.LevelXml(0, "decimal", "%1:", "<w:suff w:val=\"nothing\"/>") + DocxBuilder.LevelXml(1, "decimal", "%2.", "<w:rPr><w:vanish/></w:rPr>");
        Assert.Equal(["1:a", "b"], new DocxBuilder().ListXml(1, levels).Paragraph("a", 1).Paragraph("b", 1, 1).ReadBody());
    }

    [Fact]
    public void Deleted_paragraphs_do_not_count()
    {
        var lines = new DocxBuilder().List(1, ("decimal", "%1.")).Paragraph("a", 1)
            .Raw("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>")
            .Paragraph("b", 1).ReadBody();
        Assert.Equal(["1. a", "2. b"], lines);
    }

    [Fact]
    public void References_that_lead_nowhere_or_in_a_circle_are_no_numbers()
    {
        var lines = new DocxBuilder().ListXml(1, "<w:numStyleLink w:val=\"Self\"/>")
            .Style("Self", "<w:basedOn w:val=\"Self\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>").Style("A", "<w:basedOn w:val=\"B\"/>").Style("B", "<w:basedOn w:val=\"A\"/>")
            .Paragraph("a", 99).Paragraph("b", 1).Paragraph("c", 1, 77).Paragraph("d", style: "A").Paragraph("e", style: "missing").ReadBody();
        Assert.Equal(["a", "b", "c", "d", "e"], lines);
    }
}
