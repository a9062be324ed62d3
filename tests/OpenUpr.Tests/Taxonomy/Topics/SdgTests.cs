using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Tests.Taxonomy.Topics;

/// <summary>The goals and targets of A/RES/70/1.</summary>
public class SdgTests
{
    [Fact]
    public void There_are_17_goals_and_169_targets()
    {
        Assert.Equal(Enumerable.Range(1, 17).Select(g => $"{g}"), Sdg.Goals.Select(g => g.Number));
        Assert.Equal(169, Sdg.Targets.Select(t => t.Number).Distinct().Count());
        Assert.Equal(new[] { 7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19 }, Sdg.Goals.Select(g => Sdg.Targets.Count(t => t.Goal == g.Number)));
    }

    [Fact]
    public void A_target_belongs_to_the_goal_of_its_number() => Assert.All(Sdg.Targets, t => Assert.StartsWith($"{t.Goal}.", t.Number, StringComparison.Ordinal));

    [Fact]
    public void A_number_has_a_name_to_show()
    {
        Assert.Equal("Gender equality", Sdg.NameOf("5"));
        Assert.Equal("By 2030, provide legal identity for all, including birth registration", Sdg.NameOf("16.9"));
        Assert.Equal("16", Sdg.GoalOf("16.9")?.Number);
        Assert.Null(Sdg.NameOf("18"));
        Assert.Null(Sdg.GoalOf("16.99"));
    }

    [Fact]
    public void An_indicator_belongs_to_a_target()
    {
        Assert.Equal(["16.9.1"], SdgIndicators.For("16.9").Select(i => i.Number));
        Assert.Empty(SdgIndicators.For("16"));
        Assert.Equal(98, Sdg.Targets.Sum(t => SdgIndicators.For(t.Number).Count));
    }
}
