using System.Globalization;
using OpenUpr.App.Resources;

namespace OpenUpr.App.Shared;

/// <summary>Differences and averages in words.</summary>
public static class Differences
{
    /// <summary>The difference of two shares as "5 percentage points more", rounded as the shares themselves are shown.</summary>
    public static string Points(double before, double after)
    {
        var points = (int)(Rounded(after) - Rounded(before));
        return points switch
        {
            0 => ReviewsWords.Points_Same,
            1 => ReviewsWords.Point_More,
            -1 => ReviewsWords.Point_Less,
            > 1 => Numbers.Fill(ReviewsWords.Points_More, points),
            _ => Numbers.Fill(ReviewsWords.Points_Less, -points),
        };
    }

    /// <summary>"12 more", "3 fewer" or "as many".</summary>
    public static string Count(int before, int after) => after == before
        ? ReviewsWords.Count_Same
        : Numbers.Fill(after > before ? ReviewsWords.Count_More : ReviewsWords.Count_Fewer, Numbers.Count(Math.Abs(after - before)));

    /// <summary>74 %.</summary>
    public static string Percent(double share) => $"{Rounded(share).ToString("N0", CultureInfo.CurrentCulture)}\u00a0%";

    /// <summary>188.4.</summary>
    public static string Average(double number) => number.ToString("N1", CultureInfo.CurrentCulture);

    private static double Rounded(double share) => Math.Round(100 * share, MidpointRounding.AwayFromZero);
}
