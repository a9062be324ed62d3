using OpenUpr.App.Features.Statistics;
using OpenUpr.App.Resources;
using OpenUpr.Export.Svg;

namespace OpenUpr.App.Shared;

/// <summary>A small chart of positions over time, for pages whose table beside it has the numbers.</summary>
public static class PositionsFigure
{
    /// <param name="lines">In the order of time, the total of them left out of the chart.</param>
    /// <returns>Null where there are fewer than two times to compare.</returns>
    public static Figure? Of(IReadOnlyList<CountLine> lines)
    {
        var times = lines.Where(l => !l.IsTotal && l.Row is { Count: > 0 }).ToList();
        if (times.Count < 2)
        {
            return null;
        }

        return new Figure(
            new ChartText(Finding([.. times.Where(l => l.Row!.Pending == 0)]), ReviewsWords.Chart_Basis),
            StackedBarChart.Draw([.. times.Select(l => StatisticsFigures.Stacked(l.Label, l.Row!, l.Link()))], StatisticsFigures.Legend));
    }

    /// <summary>Only times with every answer known can be set side by side: what is pending is not a refusal.</summary>
    private static string Finding(IReadOnlyList<CountLine> answered) => answered is [var first, .., var last]
        ? Numbers.Fill(ReviewsWords.Chart_Finding, Supported(first), Name(first), Supported(last), Name(last))
        : ReviewsWords.Chart_Pending;

    private static string Supported(CountLine line) => Numbers.Share(line.Row!.Supported, line.Row.Count);

    private static string Name(CountLine line) => line.Label.ToLower(System.Globalization.CultureInfo.CurrentCulture);
}
