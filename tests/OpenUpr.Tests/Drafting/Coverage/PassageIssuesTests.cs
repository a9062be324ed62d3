using OpenUpr.Drafting.Coverage;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;
using OpenUpr.Tests.Sources.Papers;

namespace OpenUpr.Tests.Drafting.Coverage;

/// <summary>What paragraphs of papers speak of, and which issues are raised too rarely.</summary>
public sealed class PassageIssuesTests
{
    private static readonly Issue s_housing = IssueList.Current.Find("Right to housing")!;

    [Fact]
    public void A_paragraph_is_read_by_its_words_and_where_they_are_silent_by_its_heading()
    {
        var read = PassageIssues.Read(Paragraph("The death penalty stays on the books, and three death sentences were passed.", "II. Follow-up › A. Life"));
        Assert.Contains(read, i => i is { Issue: "death-penalty", ByHeading: false, Confidence: > 0.9 });
        Assert.False(read[0].ByHeading);

        var persons = Paragraph("The boat and the school were not accessible to those who use a wheelchair.", "III. Rights of specific persons › 2. Persons with disabilities (Recommendations 113–117, 124)");
        Assert.Contains(PassageIssues.Read(persons), i => i.Issue == IssueList.Current.Find("Disabilities")!.Slug);
    }

    [Fact]
    public void What_only_the_heading_says_is_marked_and_stands_last()
    {
        var read = PassageIssues.Read(Paragraph("The Committee recommended that the building be made accessible by the end of the year.", "2. Migrants, refugees and asylum seekers"));
        Assert.Contains(read, i => i.ByHeading);
        Assert.Equal(read.OrderBy(i => i.ByHeading).ThenByDescending(i => i.Confidence), read);
    }

    [Fact]
    public void A_paper_in_a_language_that_the_machine_does_not_read_is_said_to_be_unread()
    {
        var paper = new BasePaper(BasePaper.Summary, Document("fr"));
        Assert.False(paper.IsRead);
        Assert.False(new PaperCoverage(paper, []).IsLeftOut);
        Assert.True(new PaperCoverage(new BasePaper(BasePaper.Summary, Document("en")), []).IsLeftOut);
        Assert.False(new PaperCoverage(new BasePaper(BasePaper.Summary, null), []).IsLeftOut);
    }

    [Theory]
    [InlineData(true, 0, 2, 100, 50, 1000, true)] // 2 % here, 5 % in all
    [InlineData(true, 0, 3, 100, 50, 1000, false)] // 3 % is more than half of 5 %
    [InlineData(false, 0, 2, 100, 50, 1000, false)] // nobody raises it
    [InlineData(false, 1, 2, 100, 50, 1000, true)] // the papers do
    [InlineData(false, 1, 1, 100, 9, 1000, true)] // less than one in a hundred of all
    [InlineData(true, 5, 0, 0, 50, 1000, false)] // nothing was recommended to this State: no basis
    public void An_issue_is_raised_too_rarely_by_a_rule_in_numbers(bool isOurs, int raised, int here, int hereOf, int everywhere, int everywhereOf, bool isRare) =>
        Assert.Equal(isRare, RareIssues.IsRare(s_housing, isOurs, raised, here, hereOf, everywhere, everywhereOf));

    /// <summary>Real papers of two reviews: of the paragraphs under a heading that names an issue, how many are found.</summary>
    [Fact]
    public void In_real_papers_a_paragraph_is_found_under_the_issue_that_its_heading_names()
    {
        (string Heading, string Issue)[] named =
        [
            ("Minorities", "Minorities"), ("Women", "Women's rights"), ("Gender equality", "Women's rights"), ("Right to education", "Right to education"), ("Persons with disabilities", "Disabilities"), ("Children", "Rights of the Child"),
            ("Right to health", "Right to health"), ("Migrants", "Migrants"), ("Prohibition of all forms of slavery", "Trafficking"), ("Human trafficking", "Trafficking"), ("Trafficking in human beings", "Trafficking"),
        ];
        var (all, byText, found) = (0, 0, 0);
        foreach (var file in new[] { "cycle3/g1923444.pdf", "cycle3/g1925890.pdf", "cycle3/g1924226.pdf", "cycle4/g2420070.pdf", "cycle4/g2419943.pdf", "cycle4/g2420410.pdf" })
        {
            foreach (var passage in PaperCorpus.Read($"slovenia/{file}").Passages)
            {
                var heading = passage.Heading?.Split(" › ")[^1] ?? "";
                if (named.FirstOrDefault(n => heading.StartsWith(n.Heading, StringComparison.Ordinal) || heading.Contains(". " + n.Heading, StringComparison.Ordinal)).Issue is { } issue)
                {
                    var read = PassageIssues.Read(Paragraph(passage.Text, passage.Heading!)).Where(i => i.Issue == IssueList.Current.Find(issue)!.Slug).ToList();
                    (all, byText, found) = (all + 1, byText + read.Count(i => !i.ByHeading), found + read.Count);
                }
            }
        }

        Assert.True(all > 150 && byText > all * 0.7 && found > all * 0.95, $"{all} {byText} {found}");
    }

    [Fact]
    public void A_label_that_says_nothing_in_particular_is_no_idea() =>
        Assert.False(RareIssues.IsRare(IssueList.Current.Find("General")!, true, 9, 0, 100, 1, 1000));

    private static Passage Paragraph(string text, string heading) => new() { Text = text, Heading = heading };

    private static PassageDocument Document(string language) => new(1, BasePaper.Summary, "X/3", language, "XTO", 40, 3, null, 4, "x", "text/plain", DateTimeOffset.UnixEpoch, 7, 7);
}
