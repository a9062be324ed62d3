using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Similar;
using OpenUpr.Tests.Search;

namespace OpenUpr.Tests.Recommendations;

public sealed class AlikeRecommendationsTests
{
    private static readonly SearchIndex s_index = SearchHarness.Build(
    [
        Row(1, 1, "CUB", "FRA", Position.Supported), Row(2, 1, "CUB", "ESP", Position.Supported),
        Row(3, 2, "CUB", "FRA", Position.Supported),
        Row(4, 3, "KEN", "FRA", Position.Noted),
        Row(5, 4, "KEN", "KEN", null) with { Kind = RecommendationKind.Pledge },
        Row(6, 5, "KEN", "ESP", Position.Pending),
    ]);

    [Fact]
    public void Every_alike_text_comes_with_all_its_pairs_and_its_position()
    {
        var alike = Read(KindFilter.All);
        Assert.Equal([1L, 4L], alike.Texts.Select(t => t.Found.TextId));
        Assert.Equal([1L, 2L, 3L, 5L], alike.Texts[0].All.Select(t => t.Found.TextId));
        Assert.Equal([new AlikePair(1, "FRA"), new AlikePair(2, "ESP")], alike.Texts[0].Pairs);
        Assert.Equal(("KEN", 3, Position.Noted), (alike.Texts[0].Same[1].Sur, alike.Texts[0].Same[1].Session, alike.Texts[0].Same[1].Position!.Value));
        Assert.Equal(["detention"], alike.Texts[0].Issues);
    }

    [Fact]
    public void The_same_words_with_the_same_answer_in_one_review_count_once_and_pledges_do_not()
    {
        var alike = Read(KindFilter.All);
        Assert.Equal(new AlikeAnswers(null, 3, 1, 1), alike.All);
        Assert.Equal([new AlikeAnswers("KEN", 2, 0, 1), new AlikeAnswers("CUB", 1, 1, 0)], alike.BySur);
        Assert.Equal([new AlikeAnswers("ESP", 2, 1, 0), new AlikeAnswers("FRA", 2, 1, 1)], alike.ByRs);
        Assert.Equal(0.5, alike.All.SupportedShare);
    }

    [Fact]
    public void A_recommendations_own_text_is_not_among_what_is_like_it()
    {
        var alike = AlikeRecommendations.Read(s_index, 4, SearchFilters.None);
        Assert.Equal([1L, 2L, 5L], Assert.Single(alike.Texts).All.Select(t => t.Found.TextId));
        Assert.Null(AlikeRecommendations.Read(s_index, 77, SearchFilters.None).All.SupportedShare);
    }

    private static AlikeRecommendations Read(KindFilter kind) =>
        AlikeRecommendations.Read(s_index, new SimilarQuery("Train judges of the new courts") { Filters = new SearchFilters { Kind = kind } });

    private static IndexRow Row(long id, long text, string sur, string rs, Position? position) =>
        new(id, text, null, RecommendationKind.Recommendation, sur, rs, 3, position, 4, ["detention"], "Train the judges of new courts");
}
