using OpenUpr.Recommendations;

namespace OpenUpr.Tests.Recommendations;

public sealed class EffectiveTagsTests
{
    [Fact]
    public void A_person_comes_before_the_coder_and_the_coder_before_a_machine()
    {
        SetTag[] tags = [new(1, "action", "4", "coder"), new(2, "action", "5", "model"), new(3, "action", "3", "user"), new(4, "action", "1", "model")];
        Assert.Equal("3", EffectiveTags.One(tags, "action"));
        Assert.Equal("4", EffectiveTags.One(tags.Where(t => t.SetBy != "user"), "action"));
        Assert.Equal("1", EffectiveTags.One(tags.Where(t => t.SetBy == "model"), "action"));
        Assert.Null(EffectiveTags.One(tags, "issue"));
    }

    [Fact]
    public void All_issues_of_the_most_trusted_setter_hold_and_each_counts_once()
    {
        SetTag[] tags = [new(1, "issue", "justice", "model"), new(2, "issue", "torture", "coder"), new(3, "issue", "detention", "coder"), new(4, "issue", "torture", "coder")];
        Assert.Equal(["torture", "detention"], EffectiveTags.Of(tags, "issue"));
    }
}
