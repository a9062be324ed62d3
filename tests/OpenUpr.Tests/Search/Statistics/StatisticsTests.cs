using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search.Statistics;

/// <summary>Every number of every statistic equals a plain count over rows, whatever is asked, in every unit.</summary>
public sealed class StatisticsTests
{
    [Theory]
    [InlineData(11, 3, 40)]
    [InlineData(12, 60, 40)]
    [InlineData(13, 900, 20)]
    [InlineData(14, 3_000, 3)]
    public void Statistics_equal_a_plain_count_of_generated_rows(int seed, int texts, int queries)
    {
        var rows = GeneratedRows.Make(seed, texts);
        var (index, truth, random) = (Build(rows), new BruteForce(rows), new Random(seed));
        for (var i = 0; i < queries; i++)
        {
            var expression = random.Next(3) == 0 ? null : GeneratedQueries.Expression(random, GeneratedRows.Words, 2, fields: true);
            AssertAgrees(index, truth, new SearchQuery(expression, GeneratedQueries.Filters(random, random.Next(1, 12)), UseSynonyms: false), random);
        }
    }

    [Fact]
    public void Statistics_equal_a_plain_count_of_the_export()
    {
        var (index, random) = (Real, new Random(15));
        var truth = new BruteForce(ExportCorpus.Rows!);
        string[] words = ["rights", "women", "torture", "ratify", "the", "convention", "death", "penalty", "journalists", "moratorium"];
        AssertAgrees(index, truth, SearchQuery.Everything, random);
        for (var i = 0; i < 6; i++)
        {
            var expression = i % 2 == 0 ? null : GeneratedQueries.Expression(random, words, 1, fields: true);
            AssertAgrees(index, truth, new SearchQuery(expression, GeneratedQueries.Filters(random, 10), UseSynonyms: false), random);
        }
    }

    [Fact]
    public void A_filter_on_the_field_itself_is_in_force()
    {
        var table = StatisticTable.Read(Build(GeneratedRows.Make(16, 400)), Query("sur:CUB"), "sur");
        Assert.Equal("CUB", Assert.Single(table.Rows).Key);
        Assert.Equal(table.Total.Count, table.Rows[0].Count);
    }

    [Fact]
    public void The_global_figures_of_nothing_say_so()
    {
        var none = GlobalStatistics.Read(Build(GeneratedRows.Make(17, 100)), Query("sur:NZL"));
        Assert.Equal((0, null, null), (none.Total.Count, none.FirstSession, none.LastSession));
        Assert.Equal(0, none.Total.SupportedShare);
        Assert.Empty(none.UnderReview.Rows);
    }

    [Theory]
    [InlineData("rs:FRA")]
    [InlineData("-rs:FRA")]
    [InlineData("(rs:FRA OR sur:CUB)")]
    [InlineData("rs-group:WEOG")]
    [InlineData("torture (women OR -rs-org:EU)")]
    [InlineData("kind:all")]
    [InlineData("kind:pledge")]
    public void Who_made_none_is_not_asked_of_a_search_that_chooses_who_makes(string query) =>
        Assert.Null(GlobalStatistics.Read(Build(GeneratedRows.Make(18, 300)), Query(query)).MadeNone);

    [Fact]
    public void A_State_has_made_something_also_where_its_paragraph_is_not_known()
    {
        IReadOnlyList<IndexRow> rows = [.. GeneratedRows.Make(19, 200).Select(r => r with { ParagraphId = null, Kind = RecommendationKind.Recommendation })];
        var paragraphs = GlobalStatistics.Read(Build(rows), SearchQuery.Everything, CountUnit.Paragraphs);
        Assert.Equal(0, paragraphs.Total.Count);
        Assert.DoesNotContain("FRA", paragraphs.MadeNone!);
        Assert.Equal(rows.Min(r => r.Session), paragraphs.FirstSession);
    }

    private static void AssertAgrees(SearchIndex index, BruteForce truth, SearchQuery query, Random random)
    {
        var hits = truth.Hits(query);
        var asked = SearchAddress.Typed(query);
        foreach (var unit in Enum.GetValues<CountUnit>())
        {
            var plain = new PlainCount(hits, unit);
            foreach (var table in StatisticTable.ReadAll(index, query, PlainCount.Fields, unit))
            {
                Assert.True(plain.Rows(table.By).SequenceEqual(table.Rows.Select(Written)), $"{asked} by {table.By}, {unit}:\n{string.Join('\n', plain.Rows(table.By))}\nbut\n{string.Join('\n', table.Rows.Select(Written))}");
                Assert.True(plain.Without(table.By) == table.Without, $"{asked} without {table.By}, {unit}");
                Assert.Equal($" {plain.Total} {plain.Details(hits)}", Written(table.Total));
            }

            AssertMatrix(index, query, plain, unit, random);
            AssertGlobal(index, query, plain, hits, unit);
        }
    }

    private static void AssertMatrix(SearchIndex index, SearchQuery query, PlainCount plain, CountUnit unit, Random random)
    {
        var (by, across) = (GeneratedRows.Pick(random, PlainCount.Fields), GeneratedRows.Pick(random, PlainCount.Fields));
        var matrix = StatisticMatrix.Read(index, query, by, across, unit);
        var cells = matrix.Rows.SelectMany((row, r) => matrix.Columns.Select((column, c) => KeyValuePair.Create($"{row.Key} {column.Key}", matrix.Cells[r][c]))).Where(c => c.Value > 0);
        Assert.Equal(plain.Matrix(by, across).OrderBy(c => c.Key, StringComparer.Ordinal), cells.OrderBy(c => c.Key, StringComparer.Ordinal));
        Assert.Equal(plain.Total, matrix.Total);
        Assert.Equal(plain.Rows(by).Select(r => string.Join(' ', r.Split(' ')[..2])), matrix.Rows.Select(r => $"{r.Key} {r.Count}"));
        Assert.Equal(plain.Rows(across).Select(r => string.Join(' ', r.Split(' ')[..2])), matrix.Columns.Select(c => $"{c.Key} {c.Count}"));
    }

    private static void AssertGlobal(SearchIndex index, SearchQuery query, PlainCount plain, List<IndexRow> hits, CountUnit unit)
    {
        var global = GlobalStatistics.Read(index, query, unit);
        Assert.Equal((plain.Total, plain.TotalOf(r => r.Action == 5)), (global.Total.Count, global.Total.Specific));
        Assert.Equal(hits.Count == 0 ? null : hits.Min(r => r.Session), global.FirstSession);
        Assert.Equal(hits.Count == 0 ? null : hits.Max(r => r.Session), global.LastSession);
        if (global.MadeNone is { } none)
        {
            Assert.Equal(
                Reference.States.Where(s => s.Status == StateStatus.Member && hits.All(h => h.Rs != s.Iso3)).Select(s => s.Iso3).Order(), none.Order());
        }
    }

    private static string Written(StatisticRow row) => $"{row.Key} {row.Count} {row.Supported} {row.Noted} {row.Pending} {string.Join(' ', row.Actions)}";
}
