using System.Xml.Linq;
using OpenUpr.Export.Svg;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Tests.Search;

namespace OpenUpr.Tests.Export.Svg;

public sealed class StatisticChartTests
{
    private static readonly ChartText s_text = new("Finding", "Basis");

    [Fact]
    public void A_ranking_becomes_the_bars_of_its_first_rows_in_their_order()
    {
        var table = Table("issue", 20);
        var titles = Titles(StatisticChart.Ranking(table));
        Assert.Equal(table.Rows.Take(StatisticChart.MostBars).Select(r => $"{r.Label}: {r.Count}"), titles);
    }

    [Fact]
    public void Sessions_become_lines_of_what_was_supported_and_of_category_5()
    {
        var row = new StatisticRow("1", "Session 1", 4, 3, 1, 0, [0, 0, 0, 2, 2]);
        var table = new StatisticTable("session", CountUnit.Pairs, row, 0, [row with { Key = "2", Label = "Session 2", Supported = 1 }, row]);
        Assert.Equal(
            ["Supported. Session 1: 75\u00a0%", "Supported. Session 2: 25\u00a0%", "Action category 5. Session 1: 50\u00a0%", "Action category 5. Session 2: 50\u00a0%"],
            Titles(StatisticChart.Trend(table, "Supported", "Action category 5")));
    }

    [Fact]
    public void Bars_of_sessions_stand_in_the_order_of_time_and_are_all_there()
    {
        var row = new StatisticRow("1", "Session 1", 4, 3, 1, 0, [0, 0, 0, 2, 2]);
        var table = new StatisticTable("session", CountUnit.Pairs, row, 0, [.. Enumerable.Range(1, 20).Reverse().Select(i => row with { Key = $"{i}", Label = $"Session {i}", Count = i })]);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"Session {i}: {i}"), Titles(StatisticChart.Ranking(table)));
    }

    [Fact]
    public void A_session_that_waits_for_its_answers_is_a_gap_and_not_a_share_of_nothing()
    {
        var row = new StatisticRow("1", "Session 1", 4, 3, 1, 0, [0, 0, 0, 2, 2]);
        var table = new StatisticTable("session", CountUnit.Pairs, row, 0, [row, row with { Key = "2", Label = "Session 2", Supported = 0, Noted = 0, Pending = 4 }]);
        var picture = StatisticChart.Trend(table, "Supported", "Action category 5");
        Assert.Equal(["Supported. Session 1: 75\u00a0%", "Action category 5. Session 1: 50\u00a0%", "Action category 5. Session 2: 50\u00a0%"], Titles(picture));
        Assert.Contains("Supported: 75\u00a0%", picture.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sur")]
    [InlineData("session")]
    public void A_table_of_nothing_is_a_picture_too(string by)
    {
        var nothing = StatisticTable.Read(SearchHarness.Build([]), SearchQuery.Everything, by);
        Assert.Empty(Titles(by == "session" ? StatisticChart.Trend(nothing, "Supported", "Action category 5") : StatisticChart.Ranking(nothing)));
    }

    private static StatisticTable Table(string by, int rows)
    {
        var all = Enumerable.Range(0, rows).Select(i => new StatisticRow($"k{i}", $"Label {i}", 100 - i, 0, 0, 0, [0, 0, 0, 0, 0])).ToList();
        return new StatisticTable(by, CountUnit.Pairs, all[0] with { Count = 1_000 }, 0, all);
    }

    /// <summary>The words of the picture's elements, without the title of the whole.</summary>
    private static IEnumerable<string> Titles(SvgPicture picture) => XDocument.Parse(picture.Standalone(s_text, "Source")).Descendants().Where(e => e.Name.LocalName == "title").Skip(1).Select(e => e.Value);
}
