using OpenUpr.Taxonomy;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;
using Xunit;

namespace OpenUpr.Tests.Taxonomy.Entities;

public sealed class EntityListTests
{
    private static readonly EntityList List = EntityList.Current;

    [Fact]
    public void Every_entity_has_its_own_slug_a_source_and_known_issues_and_parent()
    {
        Assert.Equal(List.All.Count, List.All.Select(e => e.Slug).Distinct().Count());
        Assert.All(List.All, e =>
        {
            Assert.NotEmpty(e.Source);
            Assert.All(e.Issues, i => Assert.NotNull(IssueList.Current.FindSlug(i)));
            Assert.True(e.Parent is null || List.FindSlug(e.Parent) is not null, e.Slug);
            Assert.True(e.Address is null || Uri.TryCreate(e.Address, UriKind.Absolute, out _), e.Slug);
        });
    }

    /// <summary>A name that another entity takes first would be a dead line of the file.</summary>
    [Fact]
    public void Every_name_finds_its_own_entity()
    {
        var (finder, words, found) = (new EntityFinder(), new TextWords(), new List<EntityMention>());
        foreach (var entity in List.All)
        {
            // No name goes on over a bracket: what stands in one is said beside it.
            foreach (var name in entity.Names.Where(n => !n.Contains('(', StringComparison.Ordinal)))
            {
                words.Read(name);
                finder.Find(words, found);
                Assert.True(entity.Slug == "optional-protocols" || found.Any(m => Means(List.All[m.Entity], entity)), $"'{name}' of {entity.Slug} finds {string.Join(' ', found.Select(m => List.All[m.Entity].Slug))}");
            }
        }
    }

    [Fact]
    public void Only_what_a_State_can_ratify_is_binding() =>
        Assert.All(List.All.Where(e => e.Binding), e => Assert.Equal(EntityKind.Instrument, e.Kind));

    // A committee shares its treaty's abbreviation. (A "protocol" alone is said of nothing.)
    private static bool Means(Entity found, Entity named) =>
        found == named || (named.Kind == EntityKind.TreatyBody && named.Parent == found.Slug);
}
