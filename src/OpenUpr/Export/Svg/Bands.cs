namespace OpenUpr.Export.Svg;

/// <summary>
/// Divides counts into at most five ranges, pale to dark, each with about as many members: counts by State are so uneven that equal steps
/// would paint nearly all alike. Limits are round numbers, so that a legend can be read.
/// </summary>
public sealed class Bands
{
    private Bands(IReadOnlyList<(int From, int To)> ranges) => Ranges = ranges;

    /// <summary>Lowest first; both ends belong to the range. Empty where no count is over zero.</summary>
    public IReadOnlyList<(int From, int To)> Ranges { get; }

    public static Bands Of(IEnumerable<int> counts)
    {
        var sorted = counts.Where(c => c > 0).Order().ToList();
        var ranges = new List<(int, int)>();
        var most = Ink.Bands.Count;
        for (var i = 1; i <= most && sorted.Count > 0; i++)
        {
            var from = ranges.Count == 0 ? sorted[0] : ranges[^1].Item2 + 1;
            var limit = i == most ? sorted[^1] : Math.Min(Rounded(sorted[(int)Math.Ceiling(sorted.Count * i / (double)most) - 1]), sorted[^1]);
            if (limit >= from)
            {
                ranges.Add((from, limit));
            }
        }

        return new Bands(ranges);
    }

    /// <summary>The paint of a count; null for none.</summary>
    public int? Of(int count)
    {
        for (var i = 0; i < Ranges.Count; i++)
        {
            if (count >= Ranges[i].From && count <= Ranges[i].To)
            {
                return Shade(i);
            }
        }

        return null;
    }

    /// <summary>Which of the five shades a range has: few ranges still go from pale to dark.</summary>
    public int Shade(int range) => Ranges.Count < 2 ? Ink.Bands.Count - 2 : (int)Math.Round(range * (Ink.Bands.Count - 1) / (Ranges.Count - 1.0));

    /// <summary>Up to the next 5 from 10, the next 10 from 100, the next 100 from 1,000, and so on.</summary>
    private static int Rounded(int value)
    {
        var step = value < 10 ? 1L : value < 100 ? 5 : 10;
        for (var rest = value; rest >= 1000; rest /= 10)
        {
            step *= 10;
        }

        return (int)Math.Min(int.MaxValue, (value + step - 1) / step * step);
    }
}
