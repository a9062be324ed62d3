namespace OpenUpr.Export.Svg;

/// <summary>A part of a stacked bar.</summary>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Sign">Shape and share as written in the bar: "● 61 %". Colour never speaks alone.</param>
/// <param name="Title">The whole in words: "supported: 61 %".</param>
public sealed record BarPart(Ink Ink, double Share, string Sign, string Title);

/// <summary>A bar of parts; what they leave of it stays empty.</summary>
/// <param name="Number">How many the whole bar stands for, as written.</param>
public sealed record StackedBar(string Label, string Number, IReadOnlyList<BarPart> Parts, string? Link = null);

/// <summary>Bars of equal length, each divided into its shares, under label and number.</summary>
public static class StackedBarChart
{
    private const double Row = 54;

    /// <summary>The least share whose sign fits into its part on a phone.</summary>
    private const double Fits = 0.22;

    private const double LegendHeight = 30;

    /// <param name="legend">What the shapes and colours mean: "● Supported".</param>
    public static SvgPicture Draw(IReadOnlyList<StackedBar> bars, IReadOnlyList<(Ink Ink, string Text)> legend)
    {
        var svg = new SvgWriter();
        for (var i = 0; i < legend.Count; i++)
        {
            var x = Across.Share(i / (double)legend.Count);
            svg.Rect(x, 2, 14, 14, legend[i].Ink);
            svg.Text(x, 14, legend[i].Text, Ink.Quiet, size: 12, dx: 18);
        }

        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, y) = (bars[i], LegendHeight + (i * Row));
            svg.Open($"{bar.Label}: {bar.Number}. {string.Join(", ", bar.Parts.Select(p => p.Title))}", bar.Link);
            svg.Label(y + 14, Chart.Short(bar.Label), bar.Number);
            Parts(svg, bar.Parts, y + 20);
            svg.Close(bar.Link);
        }

        return new SvgPicture(null, LegendHeight + (bars.Count * Row), svg.ToString(), svg.HasLinks);
    }

    private static void Parts(SvgWriter svg, IReadOnlyList<BarPart> parts, double y)
    {
        var start = 0.0;
        foreach (var part in parts)
        {
            var share = Math.Min(Chart.Part(part.Share, 1), 1 - start);
            if (share <= 0)
            {
                continue;
            }

            svg.Rect(Across.Share(start), y, Across.Share(share), 24, part.Ink, edged: true);
            if (share >= Fits)
            {
                svg.Text(Across.Share(start), y + 17, part.Sign, Ink.OnFill, dx: 8, bold: true);
            }

            start += share;
        }
    }
}
