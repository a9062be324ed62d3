using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Tests.Sources.Papers.Paragraphs;

public sealed class ParagraphReaderTests
{
    [Fact]
    public void Lines_of_a_paragraph_are_joined_and_numbers_leave_the_text()
    {
        var read = Read("""
            1.  The Working Group held its first
            session in Arvenia.

            2.  It adopted the report.
            """);
        Assert.Equal(["1: The Working Group held its first session in Arvenia.", "2: It adopted the report."], read.Select(p => $"{p.Label}: {p.Text}"));
    }

    [Fact]
    public void A_number_in_the_middle_of_a_sentence_opens_no_paragraph()
    {
        var read = Read("""
            1.  The plan of the year was adopted under article
            2.  The text goes on here, because the sentence had not ended
            3.5 per cent of all were heard.

            2.  The second paragraph.
            """);
        Assert.Equal(["1", "2"], read.Select(p => p.Label));
        Assert.Contains("3.5 per cent", read[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The recom-\nmendation was one more recommendation.", "The recommendation was one more recommendation.")]
    [InlineData("A follow-\nup and a second follow-up.", "A follow-up and a second follow-up.")]
    [InlineData("The mandate-\nholders met the holders of offices.", "The mandate-holders met the holders of offices.")]
    [InlineData("Xyz-\nqrst stands nowhere else.", "Xyzqrst stands nowhere else.")]
    [InlineData("The OP-\nCRC-AC and others.", "The OP-CRC-AC and others.")]
    [InlineData("States and/\nor others.", "States and/or others.")]
    [InlineData("Soft hy\u00AD\nphens go.", "Soft hyphens go.")]
    public void Hyphens_at_line_ends_stay_only_where_the_word_has_them(string lines, string joined) =>
        Assert.Equal(joined, Assert.Single(Read("1.  " + lines)).Text);

    [Fact]
    public void Dotted_numbers_lists_and_letters_keep_their_way()
    {
        var read = Read("""
            1.  The first paragraph is here:

                (a)  One thing;

                (b)  Another thing:

                     (i)  a part of it.

            2.  The following recommendations enjoy support:

            2.1.  Ratify the Convention (Quillon);

            2.2  Accede to it (Tovell).

            3.  Further recommendations are:

                1.  Reduce it (Quillon);

                2.  (a)  Increase it (Tovell);

                    (b)  Keep it (Tovell).
            """);
        Assert.Equal(["1", "1 (a)", "1 (b)", "1 (b) (i)", "2", "2.1", "2.2", "3", "3.1", "3.2 (a)", "3.2 (b)"], read.Select(p => p.Label));
        Assert.Equal(["a", "b"], read.Where(p => p.Label?.StartsWith("3.2", StringComparison.Ordinal) == true).Select(p => p.OwnNumber));
    }

    [Fact]
    public void A_list_may_count_past_the_number_of_its_paragraph()
    {
        var read = Read("1.  Announced:\n\n" + string.Concat(Enumerable.Range(1, 4).Select(i => $"     {i}.  Item {i};\n\n")) + "2.  The end of it.");
        Assert.Equal(["1", "1.1", "1.2", "1.3", "1.4", "2"], read.Select(p => p.Label));
    }

    [Fact]
    public void Headings_nest_and_a_table_of_contents_is_left_out()
    {
        var read = Read("""
            I.  Summary of the proceedings ........................... 3

            # Introduction

            1.  Text of the introduction, which is long enough to fill a line.

            # I.  Summary of the proceedings

            # A.  Presentation

            2.  Text of the presentation, which is long enough to fill a line.

            # II.  Conclusions and/or recommendations

            3.  Text of the conclusions, which is long enough to fill a line.
            """);
        Assert.Equal(
            ["Introduction", "I. Summary of the proceedings › A. Presentation", "II. Conclusions and/or recommendations"],
            read.Where(p => p.Role == ParagraphRole.Numbered).Select(p => p.Heading!));
    }

    [Fact]
    public void A_paragraph_runs_over_a_page_and_its_notes()
    {
        var read = Read("1.  The text of this paragraph runs over the end\n_ 1 A note.\n\f^ A/HRC/1/2\nof the page, and ends.\n\n2.  The next.");
        Assert.Equal(["The text of this paragraph runs over the end of the page, and ends.", "The next."], read.Select(p => p.Text));
        Assert.Equal([1, 2], read.Select(p => p.Page));
    }

    [Fact]
    public void Lost_numbers_are_passed_over()
    {
        var read = Read("1.  One.\n\n2.  Two.\n\n4.  Four.\n\n5.  Five.");
        Assert.Equal(["1", "2", "4", "5"], read.Select(p => p.Label));
    }

    [Fact]
    public void Raised_letters_return_to_their_number()
    {
        PaperLine[] lines =
        [
            new(1, "1. Words of a line that is of a usual length") { Left = 100, Right = 400, Baseline = 100, Size = 10 },
            new(1, "th") { Left = 186, Right = 192, Baseline = 108, Size = 6 },
            new(1, "before the 14 session of the Council, in the") { Left = 100, Right = 400, Baseline = 112, Size = 10 },
            new(1, "year 2010, and so on, and so on, at some length.") { Left = 100, Right = 400, Baseline = 124, Size = 10 },
        ];
        var read = Assert.Single(ParagraphReader.Read(new PaperText(lines, 1, "application/pdf")));
        Assert.Contains("before the 14th session of the Council, in the year 2010", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Word_files_every_line_is_a_paragraph()
    {
        var read = ParagraphReader.Read(PaperTexts.Word("Report\n1. One paragraph.\n2. Two paragraphs:\n(a) a letter;\n3. Three."));
        Assert.Equal(["1", "2", "2 (a)", "3"], read.Where(p => p.Label is not null).Select(p => p.Label!));
        Assert.All(read, p => Assert.Null(p.Page));
    }

    [Fact]
    public void Passages_are_all_paragraphs_that_are_no_headings()
    {
        var passages = ParagraphReader.Passages(Read("# I.  Heading of it\n\n1.  One: as follows.\n\n2.  Two."));
        Assert.Equal([("1", "I. Heading of it"), ("2", "I. Heading of it")], passages.Select(p => (p.Number, p.Heading)));
    }

    private static IReadOnlyList<PaperParagraph> Read(string text) => ParagraphReader.Read(PaperTexts.LaidOut(text));
}
