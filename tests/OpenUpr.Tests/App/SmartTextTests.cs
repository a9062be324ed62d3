using OpenUpr.App.Shared;
using OpenUpr.Taxonomy.Smart;
using Xunit;

namespace OpenUpr.Tests.App;

public sealed class SmartTextTests
{
    [Fact]
    public void Every_finding_has_a_sentence() =>
        Assert.All(SmartCodes.All, code => Assert.NotEqual(code, SmartText.Say(new SmartFinding(SmartCriterion.Specific, SmartVerdict.Pass, code, [], [], "4"))));

    [Fact]
    public void The_detail_stands_in_the_sentence()
    {
        var finding = SmartReview.Of("Ratify CED").Findings.Single(f => f.Code == "indicator");
        Assert.Contains("ratified CED", SmartText.Suggest(finding), StringComparison.Ordinal);
    }
}
