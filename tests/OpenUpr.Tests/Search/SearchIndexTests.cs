using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Text;
using Xunit;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

public sealed class SearchIndexTests
{
    private static readonly IReadOnlyList<IndexRow> Rows = GeneratedRows.Make(31, 1_500);
    private static readonly SearchIndex Index = Build(Rows);

    [Fact]
    public void An_empty_index_finds_nothing()
    {
        var result = Build([]).Run(Query("torture"), new SearchPage());
        Assert.Equal((0, 0, 0), (result.Pairs, result.Texts, result.Ids.Count));
        Assert.Empty(Build([]).AllIds(SearchQuery.Everything, SortBy.Action));
    }

    [Theory]
    [InlineData(SortBy.Relevance)]
    [InlineData(SortBy.NewestSession)]
    [InlineData(SortBy.OldestSession)]
    [InlineData(SortBy.StateUnderReview)]
    [InlineData(SortBy.RecommendingState)]
    [InlineData(SortBy.Position)]
    [InlineData(SortBy.Action)]
    [InlineData(SortBy.Issue)]
    [InlineData(SortBy.Id)]
    public void Pages_of_every_order_neither_overlap_nor_leave_out(SortBy sort)
    {
        foreach (var query in new[] { Query("rights kind:all"), Query("kind:all") })
        {
            var all = Index.AllIds(query, sort);
            Assert.Equal(Rows.Count(r => query.Expression is null || new BruteForce([r]).Matches(query.Expression, r)), all.Count);
            Assert.Equal(all.Count, all.Distinct().Count());
            var paged = new List<long>();
            for (var offset = 0; offset < all.Count; offset += 333)
            {
                paged.AddRange(Index.Run(query, new SearchPage(sort, offset, 333)).Ids);
            }

            Assert.Equal(all, paged);
            Assert.Equal(all.Skip(7).Take(20), Index.Run(query, new SearchPage(sort, 7)).Ids);
        }
    }

    [Fact]
    public void Orders_are_by_the_column_then_by_id()
    {
        var rows = Rows.ToDictionary(r => r.Id);
        AssertOrder(SortBy.NewestSession, r => -r.Session);
        AssertOrder(SortBy.Relevance, r => -r.Session);
        AssertOrder(SortBy.OldestSession, r => r.Session);
        AssertOrder(SortBy.StateUnderReview, r => (Reference.FindState(r.Sur)!.NameEn, -r.Session));
        AssertOrder(SortBy.RecommendingState, r => (Reference.FindState(r.Rs) is null, Reference.FindState(r.Rs)?.NameEn));
        AssertOrder(SortBy.Position, r => (int?)r.Position ?? 9);
        AssertOrder(SortBy.Action, r => r.Action ?? 9);
        AssertOrder(SortBy.Id, r => 0);

        void AssertOrder<T>(SortBy sort, Func<IndexRow, T> key) =>
            Assert.Equal(Rows.OrderBy(key).ThenBy(r => r.Id).Select(r => r.Id), Index.AllIds(Query("kind:all"), sort));
    }

    [Fact]
    public void The_best_match_comes_first()
    {
        var index = Build([Row(1, "torture in prisons and other places of detention, many words, more words, and still more of them"), Row(2, "torture"), Row(3, "torture, torture and prisons"), Row(4, "prisons")]);
        Assert.Equal([2, 3, 1], index.Run(Query("torture"), new SearchPage()).Ids.Order().OrderBy(i => i == 1 ? 1 : 0).ThenBy(i => i));
        Assert.Equal(1, index.Run(Query("torture"), new SearchPage()).Ids[^1]);
        Assert.Equal(3, index.Run(Query("torture prisons"), new SearchPage()).Ids[0]);
    }

    [Fact]
    public void Equal_matches_come_in_the_order_of_their_ids()
    {
        var index = Build(Enumerable.Range(0, 30).Select(i => Row(100 - i, "torture") with { TextId = i }));
        Assert.Equal(Enumerable.Range(71, 30).Select(i => (long)i), index.Run(Query("torture"), new SearchPage(Limit: 50)).Ids);
    }

    [Theory]
    [InlineData("-torture")]
    [InlineData("(sur:CUB) -torture")]
    [InlineData("sur:CUB OR rs:FRA")]
    public void Without_a_word_to_match_the_newest_session_comes_first(string query) =>
        Assert.Equal(Index.AllIds(Query(query), SortBy.NewestSession), Index.AllIds(Query(query), SortBy.Relevance));

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1_000_000, 20)]
    [InlineData(-5, -5)]
    [InlineData(0, 0)]
    public void Giant_and_senseless_pages_are_empty_but_counted(int offset, int limit)
    {
        var result = Index.Run(Query("rights"), new SearchPage(SortBy.Relevance, offset, limit));
        Assert.Empty(result.Ids);
        Assert.True(result.Pairs > 0);
    }

    [Fact]
    public void A_word_that_nothing_holds_brings_the_nearest_that_something_does()
    {
        var result = Index.Run(Query("tortrue rights"), new SearchPage());
        Assert.Equal(0, result.Pairs);
        var missing = Assert.Single(result.MissingWords);
        Assert.Equal("tortrue", missing.Word);
        Assert.Equal("torture", missing.Nearest[0]);
    }

    [Fact]
    public void Only_the_first_missing_words_of_a_long_query_bring_their_nearest()
    {
        var words = Enumerable.Range(0, 26).Select(i => $"torture{(char)('a' + i)}").Where(w => Porter.Stem(w) != "tortur").ToList();
        var missing = Index.Run(Query(string.Join(' ', words)), new SearchPage()).MissingWords;
        Assert.Equal(words, missing.Select(m => m.Word));
        Assert.All(missing.Take(10), m => Assert.Equal("torture", m.Nearest[0]));
        Assert.All(missing.Skip(10), m => Assert.Empty(m.Nearest));
    }

    [Fact]
    public void A_search_that_only_counts_looks_for_no_missing_words() =>
        Assert.Empty(Index.Run(Query("tortrue"), new SearchPage(Limit: 0, MissingWords: false)).MissingWords);

    [Fact]
    public void An_excluded_word_is_never_missing() => Assert.Empty(Index.Run(Query("rights -xylophone"), new SearchPage()).MissingWords);

    [Fact]
    public void Searches_at_the_same_time_do_not_disturb_one_another()
    {
        var queries = Enumerable.Range(0, 40).Select(i => new SearchQuery(GeneratedQueries.Expression(new Random(i), GeneratedRows.Words, 2, true), GeneratedQueries.Filters(new Random(i), 6))).ToList();
        var alone = queries.ConvertAll(q => Answer(Index.Run(q, new SearchPage())));
        Parallel.For(0, 400, i => Assert.Equal(alone[i % 40], Answer(Index.Run(queries[i % 40], new SearchPage()))));

        static string Answer(SearchResult r) => $"{r.Pairs} {r.Texts} {r.Paragraphs} {string.Join(',', r.Ids)} {string.Join(';', r.Facets.SelectMany(f => f.Values))}";
    }

    private static IndexRow Row(long id, string text) => new(id, id, null, RecommendationKind.Recommendation, "CUB", "FRA", 3, Position.Noted, 5, [], text);
}
