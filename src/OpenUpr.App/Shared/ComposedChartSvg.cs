using OpenUpr.Drafting.Studio;
using OpenUpr.Export.Docx;
using OpenUpr.Export.Svg;

namespace OpenUpr.App.Shared;

/// <summary>A chart of a document, drawn for its page: bars of equal length divided into their lights, each part with its sign.</summary>
internal static class ComposedChartSvg
{
    /// <param name="id">Unique on the page.</param>
    public static string Draw(ComposedChart chart, string id)
    {
        var bars = chart.Categories.Select((c, i) =>
        {
            var all = chart.Series.Sum(s => s.Values[i]);
            return new StackedBar(c, Numbers.Count(all), [.. chart.Series.Where(s => s.Values[i] > 0).Select(s => new BarPart(InkOf(s.Light), s.Values[i] / (double)all, $"{s.Name[0]} {Numbers.Count(s.Values[i])}", $"{s.Name}: {Numbers.Count(s.Values[i])}"))]);
        });
        return StackedBarChart.Draw([.. bars], []).Inline(id, new ChartText(chart.Title, DocxChart.Describe(chart)));
    }

    private static Ink InkOf(string light) => light switch { "green" => Ink.Supported, "amber" => Ink.Noted, "red" => Ink.Against, "mixed" => Ink.Bar, _ => Ink.Pending };
}
