using OpenUpr.Recommendations;

namespace OpenUpr.Tests.Recommendations;

public sealed class EffectiveTagsTests
{
    [Fact]
    public void A_person_comes_before_the_coder_and_where_neither_speaks_nothing_is_said()
    {
        SetTag[] tags = [new(1, "action", "4", "coder"), new(3, "action", "3", "user")];
        Assert.Equal(["3"], EffectiveTags.Of(tags, "action")!.Values);
        Assert.Equal("user", EffectiveTags.Of(tags, "action")!.SetBy);
        Assert.Equal(["4"], EffectiveTags.Of(tags[..1], "action")!.Values);
        Assert.Null(EffectiveTags.Of(tags, "issue"));
    }

    [Fact]
    public void All_issues_of_the_most_trusted_setter_hold_in_their_order_and_each_counts_once()
    {
        SetTag[] tags = [new(4, "issue", "torture", "coder"), new(2, "issue", "torture", "coder"), new(3, "issue", "detention", "coder")];
        Assert.Equal(["torture", "detention"], EffectiveTags.Of(tags, "issue")!.Values);
    }

    [Fact]
    public void A_person_may_say_that_there_is_none()
    {
        SetTag[] tags = [new(1, "issue", "torture", "coder"), new(2, "issue", "", "user")];
        var held = EffectiveTags.Of(tags, "issue")!;
        Assert.Equal("user", held.SetBy);
        Assert.Empty(held.Values);
    }
}
