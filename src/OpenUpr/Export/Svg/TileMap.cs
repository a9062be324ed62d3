using OpenUpr.Reviews;

namespace OpenUpr.Export.Svg;

/// <summary>A State on the map.</summary>
/// <param name="Title">In words: the State's name and its number.</param>
public sealed record Tile(TilePlace Place, int Count, string Title, string? Link = null);

/// <summary>The world as equal squares, one a State, so that the smallest is as easy to see as the largest.</summary>
public static class TileMap
{
    private const double Unit = 30;
    private const double Size = 28;
    private const double LegendLine = 22;

    /// <summary>Columns that the legend covers, where the map leaves its lower corner free.</summary>
    private const int LegendColumns = 7;

    /// <param name="range">Writes a range of the legend in words.</param>
    /// <param name="none">What the legend calls a State without any.</param>
    public static SvgPicture Draw(IReadOnlyList<Tile> tiles, Func<int, int, string> range, string none)
    {
        var svg = new SvgWriter();
        var bands = Bands.Of(tiles.Select(t => t.Count));
        svg.OpenCentred(11);
        foreach (var tile in tiles)
        {
            var (x, y) = (tile.Place.Column * Unit, tile.Place.Row * Unit);
            var shade = bands.Of(tile.Count);
            svg.Open(tile.Title, tile.Link, reachable: false);
            svg.Tile(x + 1, y + 1, Size, shade is { } band ? Ink.Bands[band] : null);
            svg.Centred(x + (Unit / 2), y + 19, tile.Place.Iso3, shade is { } dark ? Ink.OnBand(dark) : Ink.Quiet);
            svg.Close(tile.Link);
        }

        svg.CloseGroup();
        var columns = tiles.Select(t => t.Place.Column + 1).DefaultIfEmpty(1).Max();
        var rows = tiles.Select(t => t.Place.Row + 1).DefaultIfEmpty(1).Max();
        var lines = (int)Math.Ceiling((bands.Ranges.Count + 1) * LegendLine / Unit);
        var free = !tiles.Any(t => t.Place.Column < LegendColumns && t.Place.Row >= rows - lines);
        var top = (free ? rows - lines : rows + 0.5) * Unit;
        Legend(svg, bands, top, range, none);
        return new SvgPicture(Math.Max(columns, LegendColumns + 2) * Unit, free ? rows * Unit : top + ((bands.Ranges.Count + 1) * LegendLine), svg.ToString(), svg.HasLinks);
    }

    private static void Legend(SvgWriter svg, Bands bands, double top, Func<int, int, string> range, string none)
    {
        for (var i = 0; i < bands.Ranges.Count; i++)
        {
            svg.Rect(1, top + (i * LegendLine), 16, 16, Ink.Bands[bands.Shade(i)]);
            svg.Text(24, top + (i * LegendLine) + 13, range(bands.Ranges[i].From, bands.Ranges[i].To), Ink.Text, size: 13);
        }

        var last = top + (bands.Ranges.Count * LegendLine);
        svg.Tile(1.5, last, 15, null);
        svg.Text(24, last + 13, none, Ink.Text, size: 13);
    }
}
