namespace OpenUpr.Export.Svg;

/// <summary>One bar.</summary>
/// <param name="Number">The value as it is written.</param>
/// <param name="Link">Where the bar leads; null for nowhere.</param>
public sealed record Bar(string Label, double Value, string Number, string? Link = null);

/// <summary>Horizontal bars from zero, each under its label and number.</summary>
public static class BarChart
{
    private const double Row = 44;

    /// <param name="whole">The value of a bar over the full width; null for the largest bar.</param>
    public static SvgPicture Draw(IReadOnlyList<Bar> bars, double? whole = null)
    {
        var svg = new SvgWriter();
        var full = whole ?? bars.Select(b => b.Value).DefaultIfEmpty(0).Max();
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, y) = (bars[i], i * Row);
            svg.Open($"{bar.Label}: {bar.Number}", bar.Link);
            svg.Label(y + 14, Chart.Short(bar.Label), bar.Number);
            svg.Rect(0, y + 20, Across.Share(Chart.Part(bar.Value, full)), 14, Ink.Bar);
            svg.Close(bar.Link);
        }

        return new SvgPicture(null, bars.Count * Row, svg.ToString(), svg.HasLinks);
    }
}
