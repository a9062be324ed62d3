using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Doc;

/// <summary>The text of Word 97-2003 documents.</summary>
public sealed class DocReaderTests
{
    private static readonly byte[] Bold = [0x35, 0x08, 1];
    private static readonly byte[] Hidden = [0x3C, 0x08, 1];
    private static readonly byte[] Deleted = [0x00, 0x08, 1];
    private static readonly byte[] InTable = [0x16, 0x24, 1];
    private static readonly byte[] RowEnd = [0x16, 0x24, 1, 0x17, 0x24, 1];

    [Fact]
    public void Pieces_of_one_and_two_bytes_a_letter_go_together()
    {
        var text = new DocBuilder().Text("ADVANCE QUESTIONS\r", look: Bold).Text("“one” — naïve\r").Text("Što? Ωμέγα 😀\r", wide: true).Text("end\r").Read();
        Assert.Equal(["ADVANCE QUESTIONS", "“one” — naïve", "Što? Ωμέγα 😀", "end"], text.Lines.Select(l => l.Text));
        Assert.Equal([true, false, false, false], text.Lines.Select(l => l.IsBold));
        Assert.Equal("application/msword", text.MediaType);
    }

    [Theory]
    [InlineData("a\tb\u00A0 c\r", "a b c")]
    [InlineData("one\vtwo\fthree\r", "one|two|three")]
    [InlineData("follow\u001Eup imple\u001Fment\r", "follow-up implement")]
    [InlineData("see \u0013 HYPERLINK \"x\" \u0014this\u0015 link\r", "see this link")]
    [InlineData("\u0013 IF \u0013 X \u0014argument\u0015 \u0014result\u0015\r", "result")]
    [InlineData("a\u0013 never closed\rb\r", "a never closed|b")]
    [InlineData("\u0014\u0015a\u0015\r", "a")]
    [InlineData("picture\u0001 note\u0002 \u0005\r", "picture note")]
    [InlineData("no mark at the end", "no mark at the end")]
    public void Marks(string text, string expected) => Assert.Equal(expected, string.Join('|', new DocBuilder().Text(text).Read().Lines.Select(l => l.Text)));

    [Fact]
    public void Hidden_and_deleted_text_is_left_out() =>
        Assert.Equal(["ab"], new DocBuilder().Text("a").Text("secret", look: Hidden).Text("old\r", look: Deleted).Text("b\r").Read().Lines.Select(l => l.Text));

    [Fact]
    public void Cells_know_their_place()
    {
        var text = new DocBuilder().Text("before\r").Text("a\rmore\a", shape: InTable).Text("b\a", shape: InTable).Text("\a", shape: RowEnd)
            .Text("\a", shape: InTable).Text("d\a", shape: InTable).Text("\a", shape: RowEnd).Text("after\r").Read();
        Assert.Equal(
            [("before", null), ("a", new CellPlace(0, 0, 0)), ("more", new CellPlace(0, 0, 0)), ("b", new CellPlace(0, 0, 1)), ("d", new CellPlace(0, 1, 1)), ("after", null)],
            text.Lines.Select(l => (l.Text, l.Cell)));
    }

    [Fact]
    public void Footnotes_stand_behind_the_text()
    {
        var text = new DocBuilder { FootnoteLength = 12 }.Text("text\u0002\r").Text("\u0002 the note\r\r").Read();
        Assert.Equal([("text", LineRole.Body), ("1 the note", LineRole.Footnote)], text.Lines.Select(l => (l.Text, l.Role)));
    }

    [Theory]
    [InlineData("cycle3/Advance_questions_Slovenia_first_batch.doc", 11, "ADVANCE QUESTIONS TO SLOVENIA (FIRST BATCH)", "access to water, sanitation and electricity for Roma?")]
    [InlineData("cycle3/Advance_questions_to_Slovenia_Add1.doc", 5, "ADVANCE QUESTIONS TO SLOVENIA (SECOND BATCH)", "allowing ritual slaughter in approved slaughterhouses?")]
    [InlineData("cycle3/Advance_questions_to_Slovenia_Add2.doc", 4, "ADVANCE QUESTIONS TO SLOVENIA (THIRD BATCH)", "the Human Rights Committee?")]
    public void Real_files_have_every_paragraph(string name, int lines, string first, string last)
    {
        var text = DocBuilder.Read(File.ReadAllBytes(Slovenia.File(name)));
        var body = text.Body.ToList();
        Assert.Equal(lines, body.Count);
        Assert.Equal(first, body[0].Text);
        Assert.EndsWith(last, body[^1].Text, StringComparison.Ordinal);
    }
}
