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

    /// <summary>A head stands on one page of so many at least: those of left and right pages and of annexes differ.</summary>
    private const int OnEvery = 6;
    private const int FewPages = 4;

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
        var places = Count(pages);
        foreach (var page in pages)
        {
            foreach (var line in Margins(page))
            {
                // A height near the edge of its step is counted with the next one.
                var (pattern, step) = (Pattern(line.Text), Step(line));
                var others = Enumerable.Range(step - 1, 3).Sum(s => places.GetValueOrDefault((pattern, s)).Pages) - 1;
                var isNumber = PageNumbers.IsOne(line.Text);
                if (line.IsArtifact || others >= Math.Max(1, (pages.Count - 1) / OnEvery) || (isNumber && page.Number > 1 && (others > 0 || pages.Count < FewPages)))
                {
                    line.Role = isNumber ? LineRole.PageNumber : line.Baseline < page.Height / 2 ? LineRole.RunningHead : LineRole.Footer;
                }
            }
        }
    }

    /// <summary>On how many pages a text stands at a height.</summary>
    private static Dictionary<(string Pattern, int Step), (int Pages, int Last)> Count(IReadOnlyList<PageLayout> pages)
    {
        var places = new Dictionary<(string Pattern, int Step), (int Pages, int Last)>();
        foreach (var page in pages)
        {
            foreach (var line in Margins(page))
            {
                var key = (Pattern(line.Text), Step(line));
                var known = places.GetValueOrDefault(key);
                if (known.Last != page.Number)
                {
                    places[key] = (known.Pages + 1, page.Number);
                }
            }
        }

        return places;
    }

    private static int Step(TextLine line) => (int)Math.Clamp(line.Baseline / SameHeight, int.MinValue / 2, int.MaxValue / 2);

    private static IEnumerable<TextLine> Margins(PageLayout page) =>
        page.Lines.Where(l => l.Baseline < HeadZone * page.Height || l.Baseline > FootZone * page.Height);

    /// <summary>The text without a page's number in front or behind; a number within is part of what repeats.</summary>
    private static string Pattern(string text) =>
        PageNumbers.IsOne(text) ? string.Concat(text.Where(char.IsLetter)) : string.Concat(text.AsSpan().Trim("0123456789 |").ToString().Where(c => c != ' '));

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
