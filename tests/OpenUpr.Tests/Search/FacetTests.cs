using OpenUpr.Search;
using Xunit;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

/// <summary>The index agrees with a plain look at every row, whatever is asked: hits, units, and each facet with its own filter off.</summary>
public sealed class FacetTests
{
    [Theory]
    [InlineData(1, 3, 60)]
    [InlineData(2, 40, 150)]
    [InlineData(3, 900, 60)]
    [InlineData(4, 4_500, 8)]
    public void Counts_equal_those_of_a_plain_look_at_every_row(int seed, int texts, int queries)
    {
        var rows = GeneratedRows.Make(seed, texts);
        var (index, truth, random) = (Build(rows), new BruteForce(rows), new Random(seed));
        for (var i = 0; i < queries; i++)
        {
            var expression = random.Next(4) == 0 ? null : GeneratedQueries.Expression(random, GeneratedRows.Words, 2, fields: true);
            AssertAgrees(index, truth, new SearchQuery(expression, GeneratedQueries.Filters(random, random.Next(1, 12)), UseSynonyms: false));
        }
    }

    [Fact]
    public void Counts_equal_those_of_a_plain_look_at_every_row_of_the_export()
    {
        var (index, random) = (Real, new Random(5));
        var truth = new BruteForce(ExportCorpus.Rows!);
        string[] words = ["rights", "human", "women", "torture", "ratify", "the", "convention", "death", "penalty", "indigenous", "journalists", "moratorium"];
        for (var i = 0; i < 6; i++)
        {
            var expression = i % 3 == 0 ? null : GeneratedQueries.Expression(random, words, 2, fields: true);
            AssertAgrees(index, truth, new SearchQuery(expression, GeneratedQueries.Filters(random, 8), UseSynonyms: false));
        }
    }

    [Fact]
    public void A_chosen_value_stays_in_its_facet_with_0()
    {
        var result = Build(GeneratedRows.Make(1, 30)).Run(Query("sur:NZL"), new SearchPage());
        Assert.Equal(0, result.Pairs);
        Assert.Contains(new FacetValue("NZL", "New Zealand", 0, true), Facet(result, "sur"));
    }

    [Fact]
    public void Facets_list_the_most_frequent_value_first()
    {
        foreach (var facet in Build(GeneratedRows.Make(1, 300)).Run(SearchQuery.Everything, new SearchPage()).Facets)
        {
            Assert.Equal(facet.Values.Select(v => v.Count).OrderDescending(), facet.Values.Select(v => v.Count));
        }
    }

    [Fact]
    public void A_search_without_facets_gives_the_same_counts()
    {
        var index = Build(GeneratedRows.Make(8, 400));
        var (with, without) = (index.Run(Query("rights -torture sur:CUB"), new SearchPage()), index.Run(Query("rights -torture sur:CUB"), new SearchPage(Facets: false)));
        Assert.Empty(without.Facets);
        Assert.Equal((with.Pairs, with.Texts, with.Paragraphs, with.PairsWithoutParagraph), (without.Pairs, without.Texts, without.Paragraphs, without.PairsWithoutParagraph));
        Assert.Equal(with.Ids, without.Ids);
    }

    private static void AssertAgrees(SearchIndex index, BruteForce truth, SearchQuery query)
    {
        var hits = truth.Hits(query);
        var result = index.Run(query, new SearchPage(Limit: int.MaxValue));
        var place = string.Join("&", SearchAddress.Fields(query).Select(f => $"{f.Key}={f.Value}"));
        Assert.True(hits.Count == result.Pairs, $"{place}: {result.Pairs} pairs, not {hits.Count}");
        Assert.Equal(hits.Select(h => h.TextId).Distinct().Count(), result.Texts);
        Assert.Equal(hits.Where(h => h.ParagraphId is not null).Select(h => h.ParagraphId).Distinct().Count(), result.Paragraphs);
        Assert.Equal(hits.Count(h => h.ParagraphId is null), result.PairsWithoutParagraph);
        Assert.Equal(hits.Select(h => h.Id).Order(), result.Ids.Order());
        foreach (var (field, counts) in truth.Facets(query))
        {
            var shown = Facet(result, field).Where(v => v.Count > 0).ToDictionary(v => v.Value, v => v.Count);
            Assert.True(counts.OrderBy(c => c.Key).SequenceEqual(shown.OrderBy(c => c.Key)), $"{place}: facet {field}\n{string.Join(' ', counts)}\n{string.Join(' ', shown)}");
        }
    }

    private static IReadOnlyList<FacetValue> Facet(SearchResult result, string field) => result.Facets.Single(f => f.Field == field).Values;
}
