using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;

namespace OpenUpr.Tests.FollowUp;

/// <summary>UPR Info's index as "Beyond Promises" (2014) defines it, and the pure rules of the matrix.</summary>
public sealed class ImplementationIndexTests
{
    [Fact]
    public void It_is_the_mean_of_the_scores_as_a_hand_calculation_of_the_published_study_gives_it()
    {
        // The study's own totals: 2,068 fully, 3,428 partly, 5,602 not implemented; 429 were not assessed and do not count. (2068 + 3428 / 2) / 11098 = 0.3408.
        string[] values = [.. Enumerable.Repeat("implemented", 2068), .. Enumerable.Repeat("partly", 3428), .. Enumerable.Repeat("not", 5602), .. Enumerable.Repeat("unknown", 429)];
        Assert.Equal(new IndexValue(0.34m, 11_098, 429), ImplementationIndex.Of(values));
        Assert.Equal("amber", ImplementationIndex.Of(values).Light);
    }

    [Theory]
    [InlineData(0, 0, 1, "0.00", "red")]
    [InlineData(1, 0, 2, "0.33", "amber")]
    [InlineData(0, 13, 7, "0.33", "amber")]
    [InlineData(32, 1, 67, "0.33", "amber")]
    [InlineData(32, 0, 68, "0.32", "red")]
    [InlineData(65, 0, 35, "0.65", "amber")]
    [InlineData(65, 1, 34, "0.66", "green")]
    [InlineData(131, 0, 69, "0.66", "green")]
    [InlineData(1, 0, 0, "1.00", "green")]
    public void A_mean_is_rounded_before_it_is_told_which_band_it_is_in(int fully, int partly, int not, string value, string light)
    {
        var index = ImplementationIndex.Of([.. Enumerable.Repeat("implemented", fully), .. Enumerable.Repeat("partly", partly), .. Enumerable.Repeat("not", not), "process"]);
        Assert.Equal((value, light, 1), (index.Value!.Value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), index.Light, index.Left));
    }

    [Fact]
    public void Where_nothing_was_scored_there_is_no_index() => Assert.Equal((null, "none", 0, 2), (ImplementationIndex.Of(["process", "unknown"]).Value, ImplementationIndex.Of(["process"]).Light, ImplementationIndex.Of(["process"]).Scored, ImplementationIndex.Of(["process", "unknown"]).Left));

    [Theory]
    [InlineData("5, 16.3", "5|16.3")]
    [InlineData("1.A; 5.2.1 5", "1.a|5.2.1|5")]
    [InlineData("18", null)]
    [InlineData("16.", null)]
    [InlineData("peace", null)]
    public void Goals_and_targets_are_read_as_people_write_them(string text, string? read) => Assert.Equal(read, SdgTargets.Read(text) is { } parts ? string.Join('|', parts) : null);

    [Fact]
    public void What_changed_between_two_versions_is_named_field_by_field()
    {
        PlanRecommendation[] rows = [new("1.1", "End it.", "supported", ["XAR"], ["Torture"], [16]), new("1.2", "Open it.", "noted", ["XBT"], ["Women"], [5])];
        var one = new PlanAction(1, "Draft a law", "Justice", [new("Bar", "trains")], [new("Laws", "laws", 0, 1, null, null, null)], ["16.3"], [], [0]) { State = "planned" };
        var before = new ActionPlan("XTO", 40, rows, [one, one with { Number = 2, Text = "Open a house" }]);
        var after = before with { Actions = [one with { State = "begun", Recommendations = [0, 1], Indicators = [new("Laws", "laws", 0, 2, null, null, null)] }, one with { Number = 3 }] };
        var changes = ActionChanges.Between(before, after);
        Assert.Equal([(1, 3), (2, 0), (3, 0)], changes.Select(c => (c.Number, c.Fields.Count)));
        Assert.Equal([("indicators", "Laws: 0 → 1 laws", "Laws: 0 → 2 laws"), ("state", "planned", "begun"), ("recommendations", "1.1", "1.1\n1.2")], changes[0].Fields.Select(f => (f.Field, f.Before!, f.After!)));
        Assert.Equal((null, null), (changes[1].After, changes[2].Before));
        Assert.Empty(ActionChanges.Between(before, ActionPlans.Read(ActionPlans.Write(before))));
    }

    [Fact]
    public void Each_reader_gets_what_concerns_them()
    {
        PlanRecommendation[] rows = [new("1.1", "End it.", "supported", ["XAR"], ["Torture"], [16]), new("1.2", "Open it.", "noted", ["XBT", "XAR"], ["Women"], [5]), new("1.3", "Pay it.", "noted", ["XKE"], [], [])];
        PlanAction Action(int number, string ministry, params int[] serves) => new(number, "Do it", ministry, [new("Bar", "trains")], [], [], [], serves) { State = "planned" };
        var plan = new ActionPlan("XTO", 40, rows, [Action(1, "Justice", 0) with { Law = "Act", Committee = "Law" }, Action(2, "Health", 1, 2) with { Targets = ["3.7"] }]);
        string Of(string kind, string of) => ActionViews.Of(plan, new ActionAudience(kind, of)) is var part ? $"{string.Join(',', part.Actions.Select(a => a.Number))} {string.Join(',', part.Recommendations.Select(r => r.Number))}" : "";
        Assert.Equal("1 1.1", Of(ActionViews.Ministry, "Justice"));
        Assert.Equal("1,2 1.1,1.2,1.3", Of(ActionViews.Ministry, "Bar"));
        Assert.Equal("1 1.1", Of(ActionViews.Parliament, "committee:Law"));
        Assert.Equal("1 1.1", Of(ActionViews.Parliament, ActionViews.Budget));
        Assert.Equal("2 1.2,1.3", Of(ActionViews.Parliament, "issue:Women"));
        Assert.Equal("1,2 1.1,1.2", Of(ActionViews.Embassy, "XAR"));
        Assert.Equal("2 1.3", Of(ActionViews.Embassy, "XKE"));
        Assert.Equal("2 1.2,1.3", Of(ActionViews.Agency, "goal:3"));
        Assert.Equal("1 1.1", Of(ActionViews.Agency, "goal:16"));
        Assert.Equal(["budget", "committee:Law", "issue:Torture", "issue:Women"], ActionViews.ChoicesOf(plan, ActionViews.Parliament));
        Assert.Equal([0], ActionViews.Of(plan, new ActionAudience(ActionViews.Embassy, "XKE")).Actions.Single().Recommendations);
    }
}
