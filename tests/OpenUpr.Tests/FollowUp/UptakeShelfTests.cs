using OpenUpr.FollowUp.Uptake;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.FollowUp;

/// <summary>Drafts found among recommendations, by texts written for these tests.</summary>
public sealed class UptakeShelfTests
{
    private static readonly string[] s_texts =
    [
        "Ratify the Optional Protocol to the Convention against Torture and establish a national preventive mechanism",
        "Adopt a law that bans corporal punishment of children in every setting, the home included",
        "Provide safe drinking water to all villages of the northern islands",
        "Strengthen the independence of judges by appointing them for life",
        "Open a crisis centre for women in each district, with a budget of its own",
        "Publish figures on overcrowding in prisons every year",
        "Take measures to protect journalists from threats",
        "Continue efforts to reduce poverty in rural areas",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Accede to OP-CAT and set up a national preventive mechanism", 0)]
    [InlineData("Outlaw physical punishment of minors, at home and everywhere else", 1)]
    [InlineData("All villages of the islands in the north must have drinking water that is safe", 2)]
    [InlineData("Reinforce the independence of judges", 3)]
    [InlineData("Every year, publish how overcrowded jails are", 5)]
    public async Task A_draft_in_other_words_is_found(string draft, long expected)
    {
        var found = (await ShelfAsync()).Find(new UptakeAsk(draft, [], []));
        Assert.Equal(expected, found[0].Text.Id);
        Assert.True(found[0].Confidence > 2 * found[1].Confidence);
    }

    [Fact]
    public async Task A_draft_of_two_things_that_was_split_finds_both_first()
    {
        var found = (await ShelfAsync()).Find(new UptakeAsk("Ban corporal punishment of children in every setting, and open a crisis centre for women in each district", [], []));
        Assert.Equal([1, 4], found.Take(2).Select(f => f.Text.Id).Order());
        Assert.Equal([0, 1], found.Take(2).Select(f => f.Part).Order().Cast<int>());
        Assert.All(found.Take(2), f => Assert.True(f.Reasons.HasFlag(UptakeReasons.OneOfSeveral)));
    }

    [Theory]
    [InlineData("Ratify the Optional Protocol to the Convention against Torture")]
    [InlineData("Establish a national preventive mechanism")]
    public async Task Each_of_two_drafts_that_became_one_recommendation_finds_it(string draft)
    {
        var best = (await ShelfAsync()).Find(new UptakeAsk(draft, [], []))[0];
        Assert.Equal(0, best.Text.Id);
        Assert.True(best.Reasons.HasFlag(UptakeReasons.Meaning));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_not_likely()
    {
        var found = (await ShelfAsync()).Find(new UptakeAsk("Lower the voting age to sixteen", [], []));
        Assert.All(found, f => Assert.True(f.Confidence < UptakeModel.Likely));
    }

    [Fact]
    public async Task Of_equals_the_one_of_a_State_that_was_approached_comes_first_and_the_issue_is_a_reason()
    {
        UptakeText[] texts = [new(1, "Protect journalists from threats", ["XAR"], ["freedom"]), new(2, "Protect journalists from threats", ["XNI"], ["freedom"]), new(3, s_texts[2], ["XME"], [])];
        var shelf = await UptakeShelf.BuildAsync(ReferenceData.Load(World.UnitedNations), "SVN", 48, texts, cancel: Cancel);
        var best = shelf.Find(new UptakeAsk("Protect journalists against threats", ["freedom"], ["XNI"]))[0];
        Assert.Equal(2, best.Text.Id);
        Assert.Equal(UptakeReasons.Approached | UptakeReasons.Issue, best.Reasons & (UptakeReasons.Approached | UptakeReasons.Issue));
    }

    [Fact]
    public async Task An_empty_review_finds_nothing() =>
        Assert.Empty((await UptakeShelf.BuildAsync(ReferenceData.Load(World.UnitedNations), "SVN", 48, [], cancel: Cancel)).Find(new UptakeAsk("Ratify", [], [])));

    [Fact]
    public void A_summary_is_read_sentence_by_sentence_without_who_asks_whom()
    {
        var sentences = TextSentences.Of("JS2 recommended that the authorities adopt a law on water. The Ombudsman noted that Arvenia had no such law.12 NGO-X called for equal pay.");
        Assert.Equal(["adopt a law on water.", "had no such law.12", "equal pay."], sentences.Select(TextSentences.Ask));
    }

    private static Task<UptakeShelf> ShelfAsync() =>
        UptakeShelf.BuildAsync(ReferenceData.Load(World.UnitedNations), "SVN", 48, [.. s_texts.Select((t, i) => new UptakeText(i, t, [], []))], cancel: Cancel);
}
