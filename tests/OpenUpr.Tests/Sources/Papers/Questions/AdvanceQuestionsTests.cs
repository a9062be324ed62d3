using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Questions;
using OpenUpr.Tests.Sources.Doc;
using OpenUpr.Tests.Sources.Docx;

namespace OpenUpr.Tests.Sources.Papers.Questions;

/// <summary>Questions submitted in advance, in the layouts seen in the field.</summary>
public sealed class AdvanceQuestionsTests
{
    private static readonly ReferenceData Demo = ReferenceData.Load(World.Demo);

    [Fact]
    public void Each_question_belongs_to_the_State_above_it()
    {
        var reading = Read(new DocxBuilder().List(1, ("bullet", "\uF0B7")).List(2, ("decimal", "%1."))
            .Paragraph("ADVANCE QUESTIONS TO SARRANE", bold: true).Paragraph("Generated on a day")
            .Paragraph("ARVENIA", bold: true).Paragraph("What is planned?", 1).Paragraph("And by when?", 1)
            .Paragraph("Quillon and Tovell", bold: true).Paragraph("Who decides?", 2));
        Assert.Equal(
            [("ARVENIA", null, "XAR", "What is planned?"), ("ARVENIA", null, "XAR", "And by when?"), ("Quillon and Tovell", "1", "XQU XTO", "Who decides?")],
            reading.Passages.Select(p => (p.Heading!, p.Number, string.Join(' ', p.States), p.Text)));
        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void Who_speaks_for_others_is_the_one_that_asks()
    {
        var reading = Read(new DocxBuilder().Paragraph("ARVENIA on behalf of Quillon, Tovell and others:", bold: true).Paragraph("What is planned?"));
        var question = Assert.Single(reading.Passages);
        Assert.Equal("ARVENIA on behalf of Quillon, Tovell and others", question.Heading);
        Assert.Equal(["XAR"], question.States);
    }

    [Fact]
    public void A_State_may_stand_in_front_of_its_question()
    {
        var reading = Read(new DocxBuilder().Paragraph("ARVENIA: What is planned?").Paragraph("And by when?").Paragraph("QUILLON: Who decides?"));
        Assert.Equal([("XAR", "What is planned?"), ("XAR", "And by when?"), ("XQU", "Who decides?")], reading.Passages.Select(p => (p.States.Single(), p.Text)));
    }

    [Fact]
    public void A_table_has_the_State_in_its_first_column()
    {
        var reading = Read(new DocxBuilder().Table(["State", "Question"], ["Arvenia", "What is planned?\nAnd by when?"], ["Bel Tora (Federation of)", "Who decides?"]));
        Assert.Equal([("XAR", "What is planned?"), ("XAR", "And by when?"), ("XBT", "Who decides?")], reading.Passages.Select(p => (p.States.Single(), p.Text)));
    }

    [Fact]
    public void A_question_that_names_a_State_is_no_heading()
    {
        var reading = Read(new DocxBuilder().Paragraph("ARVENIA", bold: true).Paragraph("Quillon is a neighbour. How is trade?").Paragraph("What of Tovell?", bold: true));
        Assert.Equal(["XAR", "XAR"], reading.Passages.Select(p => p.States.Single()));
    }

    [Fact]
    public void The_State_under_review_on_the_title_page_asks_nothing() =>
        Assert.Equal(["XAR"], Assert.Single(Read(new DocxBuilder().Paragraph("SARRANE", bold: true).Paragraph("Session of autumn").Paragraph("ARVENIA", bold: true).Paragraph("Why?")).Passages).States);

    [Fact]
    public void An_unknown_name_is_a_doubt_and_keeps_its_questions()
    {
        var reading = Read(new DocxBuilder().Paragraph("ARVENIA", bold: true).Paragraph("Why?").Paragraph("UNION OF FAR ISLANDS", bold: true).Paragraph("Where?"));
        Assert.Equal([("XAR", "Why?"), ("", "Where?")], reading.Passages.Select(p => (string.Join(' ', p.States), p.Text)));
        Assert.Equal(("states-unread", "UNION OF FAR ISLANDS"), (Assert.Single(reading.Doubts).Code, reading.Doubts[0].Excerpt));
    }

    [Fact]
    public void A_paper_without_questions_says_so() => Assert.Equal("states-unread", Assert.Single(Read(new DocxBuilder().Paragraph("Nothing here.")).Doubts).Code);

    [Fact]
    public void An_old_Word_file_is_read_as_well()
    {
        var text = new DocBuilder().Text("ADVANCE QUESTIONS TO SARRANE\r").Text("ARVENIA\r", look: [0x35, 0x08, 1]).Text("Why?\r").Read();
        Assert.Equal(["XAR"], Assert.Single(Reading(text, "XSA", Demo).Passages).States);
    }

    [Theory]
    [InlineData("cycle3/Advance_questions_Slovenia_first_batch.doc", "PRT 2, GBR 4, DEU 1")]
    [InlineData("cycle3/Advance_questions_to_Slovenia_Add1.doc", "USA 3")]
    [InlineData("cycle3/Advance_questions_to_Slovenia_Add2.doc", "ESP 2")]
    [InlineData("cycle4/UPR-wg48-Advance-Questions-Slovenia.docx", "BEL 5, CRI 1, DEU 2, LIE 1, PRT 2, ESP 3, GBR 5, USA 3")]
    public void Real_files_have_every_question(string name, string expected)
    {
        var file = File.ReadAllBytes(Slovenia.File(name));
        var text = name.EndsWith('x') ? DocxBuilder.Read(file) : DocBuilder.Read(file);
        var reading = Reading(text, "SVN", ReferenceData.Load(World.UnitedNations));
        Assert.Equal(expected, string.Join(", ", reading.Passages.GroupBy(p => string.Join('+', p.States)).Select(g => $"{g.Key} {g.Count()}")));
        Assert.Empty(reading.Doubts);
    }

    private static PaperReading Read(DocxBuilder document) => Reading(document.Read(), "XSA", Demo);

    private static PaperReading Reading(PaperText text, string sur, ReferenceData reference) =>
        AdvanceQuestionsReader.Read(text, new PaperIdentity(PaperKind.AdvanceQuestions, null, "en", sur, null, null, []), reference);
}
