namespace OpenUpr.Export.Svg;

/// <summary>A point of a line.</summary>
/// <param name="Title">In words: "Session 14: 73 %".</param>
public sealed record LinePoint(double Value, string Title, string? Link = null);

/// <summary>A line over the steps; null where there is no value, which leaves a gap.</summary>
public sealed record LineSeries(string Name, IReadOnlyList<LinePoint?> Points, string LastNumber);

/// <summary>Few lines over sessions or cycles, from zero, each named at its end.</summary>
public static class LineChart
{
    private const double Top = 26;
    private const double Plot = 220;
    private const double LabelGap = 18;

    /// <summary>Labels under the axis that fit on a phone.</summary>
    private const int MostLabels = 9;

    private static readonly Ink[] _inks = [Ink.Supported, Ink.Bar, Ink.Noted, Ink.Quiet, Ink.Text];

    /// <param name="steps">The names of the steps, such as session numbers.</param>
    /// <param name="marks">The grid's lines, from zero up: value and words. The last is the top of the chart.</param>
    public static SvgPicture Draw(IReadOnlyList<string> steps, IReadOnlyList<LineSeries> series, IReadOnlyList<(double Value, string Text)> marks)
    {
        var svg = new SvgWriter();
        var full = marks.Count > 0 ? marks[^1].Value : 1;
        foreach (var (value, text) in marks)
        {
            svg.Line(0, Y(value, full), Across.Share(1), Y(value, full), Ink.Rule, 0.5);
            svg.Text(0, Y(value, full) - 4, text, Ink.Quiet, size: 12);
        }

        var every = Math.Max(1, (int)Math.Ceiling(steps.Count / (double)MostLabels));
        for (var i = 0; i < steps.Count; i += every)
        {
            svg.Text(X(i, steps.Count), Top + Plot + 20, steps[i], Ink.Quiet, "middle", 12);
        }

        for (var i = 0; i < series.Count; i++)
        {
            Line(svg, series[i], i, full);
        }

        Ends(svg, series, full);
        return new SvgPicture(null, Top + Plot + 30, svg.ToString(), svg.HasLinks);
    }

    private static void Line(SvgWriter svg, LineSeries series, int number, double full)
    {
        var (points, ink) = (series.Points, _inks[number % _inks.Length]);
        for (var i = 1; i < points.Count; i++)
        {
            if (points[i - 1] is { } from && points[i] is { } to)
            {
                svg.Line(X(i - 1, points.Count), Y(from.Value, full), X(i, points.Count), Y(to.Value, full), ink, 2.5, dashed: number % 2 == 1);
            }
        }

        for (var i = 0; i < points.Count; i++)
        {
            if (points[i] is { } point)
            {
                svg.Open($"{series.Name}. {point.Title}", point.Link);
                svg.Dot(X(i, points.Count), Y(point.Value, full), 4, ink);
                svg.Close(point.Link);
            }
        }
    }

    /// <summary>The names at the lines' ends: over them, the lowest line's under it where there is room, and moved apart where lines end close together.</summary>
    private static void Ends(SvgWriter svg, IReadOnlyList<LineSeries> series, double full)
    {
        var last = double.MinValue;
        var lines = series.Select((s, i) => (Series: s, Ink: _inks[i % _inks.Length])).Where(l => l.Series.Points.Any(p => p is not null))
            .OrderByDescending(l => AtLabel(l.Series.Points).Max()).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, ink) = lines[i];
            var under = Y(AtLabel(line.Points).Min(), full) + LabelGap + 4;
            var lowest = i > 0 && i == lines.Count - 1 && under < Top + Plot;
            last = Math.Max(lowest ? under : Y(AtLabel(line.Points).Max(), full) - 10, last + LabelGap);
            svg.Text(Across.Share(1), last, $"{line.Name}: {line.LastNumber}", ink, "end", bold: true, halo: true);
        }
    }

    /// <summary>The label is as wide as half of a phone's chart: over the highest point there, or under the lowest, it covers nothing of its line.</summary>
    private static IEnumerable<double> AtLabel(IReadOnlyList<LinePoint?> points) =>
        points.Skip(points.Count - Math.Max(1, (points.Count + 1) / 2)).Append(points.Last(p => p is not null)).OfType<LinePoint>().Select(p => p.Value);

    private static Across X(int step, int steps) => Across.Share(steps < 2 ? 0.5 : 0.12 + (0.86 * step / (steps - 1)));

    private static double Y(double value, double full) => Top + (Plot * (1 - Chart.Part(value, full)));
}
