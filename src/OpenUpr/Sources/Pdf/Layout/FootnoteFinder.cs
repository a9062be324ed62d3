using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>
/// Finds notes: small letters below a short rule at the foot of a page, what begins with a mark below such a rule, and small letters
/// that begin with a raised number, as notes at the end of a paper do.
/// </summary>
internal static class FootnoteFinder
{
    /// <summary>Points.</summary>
    private const double ShortestRule = 40;
    private const double LongestRule = 260;
    private const int MaxRules = 50;

    /// <summary>Of the page's height: higher up a short rule is something else.</summary>
    private const double FootZone = 0.3;

    /// <summary>Of the size of most letters in the paper: notes are smaller.</summary>
    private const double SmallSize = 0.93;

    public static void Mark(IReadOnlyList<PageLayout> pages)
    {
        var running = pages.SelectMany(p => p.Lines).Where(l => l.Role == LineRole.Body).ToList();
        if (running.Count == 0)
        {
            return;
        }

        var size = SmallSize * running.GroupBy(l => Math.Round(l.Size * 2)).MaxBy(g => g.Sum(l => l.Text.Length))!.Key / 2;
        foreach (var page in pages)
        {
            MarkBelowRule(page, size);
        }

        MarkNumbered(running, size);
    }

    private static void MarkBelowRule(PageLayout page, double size)
    {
        var body = page.Lines.Where(l => l.Role == LineRole.Body && l.Cell is null).ToList();
        if (body.Count < 2)
        {
            return;
        }

        foreach (var top in Rules(page, body).Order())
        {
            var below = body.Where(l => l.Baseline > top).ToList();
            if (below.Count > 0 && (below.TrueForAll(l => l.Size < size) || BeginsWithSign(below)))
            {
                below.ForEach(l => l.Role = LineRole.Footnote);
                return;
            }
        }
    }

    /// <summary>Short rules near the left margin, drawn or written with underscores.</summary>
    private static IEnumerable<double> Rules(PageLayout page, List<TextLine> body)
    {
        var left = body.Min(l => l.Left) + (0.25 * page.Width);
        var drawn = page.Strokes.Where(s => s.IsLevel && s.Right - s.Left is >= ShortestRule and <= LongestRule && s.Top > FootZone * page.Height && s.Left < left).Take(MaxRules).Where(s => !Touches(page, s)).Select(s => s.Top);
        var written = body.Where(l => l.Baseline > FootZone * page.Height && l.Text.Length >= 5 && l.Text.AsSpan().IndexOfAnyExcept('_', ' ') < 0).Select(l => l.Baseline - 1);
        return drawn.Concat(written);
    }

    /// <summary>Notes of a title have its mark in front and may be as large as the text.</summary>
    private static bool BeginsWithSign(List<TextLine> lines)
    {
        var first = lines.Find(l => l.Text.AsSpan().IndexOfAnyExcept('_', ' ') >= 0);
        return first?.Text[0] is '*' or '∗' or '†' or '‡' or '⁎';
    }

    /// <summary>From a small line with a raised number in front up to the next line of full size, over page breaks too.</summary>
    private static void MarkNumbered(List<TextLine> running, double size)
    {
        var inside = false;
        foreach (var line in running)
        {
            inside = line.Cell is null && line.Size < size && (inside || line.Role == LineRole.Footnote || line.BeginsWithMark);
            if (inside)
            {
                line.Role = LineRole.Footnote;
            }
        }
    }

    /// <summary>True for a rule that is part of a table.</summary>
    private static bool Touches(PageLayout page, Stroke rule) =>
        page.Strokes.Any(s => !s.IsLevel && s.Top <= rule.Bottom + 1 && s.Bottom >= rule.Top - 1 && s.Left >= rule.Left - 2 && s.Right <= rule.Right + 2);
}
