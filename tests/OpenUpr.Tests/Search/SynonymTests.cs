using OpenUpr.Recommendations;
using OpenUpr.Search;
using Xunit;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

public sealed class SynonymTests
{
    private static readonly SearchIndex Index = Build(new[]
    {
        "Ratify CEDAW",
        "Ratify the Convention on the Elimination of All Forms of Discrimination against Women",
        "Organise training",
        "Organize training",
        "Economic, social and cultural rights",
        "ESC rights for all",
        "Ratify OP-CAT",
        "Ratify OPCAT",
        "Women against discrimination",
    }.Select((text, i) => new IndexRow(i + 1, i + 1, null, RecommendationKind.Recommendation, "CUB", "FRA", 3, Position.Noted, 5, [], text)));

    [Theory]
    [InlineData("CEDAW", "1,2")]
    [InlineData("cedaw", "1,2")]
    [InlineData("\"Convention on the Elimination of All Forms of Discrimination against Women\"", "1,2")]
    [InlineData("ratify convention on the elimination of all forms of discrimination against women", "1,2")]
    [InlineData("organise", "3,4")]
    [InlineData("organizing", "3,4")]
    [InlineData("esc rights", "5,6")]
    [InlineData("\"esc rights\"", "5,6")]
    [InlineData("\"economic social and cultural rights\"", "5,6")]
    [InlineData("OP-CAT", "7,8")]
    [InlineData("opcat", "7,8")]
    [InlineData("ratify -CEDAW", "7,8")]
    [InlineData("CEDAW synonyms:off", "1")]
    public void Names_that_mean_the_same_find_each_other(string query, string ids) =>
        Assert.Equal(ids, string.Join(',', Index.Run(Query(query), new SearchPage()).Ids.Order()));

    [Fact]
    public void The_result_says_what_was_added() =>
        Assert.Contains("Convention on the Elimination of All Forms of Discrimination against Women", Assert.Single(Index.Run(Query("CEDAW"), new SearchPage()).Synonyms), StringComparison.Ordinal);

    [Fact]
    public void A_word_without_synonyms_adds_nothing() => Assert.Empty(Index.Run(Query("ratify training"), new SearchPage()).Synonyms);
}
