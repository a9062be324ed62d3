using OpenUpr.Recommendations;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Reports;
using static OpenUpr.Tests.Sources.Papers.Reports.InventedReport;

namespace OpenUpr.Tests.Sources.Papers.Reports;

public sealed class ReportReaderTests
{
    private const string Opening = """
        # Introduction

        1.  The Working Group on the Universal Periodic Review held its first session.

        # I.  Summary of the proceedings of the review process

        # B.  Interactive dialogue and responses by the State under review

        2.  Quillon recommended that Arvenia (a) abolish the death penalty; (b) open its archives to the public.

        # II.  Conclusions and/or recommendations


        """;

    private const string Closing = """


        9.  All conclusions and/or recommendations contained in the present report reflect the position of the submitting State(s). 

        # Annex

        1.  Ratify the Convention on Rivers (Quillon);
        """;

    [Fact]
    public void Dotted_paragraphs_take_the_position_of_their_lead_in()
    {
        var read = Read("""
            3.  The recommendations listed below enjoy the support of Arvenia:

                3.1.  Ratify the Convention on Rivers and inform the neigh-
                      bours of its neighbours (Quillon);

                3.2.  Build roads (Tovell);

            4.  The following recommendations will be examined by Arvenia:

                4.1.  Plant trees (Kessou). 
            """);
        Assert.Equal(["3.1 Supported", "3.2 Supported", "4.1 Pending"], read.Texts.Select(t => $"{t.Paragraph} {t.Position!.Value}"));
        Assert.Equal("Ratify the Convention on Rivers and inform the neighbours of its neighbours", read.Texts[0].Text);
        Assert.Equal(("enjoy the support of Arvenia", "A/HRC/8/99, para. 3", "report-lead/1"), (read.Texts[0].Position!.Wording, read.Texts[0].Position!.Source, read.Texts[0].Position!.Rule));
        Assert.Equal("The recommendations listed below enjoy the support of Arvenia:", read.Texts[0].Position!.Lead);
        Assert.Equal("(Quillon)", read.Texts[0].StatesAsPrinted);
        Assert.Empty(read.Doubts);
    }

    [Fact]
    public void A_sentence_behind_a_list_gives_its_position()
    {
        var read = Read("""
            3.  In the course of the discussion, the following recommendations were made to Arvenia:

                1.  Build roads (Tovell);

                2.  Plant trees (Kessou).

            4.  These recommendations will be examined by Arvenia, which will provide responses in due time.
            """);
        Assert.Equal(["1 Pending", "2 Pending"], read.Texts.Select(t => $"{t.Paragraph} {t.Position!.Value}"));
        Assert.Equal("A/HRC/8/99, para. 4", read.Texts[0].Position!.Source);
    }

    [Fact]
    public void Lists_that_begin_anew_are_known_by_the_paragraph_too()
    {
        var read = Read("""
            3.  The following recommendations enjoy the support of Arvenia:

                1.  Build roads (Tovell);

                2.  Plant trees (Kessou).

            4.  The following recommendations did not enjoy the support of Arvenia:

                1.  Close schools (Quillon).
            """);
        Assert.Equal(["3.1 Supported", "3.2 Supported", "4.1 Noted"], read.Texts.Select(t => $"{t.Paragraph} {t.Position!.Value}"));
    }

    [Fact]
    public void A_sentence_may_name_the_numbers_it_speaks_of()
    {
        var read = Read("""
            3.  In the course of the discussion, the following recommendations were made to Arvenia:

                1.  Build roads (Tovell);

                2.  Plant trees (Kessou);

                3.  Close schools (Quillon).

            4.  Recommendations Nos. 1 and 2 above enjoy the support of Arvenia.

            5.  Recommendation No. 3 above did not enjoy the support of Arvenia.
            """);
        Assert.Equal(["1 Supported", "2 Supported", "3 Noted"], read.Texts.Select(t => $"{t.Paragraph} {t.Position!.Value}"));
    }

    [Fact]
    public void Letters_parts_and_texts_without_number_are_read()
    {
        var read = Read("""
            3.  The following recommendations enjoy the support of Arvenia:

                1.  (a)  Build roads (Tovell);

                    (b)  Plant trees (Kessou); plant flowers (Quillon).

            4.  The following recommendation will be examined by Arvenia:

                Publish the plan of the capital of the land (Quillon).
            """);
        Assert.Equal(["1/a/XTO", "1/b.1/XKE", "1/b.2/XQU", "4//XQU"], read.Texts.Select(t => $"{t.Paragraph}/{t.Part}/{string.Join(' ', t.States)}"));
    }

    [Fact]
    public void What_the_conclusions_cite_comes_from_the_dialogue()
    {
        var read = Read("3.  The recommendations noted in the report in paragraph 2 (b) above did not enjoy the support of Arvenia.");
        var text = Assert.Single(read.Texts);
        Assert.Equal(("open its archives to the public", "XQU", Position.Noted, "2 (b)"), (text.Text, Assert.Single(text.States), text.Position!.Value, Assert.Single(text.Cited)));
    }

    [Fact]
    public void Notes_between_the_lines_leave_no_trace()
    {
        var read = Read("3.  The following recommendations enjoy the support of Arvenia:\n\n    3.1.  Build roads and bridges over the rivers\n\n_ 1 The recommendation as read out: Build roads (Tovell).\n\f^ A/HRC/8/99\n    of the south (Tovell);¹\n\n    3.2.  Plant trees (Kessou).*");
        Assert.Equal(["Build roads and bridges over the rivers of the south", "Plant trees"], read.Texts.Select(t => t.Text));
    }

    [Fact]
    public void Doubts_name_what_could_not_be_read()
    {
        var read = Read("""
            3.  In the course of the discussion, the following recommendations were made to Arvenia:

                3.1.  Build roads (Tovell);

                3.3.  Plant trees in the parks of the capital;
            """);
        Assert.Equal(["number-missing 3.2", "position-unread 3.1", "position-unread 3.3", "states-unread 3.3"], read.Doubts.Select(d => $"{d.Code} {d.Paragraph}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_annex_that_repeats_recommendations_is_not_counted() =>
        Assert.Single(Read("3.  The following recommendations enjoy the support of Arvenia:\n\n    3.1.  Ratify the Convention on Rivers (Quillon).").Texts);

    [Fact]
    public void Every_paragraph_is_a_passage_under_its_headings()
    {
        var read = Read("3.  The following recommendations enjoy the support of Arvenia:\n\n    3.1.  Build roads (Tovell).");
        Assert.Equal(("3.1", "II. Conclusions and/or recommendations"), read.Passages.Where(p => p.Number == "3.1").Select(p => (p.Number, p.Heading)).Single());
        Assert.Contains("XQU", read.Passages.Single(p => p.Number == "2").States);
    }

    [Fact]
    public void A_paper_without_conclusions_is_refused()
    {
        var refusal = Assert.Throws<SourceException>(() => ReportReader.Read(PaperTexts.LaidOut("1.  Nothing but this stands here."), Identity, Invented));
        Assert.Contains("Word version", refusal.Message, StringComparison.Ordinal);
    }

    private static PaperReading Read(string conclusions) => ReportReader.Read(PaperTexts.LaidOut(Opening + conclusions + Closing), Identity, Invented);
}
