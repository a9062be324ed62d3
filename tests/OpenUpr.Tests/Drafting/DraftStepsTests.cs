using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Drafting;

/// <summary>Who may take which step of a draft's approval.</summary>
public sealed class DraftStepsTests
{
    private const string None = "";

    [Theory]
    [InlineData(DraftRecommendation.Draft, "observer", false, false, false, None)]
    [InlineData(DraftRecommendation.Draft, "contributor", true, false, false, "send-cluster withdraw")]
    [InlineData(DraftRecommendation.Draft, "contributor", false, false, false, None)]
    [InlineData(DraftRecommendation.Draft, "contributor", false, true, false, "send-cluster withdraw")]
    [InlineData(DraftRecommendation.ForCluster, "observer", false, true, true, None)]
    [InlineData(DraftRecommendation.ForCluster, "contributor", true, false, false, "withdraw")]
    [InlineData(DraftRecommendation.ForCluster, "contributor", false, true, false, None)]
    [InlineData(DraftRecommendation.ForCluster, "contributor", false, true, true, "agree-cluster back-cluster withdraw")]
    [InlineData(DraftRecommendation.ClusterAgreed, "contributor", false, true, true, "put-coalition withdraw")]
    [InlineData(DraftRecommendation.ForCoalition, "contributor", true, true, true, "withdraw")]
    [InlineData(DraftRecommendation.ForCoalition, "editor", false, false, true, "agree-coalition back-coalition withdraw")]
    [InlineData(DraftRecommendation.Ready, "editor", false, false, true, "withdraw")]
    [InlineData(DraftRecommendation.Dropped, "contributor", true, false, false, "take-up")]
    [InlineData(DraftRecommendation.Dropped, "contributor", false, true, false, None)]
    public void A_step_is_open_to_those_whom_it_is_for(string state, string role, bool isAuthor, bool isIn, bool speaks, string steps)
    {
        var open = DraftSteps.Open(new DraftRecommendation { Text = "", State = state, ClusterId = 1 }, new DraftRole(CoalitionRoles.Parse(role), isAuthor, isIn, speaks));
        Assert.Equal(steps, string.Join(' ', open.Select(s => s.Code)));
    }

    [Theory]
    [InlineData(DraftRecommendation.Draft, DraftRecommendation.Draft, DraftRecommendation.Draft)]
    [InlineData(DraftRecommendation.ForCluster, DraftRecommendation.ForCluster, DraftRecommendation.ForCluster)]
    [InlineData(DraftRecommendation.ClusterAgreed, DraftRecommendation.ForCluster, DraftRecommendation.ClusterAgreed)]
    [InlineData(DraftRecommendation.ForCoalition, DraftRecommendation.ForCluster, DraftRecommendation.ForCoalition)]
    [InlineData(DraftRecommendation.Ready, DraftRecommendation.ForCluster, DraftRecommendation.ForCoalition)]
    [InlineData(DraftRecommendation.Dropped, DraftRecommendation.Dropped, DraftRecommendation.Dropped)]
    public void A_changed_text_goes_back_to_where_it_was_agreed_first(string state, string withCluster, string without)
    {
        Assert.Equal(withCluster, DraftSteps.AfterChange(new DraftRecommendation { Text = "", State = state, ClusterId = 1 }));
        Assert.Equal(without, DraftSteps.AfterChange(new DraftRecommendation { Text = "", State = state }));
    }

    [Fact]
    public void Without_a_cluster_a_draft_goes_to_the_coalition_at_once() =>
        Assert.Equal(["send-coalition", "withdraw"], DraftSteps.Open(new DraftRecommendation { Text = "", State = DraftRecommendation.Draft }, new DraftRole(CoalitionRole.Editor, false, false, false)).Select(s => s.Code));
}
