using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers.Addenda;

public sealed class AddendumReaderTests
{
    private const string Front = "United Nations A/HRC/12/34/Add.1\nReport of the Working Group on the Universal Periodic Review\nMeridia\nAddendum\n";

    private static readonly ReferenceData s_reference = ReferenceData.Load(World.Demo);

    public static TheoryData<string> Styles => [.. AddendumStyles.All.Select(s => s.Style)];

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_style_of_answering_is_read(string style)
    {
        var (_, expected, isLaidOut, paper) = AddendumStyles.All.Single(s => s.Style == style);
        var reading = Read(paper, isLaidOut);
        Assert.Equal(expected.Split("; ").Order(StringComparer.Ordinal), reading.Answers.Select(Short).Order(StringComparer.Ordinal));
        Assert.All(reading.Answers, a => Assert.False(string.IsNullOrWhiteSpace(a.Position.Wording)));
        Assert.All(reading.Answers, a => Assert.Equal("addendum/1", a.Position.Rule));
    }

    [Fact]
    public void A_position_says_where_it_stands_and_keeps_its_words()
    {
        var answer = Assert.Single(Read("1. Meridia is grateful.\n# Recommendations accepted\n2. The following recommendations enjoy the support of Meridia: 79.1.").Answers);
        Assert.Equal("A/HRC/12/34/Add.1, para. 2", answer.Position.Source);
        Assert.Equal("The following recommendations enjoy the support of Meridia", answer.Position.Wording);
        Assert.Equal("Recommendations accepted", answer.Position.Lead);
        Assert.Null(answer.Position.Reason);
    }

    [Fact]
    public void Free_text_behind_a_number_is_the_reason_of_each_recommendation_it_names()
    {
        var answers = Read("# Noted recommendations\n1. Meridia notes recommendations 79.2-3 and 79.8.\n79.2-3\nThe law is new.\nIt will be reviewed.\n79.8\nSee recommendation 79.2.").Answers;
        Assert.Equal(["The law is new.\nIt will be reviewed.", "The law is new.\nIt will be reviewed.", "See recommendation 79.2."], answers.Select(a => a.Position.Reason));
        Assert.All(answers, a => Assert.Equal(Position.Noted, a.Position.Value));
    }

    [Fact]
    public void A_label_is_a_position_and_what_follows_it_the_reason()
    {
        var answer = Assert.Single(Read("1. Answers.\nRecommendation 79.4: Not accepted. The Constitution forbids it.\n").Answers);
        Assert.Equal(("Not accepted.", "The Constitution forbids it."), (answer.Position.Wording, answer.Position.Reason));
    }

    [Fact]
    public void Two_positions_for_one_recommendation_are_left_to_a_person()
    {
        var reading = Read("1. Meridia accepts recommendations 79.1 and 79.2.\n2. Meridia does not accept recommendations 79.2 and 79.3.");
        var doubt = Assert.Single(reading.Doubts);
        Assert.Equal(("position-unread", "79.2"), (doubt.Code, doubt.Paragraph));
        Assert.Equal(3, reading.Answers.Count);
    }

    [Fact]
    public void An_answer_under_the_wrong_heading_is_doubted_but_its_list_holds()
    {
        var reading = Read("1. Meridia accepts recommendation 79.5.\n# Noted recommendations\n2. Meridia notes recommendation 79.6.\n79.6-7\nThe law is new.\n79.5\nThe law is old.");
        Assert.Equal(Position.Supported, reading.Answers.Single(a => a.Paragraph == "79.5").Position.Value);
        Assert.Contains(reading.Doubts, d => d.Paragraph == "79.5");
    }

    [Fact]
    public void A_recommendation_without_a_position_is_doubted()
    {
        var reading = Read("1. Meridia wishes to explain itself.\n79.1\nThe weather in Meridia is mild.\n79.2\nIts winters are short.");
        Assert.Empty(reading.Answers);
        Assert.Equal(["79.1", "79.2"], reading.Doubts.Select(d => d.Paragraph));
    }

    [Fact]
    public void Every_paragraph_is_a_passage_under_its_headings()
    {
        var reading = Read("1. Meridia is grateful.\n# Recommendations accepted\n2. Meridia accepts recommendation 79.1.");
        Assert.Equal(["1", "2"], reading.Passages.Select(p => p.Number));
    }

    [Theory]
    [InlineData("cycle3/g2004192.pdf", 124, 33)]
    [InlineData("cycle4/g2505828.pdf", 217, 37)]
    public void The_answers_of_the_corpus_are_counted_as_the_State_counts_them(string file, int supported, int noted)
    {
        var answers = PaperCorpus.Read($"slovenia/{file}").Answers;
        Assert.Equal(supported, answers.Count(a => a.Position.Value == Position.Supported));
        Assert.Equal(noted, answers.Count(a => a.Position.Value == Position.Noted));
        Assert.DoesNotContain(answers, a => a.Position.Partial);
        Assert.Equal(answers.Count, answers.Select(a => a.Paragraph).Distinct().Count());
    }

    private static string Short(ReadAnswer answer) =>
        $"{answer.Paragraph}{(answer.Part is null ? "" : $" ({answer.Part})")} {answer.Position.Value.ToString().ToLowerInvariant()}{(answer.Position.Partial ? " partial" : "")}";

    private static PaperReading Read(string paper, bool isLaidOut = false) =>
        PaperReader.Read(isLaidOut ? PaperTexts.LaidOut($"{Front}\f{paper}") : PaperTexts.Word(Front + paper), s_reference);
}
