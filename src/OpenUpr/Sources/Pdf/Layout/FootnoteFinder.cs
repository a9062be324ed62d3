using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>Finds footnotes: small letters below a short rule at the foot of a page, or small letters there that begin with a mark.</summary>
internal static class FootnoteFinder
{
    /// <summary>Points.</summary>
    private const double ShortestRule = 40;
    private const double LongestRule = 260;

    /// <summary>Of the size of most text: footnotes are smaller.</summary>
    private const double SmallSize = 0.93;

    public static void Mark(PageLayout page)
    {
        var body = page.Lines.Where(l => l.Role == LineRole.Body).ToList();
        if (body.Count < 2)
        {
            return;
        }

        var size = body.GroupBy(l => Math.Round(l.Size * 2)).MaxBy(g => g.Sum(l => l.Text.Length))!.Key / 2;
        var rule = Rule(page, body, size);
        if (rule is not { } top)
        {
            return;
        }

        foreach (var line in body.Where(l => l.Baseline > top && l.Cell is null))
        {
            line.Role = LineRole.Footnote;
        }
    }

    /// <summary>The height of a short rule near the left margin with nothing but small letters below it.</summary>
    private static double? Rule(PageLayout page, List<TextLine> body, double size)
    {
        var left = body.Min(l => l.Left);
        foreach (var stroke in page.Strokes.Where(s => s.IsLevel && s.Right - s.Left is >= ShortestRule and <= LongestRule && s.Top > 0.3 * page.Height).OrderBy(s => s.Top))
        {
            var below = body.Where(l => l.Baseline > stroke.Top).ToList();
            if (below.Count > 0 && stroke.Left < left + (0.25 * page.Width) && below.TrueForAll(l => l.Size < SmallSize * size) && !Touches(page, stroke))
            {
                return stroke.Top;
            }
        }

        return null;
    }

    /// <summary>True for a rule that is part of a table.</summary>
    private static bool Touches(PageLayout page, Content.Stroke rule) =>
        page.Strokes.Any(s => !s.IsLevel && s.Top <= rule.Bottom + 1 && s.Bottom >= rule.Top - 1 && s.Left >= rule.Left - 2 && s.Right <= rule.Right + 2);
}
