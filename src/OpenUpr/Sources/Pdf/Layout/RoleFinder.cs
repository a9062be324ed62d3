using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>Tells what repeats on pages and what stands below them from the running text.</summary>
internal static class RoleFinder
{
    /// <summary>Of the page's height: where heads and feet stand.</summary>
    private const double HeadZone = 0.13;
    private const double FootZone = 0.88;

    /// <summary>Points: a head stands at the same height on every page.</summary>
    private const double SameHeight = 6;

    public static void Mark(IReadOnlyList<PageLayout> pages)
    {
        MarkRepeated(pages);
        foreach (var page in pages)
        {
            MarkFrontFoot(page);
        }

        FootnoteFinder.Mark(pages);
    }

    private static void MarkRepeated(IReadOnlyList<PageLayout> pages)
    {
        var places = new Dictionary<string, List<(int Page, double Baseline)>>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var line in Margins(page))
            {
                var key = Pattern(line.Text);
                if (!places.TryGetValue(key, out var list))
                {
                    places[key] = list = [];
                }

                list.Add((page.Number, line.Baseline));
            }
        }

        foreach (var page in pages)
        {
            foreach (var line in Margins(page))
            {
                var others = places[Pattern(line.Text)].Count(p => p.Page != page.Number && Math.Abs(p.Baseline - line.Baseline) < SameHeight);
                var isNumber = PageNumbers.IsOne(line.Text);
                if (line.IsArtifact || others >= Math.Max(1, (pages.Count - 1) / 6) || (isNumber && page.Number > 1 && (others > 0 || pages.Count < 4)))
                {
                    line.Role = isNumber ? LineRole.PageNumber : line.Baseline < page.Height / 2 ? LineRole.RunningHead : LineRole.Footer;
                }
            }
        }
    }

    private static IEnumerable<TextLine> Margins(PageLayout page) =>
        page.Lines.Where(l => l.Baseline < HeadZone * page.Height || l.Baseline > FootZone * page.Height);

    /// <summary>The text without its numbers.</summary>
    private static string Pattern(string text) => string.Concat(text.Where(c => !char.IsDigit(c) && c is not (' ' or '|')));

    /// <summary>The foot of a front page stands there once: the job number of the printers (GE.08-13789), and what stands beside and below it.</summary>
    private static void MarkFrontFoot(PageLayout page)
    {
        var job = page.Lines.FindIndex(l => l.Baseline > 0.8 * page.Height && PageNumbers.IsJobNumber(l.Text));
        if (job < 0)
        {
            return;
        }

        var from = page.Lines[job].Baseline - (1.5 * page.Lines[job].Size);
        foreach (var line in page.Lines.Where(l => l.Baseline >= from && l.Role == LineRole.Body))
        {
            line.Role = LineRole.Footer;
        }
    }
}
