using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Export.Svg;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.Statistics;

/// <summary>A chart with its finding and basis.</summary>
public sealed record Figure(ChartText Text, SvgPicture Picture)
{
    public string Finding => Text.Finding;
}

/// <summary>Draws what was counted, in the reader's language: the page and the file of a chart are the same drawing.</summary>
public sealed class StatisticsFigures(Labels labels, ReferenceData reference, SearchQuery query, string basis)
{
    /// <summary>Issues in the chart of responses; the table has all.</summary>
    public const int MostIssues = 20;

    /// <summary>Letters of an address up to which each tile has a link: two hundred long ones would outweigh the page.</summary>
    private const int ShortAddress = 60;

    /// <summary>The highest rows as bars, or all sessions or cycles in the order of time.</summary>
    public Figure Ranking(StatisticTable table) => new(
        new(RankingFinding(table), StatisticChart.Drawn(table).Count < table.Rows.Count ? $"{basis} {Numbers.Fill(StatisticsWords.Basis_Highest, StatisticChart.MostBars, table.Rows.Count)}" : basis),
        StatisticChart.Ranking(table, r => labels.Value(table.By, r.Key), r => RowLink.To(query, (table.By, r.Key))));

    /// <summary>The States on a map of equal squares, by State under review or recommending State.</summary>
    /// <param name="linked">False where a table of the same States stands beside the map: its links are enough, and lighter.</param>
    public Figure Map(StatisticTable table, bool linked = true)
    {
        var counts = table.Rows.ToDictionary(r => r.Key, r => r.Count);
        linked &= SearchLink.To(query).Length <= ShortAddress;
        var tiles = reference.TilePlaces.Select(place =>
        {
            var count = counts.GetValueOrDefault(place.Iso3);
            return new Tile(
                place, count, Numbers.Fill(StatisticsWords.Map_Title, labels.State(place.Iso3), count == 0 ? StatisticsWords.Map_None : Numbers.Count(count)),
                linked && count > 0 ? RowLink.To(query, (table.By, place.Iso3)) : null);
        });
        return new(new(RankingFinding(table), basis), TileMap.Draw([.. tiles], Range, StatisticsWords.Map_None));
    }

    /// <summary>The same map under what it shows beside the bars: how many States take part.</summary>
    public Figure Spread(StatisticTable table)
    {
        var states = table.Rows.Count(r => r.Key != State.Unknown);
        return Map(table, linked: false) with { Text = new(Numbers.Fill(table.By == "sur" ? StatisticsWords.Finding_MapSur : StatisticsWords.Finding_MapRs, states), basis) };
    }

    public Figure Trend(StatisticTable table) => new(
        new(TrendFinding(table), basis),
        StatisticChart.Trend(table, Words.Position_Supported, StatisticsWords.Col_Specific, r => Step(table.By, r)));

    /// <summary>What share of each issue every response got.</summary>
    public Figure Support(StatisticTable table, bool byShare)
    {
        var rows = SupportRows(table, byShare);
        return new(new(rows.Count == 0 || table.Total.IsAnswered ? SupportFinding(rows) : Unanswered(table), basis), StackedBarChart.Draw([.. rows.Select(r => Stacked(labels.Value(table.By, r.Key), r, RowLink.To(query, (table.By, r.Key))))], Legend));
    }

    public Figure Heat(StatisticMatrix matrix) => new(
        new(MatrixFinding(matrix), basis),
        HeatTable.Draw(
            (Labels.Field(matrix.RowField), Labels.Field(matrix.ColumnField)),
            [.. matrix.Rows.Select(r => labels.Value(matrix.RowField, r.Key))], [.. matrix.Columns.Select(c => Head(matrix.ColumnField, c.Key))], matrix.Cells, n => n == 0 ? "" : Numbers.Count(n)));

    /// <summary>What stands over a column: a code where readers know it, else the label.</summary>
    public string Head(string field, string key) => field is "sur" or "rs" or "sur-group" or "rs-group" or "sur-org" or "rs-org" or "session" or "cycle" or "action" ? key : labels.Value(field, key);

    /// <summary>What the shapes and colours of responses mean.</summary>
    public static IReadOnlyList<(Ink Ink, string Text)> Legend =>
        [(Ink.Supported, $"● {Words.Position_Supported}"), (Ink.Noted, $"◐ {Words.Position_Noted}"), (Ink.Pending, $"○ {Words.Position_Pending}")];

    /// <summary>The most frequent, in the order asked for.</summary>
    public static IReadOnlyList<StatisticRow> SupportRows(StatisticTable table, bool byShare)
    {
        var rows = table.Rows.Take(MostIssues);
        return [.. byShare ? rows.OrderByDescending(r => r.SupportedShare).ThenByDescending(r => r.Count).ThenBy(r => r.Key, StringComparer.Ordinal) : rows];
    }

    /// <summary>A row as one bar of its responses.</summary>
    public static StackedBar Stacked(string label, StatisticRow row, string? link) => new(
        label, Numbers.Count(row.Count),
        [
            Part(Ink.Supported, "●", Words.Position_Supported, row.Supported, row.Count),
            Part(Ink.Noted, "◐", Words.Position_Noted, row.Noted, row.Count),
            Part(Ink.Pending, "○", Words.Position_Pending, row.Pending, row.Count),
        ],
        link);

    private static BarPart Part(Ink ink, string shape, string word, int count, int whole) => new(
        ink, whole == 0 ? 0 : (double)count / whole, $"{shape} {Numbers.Share(count, whole)}", Numbers.Fill(StatisticsWords.Stack_Part, word, Numbers.Share(count, whole)));

    private static string Range(int from, int to) => from == to
        ? Numbers.Fill(StatisticsWords.Map_One, Numbers.Count(from))
        : Numbers.Fill(StatisticsWords.Map_From, Numbers.Count(from), Numbers.Count(to));

    private string RankingFinding(StatisticTable table)
    {
        if (table.Rows.Count == 0)
        {
            return StatisticsWords.Finding_None;
        }

        var top = table.Rows[0];
        var (label, count, total) = (labels.Value(table.By, top.Key), Numbers.Count(top.Count), Numbers.Count(table.Total.Count));
        var tied = table.Rows.Count(r => r.Count == top.Count) - 1;
        if (tied > 0)
        {
            return Numbers.Fill(StatisticsWords.Finding_Tied, label, tied, count, total);
        }

        var sentence = table.By switch
        {
            "sur" or "sur-group" or "sur-org" => StatisticsWords.Finding_Sur,
            "rs" or "rs-group" or "rs-org" => StatisticsWords.Finding_Rs,
            "action" => StatisticsWords.Finding_Action,
            "session" or "cycle" => StatisticsWords.Finding_Time,
            _ => StatisticsWords.Finding_Other,
        };
        return Numbers.Fill(sentence, label, count, total);
    }

    private static string TrendFinding(StatisticTable table)
    {
        var rows = table.InOrder().Where(r => r.IsAnswered).ToList();
        if (rows.Count == 0)
        {
            return table.Rows.Count == 0 ? StatisticsWords.Finding_None : Unanswered(table);
        }

        var (first, last) = (rows[0], rows[^1]);
        return rows.Count == 1
            ? Numbers.Fill(StatisticsWords.Finding_TrendOne, Step(table.By, first), Supported(first), Specific(first))
            : Numbers.Fill(StatisticsWords.Finding_Trend, Lower(table.By, first), Supported(first), Lower(table.By, last), Supported(last), Specific(first), Specific(last));
    }

    private string SupportFinding(IReadOnlyList<StatisticRow> rows)
    {
        if (rows.Count == 0)
        {
            return StatisticsWords.Finding_None;
        }

        var (least, most) = (rows.MinBy(r => r.SupportedShare)!, rows.MaxBy(r => r.SupportedShare)!);
        return rows.Count == 1
            ? Numbers.Fill(StatisticsWords.Finding_SupportOne, labels.Value("issue", most.Key), Supported(most))
            : Numbers.Fill(StatisticsWords.Finding_Support, rows.Count, Supported(least), labels.Value("issue", least.Key), Supported(most), labels.Value("issue", most.Key));
    }

    private static string Unanswered(StatisticTable table) => Numbers.Fill(StatisticsWords.Finding_Unanswered, Numbers.Of(table.Total.Count, table.Unit));

    private string MatrixFinding(StatisticMatrix matrix)
    {
        var cells = from r in Enumerable.Range(0, matrix.Rows.Count) from c in Enumerable.Range(0, matrix.Columns.Count) select (r, c, Count: matrix.Cells[r][c]);
        var top = cells.OrderByDescending(x => x.Count).FirstOrDefault();
        if (top.Count == 0)
        {
            return StatisticsWords.Finding_None;
        }

        var toWhom = matrix.RowField.StartsWith("rs", StringComparison.Ordinal) && matrix.ColumnField.StartsWith("sur", StringComparison.Ordinal);
        return Numbers.Fill(
            toWhom ? StatisticsWords.Finding_Matrix : StatisticsWords.Finding_MatrixOther,
            labels.Value(matrix.RowField, matrix.Rows[top.r].Key), labels.Value(matrix.ColumnField, matrix.Columns[top.c].Key), Numbers.Count(top.Count), Numbers.Count(matrix.Total));
    }

    private static string Step(string by, StatisticRow row)
    {
        var number = int.Parse(row.Key, System.Globalization.CultureInfo.InvariantCulture);
        return by == "cycle" ? Labels.Cycle(number) : Labels.Session(number);
    }

    private static string Lower(string by, StatisticRow row) => Step(by, row).ToLower(System.Globalization.CultureInfo.CurrentCulture);

    private static string Supported(StatisticRow row) => Numbers.Share(row.Supported, row.Count);

    private static string Specific(StatisticRow row) => Numbers.Share(row.Specific, row.Count);
}
