using OpenUpr.Storage;
using OpenUpr.Taxonomy;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Tests.Taxonomy.Topics;

/// <summary>The table that says which goals, themes and persons go with which words and issues.</summary>
public class TopicMapTests
{
    [Fact]
    public void Every_link_leads_to_a_goal_target_theme_or_group_that_exists() => Assert.All(
        TopicConcept.All.SelectMany(c => c.Links),
        l => Assert.True(
            l.Label.Scheme == Tag.SdgScheme ? Sdg.NameOf(l.Label.Value) is not null
            : (l.Label.Scheme == Tag.ThemeScheme ? TopicList.Themes : TopicList.Persons).All.Any(t => t.Slug == l.Label.Value),
            $"{l.Label.Scheme} {l.Label.Value}"));

    [Fact]
    public void Every_issue_has_a_row() =>
        Assert.Equal(IssueList.Current.All.Select(i => i.Slug).Order(), TopicConcept.All.Select(c => c.Issue).OfType<string>().Order());

    [Fact]
    public void Every_row_has_a_source_and_a_name_of_its_own()
    {
        Assert.All(TopicConcept.All, c => Assert.NotEmpty(c.Source));
        Assert.Distinct(TopicConcept.All.Select(c => c.Id));
    }

    [Fact]
    public void A_sure_target_comes_with_its_goal() => Assert.All(
        TopicConcept.All,
        c => Assert.All(c.Targets.Where(t => t.Strength == TopicStrength.Sure), t => Assert.Contains(c.Links, l => l.Label == new TopicLabel(Tag.SdgScheme, t.Label.Goal))));

    [Theory]
    [InlineData("Acceptance of international norms", "ratification")]
    [InlineData("ratification of and ACCESSION to international instruments", "ratification")]
    [InlineData("Persons with disabilities: independence, inclusion", "disabilities-inclusion")]
    [InlineData("disabilities-inclusion", "disabilities-inclusion")]
    [InlineData("Rights of the sea: lighthouses; buoys", "rights-of-sea-lighthouses-buoys")]
    public void A_theme_has_one_slug_in_every_cycle(string name, string slug) => Assert.Equal(slug, TopicList.Themes.SlugOf(name));

    [Fact]
    public void Slugs_hold_nothing_that_parts_labels_in_the_store() =>
        Assert.All(TopicList.Themes.All.Concat(TopicList.Persons.All), t => Assert.Matches("^[a-z0-9-]+$", t.Slug));

    [Fact]
    public void A_slug_is_shown_by_its_newest_name() => Assert.Equal("Human trafficking & contemporary forms of slavery", TopicList.Themes.NameOf("trafficking"));
}
