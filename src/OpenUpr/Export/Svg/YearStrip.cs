using System.Globalization;

namespace OpenUpr.Export.Svg;

/// <summary>Something with days on a lane of a strip.</summary>
/// <param name="IsOpen">Its days may still move: it is drawn pale.</param>
public sealed record StripMark(DateOnly From, DateOnly To, string Title, bool IsOpen);

/// <summary>A lane of a strip: its name and what stands on it.</summary>
public sealed record StripLane(string Name, IReadOnlyList<StripMark> Marks);

/// <summary>Years from left to right, and on lanes one above the other what falls on which days. A table with the same belongs beside it.</summary>
public static class YearStrip
{
    private const double Top = 26;
    private const double Lane = 42;
    private const double Bar = 14;

    /// <summary>Share of the width that a single day has at least: else it could not be seen.</summary>
    private const double Least = 0.005;

    /// <param name="first">1 January of the first year.</param>
    /// <param name="years">How many years the strip has.</param>
    public static SvgPicture Draw(DateOnly first, int years, DateOnly today, IReadOnlyList<StripLane> lanes)
    {
        var svg = new SvgWriter();
        double whole = first.AddYears(years).DayNumber - first.DayNumber;
        double Place(DateOnly day) => Math.Clamp((day.DayNumber - first.DayNumber) / whole, 0, 1);
        var height = Top + (Lane * lanes.Count);
        for (var year = 0; year < years; year++)
        {
            var x = Across.Share(Place(first.AddYears(year)));
            svg.Line(x, 0, x, height, Ink.Rule);
            svg.Text(x, 14, (first.Year + year).ToString(CultureInfo.InvariantCulture), Ink.Quiet, size: 12, dx: 4);
        }

        if (today >= first && today < first.AddYears(years))
        {
            var x = Across.Share(Place(today));
            svg.Line(x, 0, x, height, Ink.Text, 2, dashed: true);
        }

        for (var i = 0; i < lanes.Count; i++)
        {
            var y = Top + (Lane * i);
            svg.Text(4, y + 12, Chart.Short(lanes[i].Name), Ink.Text, size: 13, halo: true);
            foreach (var mark in lanes[i].Marks.Where(m => m.To >= first && m.From < first.AddYears(years)))
            {
                var left = Math.Min(Place(mark.From), 1 - Least);
                svg.Open(mark.Title, null);
                svg.Rect(Across.Share(left), y + 18, Across.Share(Math.Max(Place(mark.To.AddDays(1)) - left, Least)), Bar, mark.IsOpen ? Ink.Bands[1] : Ink.Bar, edged: true);
                svg.Close(null);
            }
        }

        return new SvgPicture(null, height, svg.ToString(), svg.HasLinks);
    }
}
