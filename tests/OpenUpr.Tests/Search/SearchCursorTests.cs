using OpenUpr.Recommendations;
using OpenUpr.Search;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

public sealed class SearchCursorTests
{
    private static readonly IReadOnlyList<IndexRow> Rows = GeneratedRows.Make(53, 900);
    private static readonly SearchIndex Index = Build(Rows);

    public static TheoryData<SortBy> Orders => [.. Enum.GetValues<SortBy>()];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Pages_one_after_another_hold_every_row_once_and_in_order(SortBy sort)
    {
        var random = new Random((int)sort + 7);
        for (var round = 0; round < 40; round++)
        {
            var words = round % 2 == 0 ? null : GeneratedQueries.Expression(random, GeneratedRows.Words, 1, fields: false);
            var query = new SearchQuery(words, GeneratedQueries.Filters(random, 6));
            Assert.Equal(Index.AllIds(query, sort), Walk(Index, query, sort, random.Next(1, 400)));
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_last_page_knows_that_it_is_the_last(SortBy sort)
    {
        foreach (var query in new[] { Query("kind:all"), Query("rights kind:all") })
        {
            var all = Index.AllIds(query, sort).Count;
            Assert.Null(Page(Index, query, sort, all, null).Next);
            Assert.NotNull(Page(Index, query, sort, all - 1, null).Next);
            Assert.Null(Page(Index, query, sort, 0, null).Next);
            Assert.Null(Page(Index, Query("nothingholdsthisword"), sort, 10, null).Next);
        }
    }

    /// <summary>Rows that go, come and change between two pages: whatever stayed as it was is read once, neither twice nor never.</summary>
    [Theory]
    [MemberData(nameof(Orders))]
    public void A_reader_goes_on_where_they_were_when_the_index_is_replaced(SortBy sort)
    {
        var random = new Random((int)sort + 31);
        var query = Query("kind:all");
        for (var round = 0; round < 25; round++)
        {
            var first = Page(Index, query, sort, random.Next(1, 600), null);
            var last = first.Ids[^1];
            var stayed = Rows.Where(r => (r.Id != last || round % 2 == 0) && random.Next(4) > 0).ToList();
            var changed = stayed.Where(_ => random.Next(10) == 0).Select(r => r.Id).ToHashSet();
            var come = GeneratedRows.Make(round, 60).Select(r => r with { Id = r.Id + 500_000, TextId = r.TextId + 10_000 });
            var replaced = Build(stayed.Select(r => changed.Contains(r.Id) ? r with { Action = 1, Position = Position.Noted } : r).Concat(come));

            var rest = Walk(replaced, query, sort, 211, first.Next);
            var read = first.Ids.Concat(rest).ToList();
            Assert.All(stayed.Where(r => !changed.Contains(r.Id)), r => Assert.Single(read, r.Id));
            Assert.Equal(replaced.AllIds(query, sort).Where(rest.Contains), rest);
        }
    }

    [Fact]
    public void A_cursor_survives_its_address_and_only_for_its_own_search()
    {
        var query = Query("rights sur:CUB");
        foreach (var cursor in new[] { new SearchCursor(65_535, "Côte d'Ivoire, the “other”", -47, long.MaxValue), new SearchCursor(0, "", int.MaxValue, 1) })
        {
            var text = cursor.ToText(query, SortBy.Issue);
            Assert.Matches("^[A-Za-z0-9_-]+$", text);
            Assert.Equal(cursor, SearchCursor.Read(text, query, SortBy.Issue));
            Assert.Null(SearchCursor.Read(text, query, SortBy.Action));
            Assert.Null(SearchCursor.Read(text, Query("rights sur:FRA"), SortBy.Issue));
            for (var i = 0; i < text.Length; i++)
            {
                Assert.Null(SearchCursor.Read(text[..i] + (text[i] == 'Q' ? 'w' : 'Q') + text[(i + 1)..], query, SortBy.Issue));
                Assert.Null(SearchCursor.Read(text[..i], query, SortBy.Issue));
            }
        }

        foreach (var nonsense in new[] { "", "%", "a", "null", "AAAAAAAAAAAAAAAAAAAA", "'; DROP TABLE", new string('A', 5_000) })
        {
            Assert.Null(SearchCursor.Read(nonsense, query, SortBy.Id));
        }
    }

    private static SearchResult Page(SearchIndex index, SearchQuery query, SortBy sort, int limit, SearchCursor? after) =>
        index.Run(query, new SearchPage(sort, Limit: limit, Facets: false, MissingWords: false, After: after));

    private static List<long> Walk(SearchIndex index, SearchQuery query, SortBy sort, int limit, SearchCursor? after = null)
    {
        var ids = new List<long>();
        do
        {
            var page = Page(index, query, sort, limit, after);
            Assert.True(page.Next is null || page.Ids.Count == limit, "Only the last page may be short.");
            ids.AddRange(page.Ids);
            after = page.Next;
        }
        while (after is not null);
        return ids;
    }
}
