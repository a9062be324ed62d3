using System.Globalization;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Export.Svg;

/// <summary>The charts that a table has: bars of its highest rows, lines of its shares over time. Without a label of the caller's they speak English.</summary>
public static class StatisticChart
{
    /// <summary>Bars of a ranking; the table has the rest. Steps of time are all drawn.</summary>
    public const int MostBars = 15;

    private static readonly double[] _grid = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>The rows that a chart of bars draws: the highest, or all steps of time in their order.</summary>
    public static IReadOnlyList<StatisticRow> Drawn(StatisticTable table) => StatisticFields.IsTime(table.By) ? table.InOrder() : [.. table.Rows.Take(MostBars)];

    /// <summary>What <see cref="Drawn"/> gives as bars.</summary>
    /// <param name="label">What a row is called; null for its English label.</param>
    /// <param name="link">Where a bar leads; null for nowhere.</param>
    public static SvgPicture Ranking(StatisticTable table, Func<StatisticRow, string>? label = null, Func<StatisticRow, string?>? link = null) =>
        BarChart.Draw([.. Drawn(table).Select(r => new Bar(label?.Invoke(r) ?? r.Label, r.Count, Number(r.Count), link?.Invoke(r)))]);

    /// <summary>The shares of what is supported and of what asks for a specific action, step by step; steps that wait for their answers leave a gap.</summary>
    public static SvgPicture Trend(StatisticTable table, string supported, string specific, Func<StatisticRow, string>? label = null)
    {
        var rows = table.InOrder();
        return LineChart.Draw(
            [.. rows.Select(r => r.Key)],
            [Line(supported, r => r.IsAnswered ? r.SupportedShare : null), Line(specific, r => r.SpecificShare)],
            [.. _grid.Select(share => (share, Percent(share)))]);

        LineSeries Line(string name, Func<StatisticRow, double?> share) => new(
            name, [.. rows.Select(r => share(r) is { } value ? new LinePoint(value, $"{label?.Invoke(r) ?? r.Label}: {Percent(value)}") : null)],
            rows.Select(share).LastOrDefault(value => value is not null) is { } last ? Percent(last) : "");
    }

    /// <summary>A share as it is written: "74 %".</summary>
    internal static string Percent(double share) => (share * 100).ToString("N0", CultureInfo.CurrentCulture) + "\u00a0%";

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
