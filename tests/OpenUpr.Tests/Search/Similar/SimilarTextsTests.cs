using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Similar;
using OpenUpr.Search.Text;

namespace OpenUpr.Tests.Search.Similar;

public sealed class SimilarTextsTests
{
    private const string Long = "Adopt a national plan on violence in families that gives shelters in every province money and trained staff from the next year";

    private static readonly SearchIndex s_index = SearchHarness.Build(
    [
        Row(1, 1, "FRA", "Ratify the Convention on the Elimination of All Forms of Discrimination against Women"),
        Row(2, 2, "FRA", "Ratify the Convention on the Rights of Persons with Disabilities"),
        Row(3, 3, "ESP", "Build more schools for girls in the countryside"),
        Row(4, 3, "FRA", "Build more schools for girls in the countryside"),
        Row(5, 4, "ESP", "Build more schools for boys in the countryside") with { Position = Position.Noted },
        Row(6, 5, "ESP", "Publish the budget of the police"),
        Row(7, 6, "CUB", "Build more schools for girls in the countryside and elsewhere") with { Kind = RecommendationKind.Pledge, Position = null },
        Row(8, 7, "ESP", ""),
    ]);

    [Fact]
    public void The_same_words_in_the_same_order_are_1_and_come_first()
    {
        var found = Find("build more SCHOOL for girl in the countryside!");
        Assert.Equal(new SimilarText(3, 3, 1), found[0]);
        Assert.Equal(4, found[1].TextId);
        Assert.All(found.Skip(1), f => Assert.InRange(f.Score, 0, 0.999));
        Assert.Equal(found.OrderByDescending(f => f.Score), found);
    }

    [Fact]
    public void The_same_words_in_another_order_come_close_but_are_not_1()
    {
        var found = Find("in the countryside for girls build more schools");
        Assert.Equal(3, found[0].TextId);
        Assert.InRange(found[0].Score, 0.4, 0.95);
    }

    [Fact]
    public void An_instrument_is_the_same_by_any_of_its_names()
    {
        var found = Find("Ratify CEDAW");
        Assert.Equal(1, found[0].TextId);
        Assert.True(found[0].Score > found[1].Score + 0.2);
        Assert.Equal(2, Find("Ratify the CRPD")[0].TextId);
    }

    [Fact]
    public void Filters_choose_texts_by_their_pairs_and_the_pair_shown_is_one_that_passes()
    {
        var query = new SimilarQuery("Build more schools for girls in the countryside");
        Assert.Equal(new SimilarText(3, 4, 1), SimilarTexts.Of(s_index).Find(query with { Filters = new SearchFilters { Rs = ["FRA"] } })[0]);
        Assert.Equal([4L], SimilarTexts.Of(s_index).Find(query with { Filters = new SearchFilters { Positions = [Position.Noted] } }).Select(f => f.TextId));
        Assert.Equal([6L], SimilarTexts.Of(s_index).Find(query with { Filters = new SearchFilters { Kind = KindFilter.Pledge } }).Select(f => f.TextId));
        Assert.Single(SimilarTexts.Of(s_index).Find(query with { Limit = 1 }));
    }

    [Fact]
    public void Known_tags_decide_between_texts_that_are_as_alike()
    {
        var index = SearchHarness.Build([Row(1, 1, "FRA", "Protect witnesses of crime") with { Issues = ["justice"] }, Row(2, 2, "FRA", "Protect witnesses of crime") with { Issues = ["detention"] }]);
        var query = new SimilarQuery("Protect the witnesses of crime");
        Assert.Equal(2, SimilarTexts.Of(index).Find(query with { Issues = ["detention"] })[0].TextId);
        Assert.Equal(1, SimilarTexts.Of(index).Find(query with { Issues = ["justice"] })[0].TextId);
    }

    [Theory]
    [InlineData("Ratify the Convention on the Elimination of All Forms of Discrimination against Women", "Ratify CEDAW", true)]
    [InlineData("Ratify CEDAW", "Ratify the CRPD", false)]
    [InlineData("Build schools for the girls of the countryside", "Build schools for girls in the countryside", true)]
    [InlineData("Build schools for girls in the countryside", "Build schools for boys in the countryside", false)]
    [InlineData(Long, "Adopt the national plan on violence in families that gives shelters in every province money and trained staff by the coming year", true)]
    [InlineData(Long, "Adopt a national plan on violence in families that gives shelters in every province no money and trained staff from the next year", false)]
    [InlineData(Long, "Adopt a national plan on violence in schools that gives children in every district books and trained staff from the next year", false)]
    public void What_says_the_same_is_one_answer_with_all_who_put_it(string first, string second, bool same)
    {
        var index = SearchHarness.Build([Row(1, 1, "FRA", first), Row(2, 2, "ESP", second), Row(3, 3, "ESP", "Publish the budget of the police")]);
        var found = SimilarTexts.Of(index).Find(new SimilarQuery(first));
        Assert.Equal(same ? [2L] : [], found[0].Same.Select(s => s.TextId));
        Assert.Equal(same ? 0 : 1, found.Count(f => f.TextId == 2));
    }

    [Fact]
    public void Nearly_the_same_words_on_other_issues_or_in_a_pledge_are_answers_of_their_own()
    {
        var other = Long.Replace("next", "coming", StringComparison.Ordinal);
        foreach (var row in new[] { Row(2, 2, "ESP", other) with { Issues = ["justice"] }, Row(2, 2, "ESP", other) with { Action = 2 }, Row(2, 2, "CUB", Long) with { Kind = RecommendationKind.Pledge } })
        {
            var found = SimilarTexts.Of(SearchHarness.Build([Row(1, 1, "FRA", Long), row])).Find(new SimilarQuery(Long) { Filters = new SearchFilters { Kind = KindFilter.All } });
            Assert.Equal([1L, 2L], found.Select(f => f.TextId));
            Assert.All(found, f => Assert.Empty(f.Same));
        }
    }

    [Fact]
    public void A_limit_counts_answers_and_what_says_the_same_goes_with_them()
    {
        var index = SearchHarness.Build(Enumerable.Range(1, 30).Select(i => Row(i, i, "FRA", i % 2 == 0 ? "Protect the witnesses" : "Protect all witnesses of crime")));
        var found = SimilarTexts.Of(index).Find(new SimilarQuery("Protect witnesses") { Limit = 2 });
        Assert.Equal([15, 15], found.Select(f => f.Same.Count + 1));
        Assert.Equal(30, found.SelectMany(f => f.Same.Prepend(f)).DistinctBy(f => f.TextId).Count());
    }

    [Fact]
    public void What_is_like_a_recommendation_leaves_out_its_own_text()
    {
        Assert.Equal([4L, 1L, 2L, 5L], SimilarTexts.Of(s_index).LikeRecommendation(4, SearchFilters.None).Select(f => f.TextId).Order().OrderBy(t => t != 4));
        Assert.Empty(SimilarTexts.Of(s_index).LikeRecommendation(99, SearchFilters.None));
    }

    [Fact]
    public void Nothing_is_like_no_words_or_words_that_no_text_has()
    {
        Assert.Empty(Find(""));
        Assert.Empty(Find("xylophone -- !"));
        Assert.Empty(SimilarTexts.Of(SearchHarness.Build([])).Find(new SimilarQuery("torture")));
    }

    [Fact]
    public void A_text_that_is_too_long_or_a_limit_of_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Find(new string('a', SimilarQuery.MaxLength + 1)));
        Assert.Throws<ArgumentException>(() => SimilarTexts.Of(s_index).Find(new SimilarQuery("a") { Limit = 0 }));
        Assert.NotNull(Find(string.Concat(Enumerable.Repeat("schools ", SimilarQuery.MaxLength / 8))));
    }

    [Theory]
    [InlineData(1, 5, 30)]
    [InlineData(2, 63, 3)]
    [InlineData(3, 64, 4)]
    [InlineData(4, 65, 4)]
    [InlineData(5, 200, 6)]
    public void Places_that_differ_are_counted_as_a_table_of_distances_counts_them(int seed, int length, int different)
    {
        var random = new Random(seed);
        var order = new WordOrder(different);
        for (var round = 0; round < 40; round++)
        {
            int[] question = [.. Enumerable.Range(0, random.Next(1, length + 1)).Select(_ => random.Next(-1, different))];
            int[] text = random.Next(2) == 0 ? Changed(question, random, different) : [.. Enumerable.Range(0, random.Next(0, length)).Select(_ => random.Next(different))];
            var distance = Distance(question, text);
            Assert.Equal(1 - ((double)distance / Math.Max(question.Length, text.Length)), order.Begin(question).Kept(text), 9);
        }
    }

    [Fact]
    public void Of_texts_of_the_real_collection_worded_anew_in_one_to_three_words_95_of_100_find_their_twin_first()
    {
        var index = SearchHarness.Real;
        var rows = ExportCorpus.Rows!.DistinctBy(r => r.TextId).ToList();
        var words = rows.Where((_, i) => i % 11 == 0).SelectMany(r => r.Text.Split(' ')).Where(w => w.Length > 0).ToList();
        var textOf = rows.ToDictionary(r => r.TextId, r => string.Join(' ', Tokenizer.Words(r.Text)));
        var random = new Random(11);
        var (asked, first) = (0, 0);
        foreach (var row in rows.Where((r, i) => i % 97 == 0 && textOf[r.TextId].Split(' ').Length >= 8))
        {
            var anew = row.Text.Split(' ');
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                anew[random.Next(anew.Length)] = words[random.Next(words.Count)];
            }

            var found = SimilarTexts.Of(index).Find(new SimilarQuery(string.Join(' ', anew)) { Filters = new SearchFilters { Kind = KindFilter.All } });
            asked++;
            first += found.Count > 0 && textOf[found[0].TextId] == textOf[row.TextId] ? 1 : 0;
        }

        Assert.True(asked > 200);
        Assert.InRange((double)first / asked, 0.95, 1);
    }

    private static IReadOnlyList<SimilarText> Find(string text) => SimilarTexts.Of(s_index).Find(new SimilarQuery(text));

    private static IndexRow Row(long id, long text, string rs, string words) => new(id, text, null, RecommendationKind.Recommendation, "CUB", rs, 3, Position.Supported, 5, [], words);

    private static int[] Changed(int[] units, Random random, int different)
    {
        var changed = units.Select(u => Math.Max(0, u)).ToList();
        for (var i = random.Next(4); i > 0 && changed.Count > 1; i--)
        {
            var at = random.Next(changed.Count - 1);
            switch (random.Next(4))
            {
                case 0: changed[at] = random.Next(different); break;
                case 1: changed.RemoveAt(at); break;
                case 2: changed.Insert(at, random.Next(different)); break;
                default: (changed[at], changed[at + 1]) = (changed[at + 1], changed[at]); break;
            }
        }

        return [.. changed];
    }

    /// <summary>The table of distances with swaps of neighbours, each place changed once (optimal string alignment).</summary>
    private static int Distance(int[] a, int[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
