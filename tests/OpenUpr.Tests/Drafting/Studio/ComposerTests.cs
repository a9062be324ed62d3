using OpenUpr.Drafting.Studio;

namespace OpenUpr.Tests.Drafting;

public sealed class ComposerTests
{
    [Fact]
    public void Paragraphs_of_a_submission_are_numbered_through_and_its_recommendations_lettered()
    {
        var composed = Composer.Compose(GoodSource.Of(StudioKinds.SubmissionJoint, "en"));
        Assert.Equal(
            ["Paragraph:", "Numbered:1.", "Numbered:2.", "Numbered:3.", "Table:", "Quote:", "Recommendation:(a)", "Recommendation:(b)", "Numbered:4.", "Recommendation:(a)", "Recommendation:(b)", "PageBreak:", "Bullet:•", "Bullet:•"],
            composed.Blocks.Where(b => b.Kind != BlockKind.Heading).Select(b => $"{b.Kind}:{b.Label}"));
        Assert.True(composed.HasCoverPage);
        Assert.True(composed.HasContents);
    }

    [Theory]
    [InlineData(StudioKinds.Factsheet, "1.", "2.")]
    [InlineData(StudioKinds.AdvocacyPaper, "1.", "2.")]
    [InlineData(StudioKinds.PreSessionStatement, null, null)]
    public void Elsewhere_paragraphs_have_no_numbers_and_what_is_read_aloud_has_none_at_all(string kind, params string?[] labels)
    {
        var composed = Composer.Compose(GoodSource.Of(kind, "en"));
        Assert.DoesNotContain(composed.Blocks, b => b.Kind == BlockKind.Numbered);
        Assert.Equal(labels, composed.Blocks.Where(b => b.Kind == BlockKind.Recommendation).Select(b => b.Label));
        Assert.Equal((false, false), (composed.HasContents, composed.HasCoverPage));
    }

    [Fact]
    public void A_heading_with_nothing_below_it_does_not_show()
    {
        var composed = Composer.Compose(new StudioSource(
            StudioKinds.Factsheet, "en", "A *title*", null,
            [
                new(SectionSlots.Context, "Empty", 1, " \n"), new(SectionSlots.Issue, "Issue", 1, ""), new(SectionSlots.Progress, "Progress", 2, ""), new(SectionSlots.Setbacks, "Setbacks", 2, "Text.", 7),
                new(SectionSlots.Issue, "Nothing below", 1, ""), new(SectionSlots.Progress, "", 2, ""), new(SectionSlots.Annex, "Annex", 1, ""),
            ]));
        Assert.Equal(["Issue", "Setbacks"], composed.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Runs[0].Text));
        Assert.Equal(7, composed.Blocks.Single(b => b.Kind == BlockKind.Paragraph).SectionId);
        Assert.Equal("A *title*", composed.Title);
    }

    [Fact]
    public void In_a_script_without_small_letters_recommendations_have_figures() =>
        Assert.Equal("(1)", Composer.Compose(new StudioSource(StudioKinds.SubmissionIndividual, "ar", "", null, [new(SectionSlots.Remaining, "", 1, "R: التصديق")])).Blocks[0].Label);

    [Fact]
    public void A_factsheet_of_five_hundred_words_is_estimated_at_a_page_and_some()
    {
        static PageEstimate Of(int words) => PageEstimate.Of(Composer.Compose(new StudioSource(StudioKinds.Factsheet, "en", "T", null, [new(SectionSlots.Context, "", 1, string.Join(' ', Enumerable.Repeat("evidence of", words / 2)))])));
        Assert.Equal((1, 2, 1), (Of(300).Pages, Of(900).Pages, Of(0).Pages));
        Assert.InRange(Of(250).LastPage, 0.2, 0.6);
    }
}
