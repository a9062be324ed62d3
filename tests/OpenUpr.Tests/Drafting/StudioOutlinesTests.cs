using OpenUpr.App.Resources;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.Tests.Drafting;

/// <summary>The sections and the advice of each kind, against the documents that ask for them.</summary>
public sealed class StudioOutlinesTests
{
    public static TheoryData<string> Kinds => [.. StudioKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_has_sections_with_a_source_and_words_that_say_what_to_write(string kind)
    {
        foreach (var language in StudioOutlines.Languages)
        {
            var sections = StudioOutlines.Of(kind, language);
            Assert.NotEmpty(sections);
            Assert.All(sections, section =>
            {
                Assert.Contains(section.Slot, SectionSlots.All);
                Assert.InRange(section.Level, 1, 3);
                Assert.True(Words("Hint_" + section.HintCode).Length > 40, section.HintCode);
                Assert.NotEmpty(CheckSources.Get(section.Source).Document);
            });
            Assert.Contains(sections, s => s.IsPerIssue);
        }

        Assert.NotEmpty(StudioOutlines.Advice(kind));
        Assert.All(StudioOutlines.Advice(kind), advice =>
        {
            Assert.True(Words("Advice_" + advice.Code).Length > 20, advice.Code);
            Assert.NotEmpty(CheckSources.Get(advice.Source).Document);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_sections_of_an_issue_stand_together(string kind)
    {
        var sections = StudioOutlines.Of(kind, "en");
        var (first, last) = (sections.Index().First(s => s.Item.IsPerIssue).Index, sections.Index().Last(s => s.Item.IsPerIssue).Index);
        Assert.All(sections.Skip(first).Take(last - first + 1), s => Assert.True(s.IsPerIssue));
    }

    /// <summary>Otherwise "Setbacks", which stands under every issue, would count as an issue of its own.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_checker_knows_the_headings_of_parts_and_takes_none_of_them_for_an_issue(string kind) =>
        Assert.All(StudioOutlines.Languages.SelectMany(l => StudioOutlines.Of(kind, l)).Where(s => s.Slot != SectionSlots.Issue && s.Heading.Length > 0),
            s => Assert.True(PhraseList.Begins("head", s.Heading), s.Heading));

    [Fact]
    public void A_submission_asks_of_each_issue_what_the_Office_asks()
    {
        string[] asked = [SectionSlots.Issue, SectionSlots.Progress, SectionSlots.Setbacks, SectionSlots.Remaining, SectionSlots.Assistance];
        Assert.Equal(asked, StudioOutlines.Of(StudioKinds.SubmissionJoint, "en").Where(s => s.IsPerIssue).Select(s => s.Slot));
    }

    [Fact]
    public void A_factsheet_begins_with_the_context_and_recommends_last()
    {
        var slots = StudioOutlines.Of(StudioKinds.Factsheet, "fr").Where(s => s.IsPerIssue).Select(s => s.Slot).ToList();
        Assert.Equal((SectionSlots.Context, SectionSlots.Recommendations), (slots[0], slots[^1]));
        Assert.True(slots.IndexOf(SectionSlots.Challenges) < slots.IndexOf(SectionSlots.PastReviews));
    }

    [Fact]
    public void An_oral_statement_asks_for_no_recommendations() =>
        Assert.DoesNotContain(StudioOutlines.Of(StudioKinds.OralStatement, "en"), s => s.Slot is SectionSlots.Recommendations or SectionSlots.Remaining);

    [Fact]
    public void A_video_statement_has_its_checklist()
    {
        var advice = StudioOutlines.Advice(StudioKinds.VideoStatement).Where(a => a.Sort == AdviceSort.Check).Select(a => a.Code).ToList();
        Assert.Contains("video-transcript", advice);
        Assert.Contains("video-no-office", advice);
        Assert.Contains("video-nobody-accredited", advice);
    }

    [Fact]
    public void A_language_without_headings_of_its_own_begins_with_English_ones()
    {
        Assert.Equal("Résumé", StudioOutlines.Of(StudioKinds.SubmissionIndividual, "fr-CA")[0].Heading);
        Assert.Equal("Executive summary", StudioOutlines.Of(StudioKinds.SubmissionIndividual, "ar")[0].Heading);
        Assert.Empty(StudioOutlines.Of("novel", "en"));
    }

    private static string Words(string name) => StudioTextWords.ResourceManager.GetString(name.Replace('-', '_'), System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
