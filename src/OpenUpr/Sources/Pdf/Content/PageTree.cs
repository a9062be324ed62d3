using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Content;

/// <summary>A page with what it inherits.</summary>
/// <param name="Width">Points, as the page is seen.</param>
/// <param name="ToSeen">From the page's own coordinates to points from its top left corner, downwards, as it is seen.</param>
internal sealed record PdfPage(PdfDictionary Dictionary, PdfDictionary? Resources, double Width, double Height, Matrix ToSeen);

/// <summary>Finds the pages of a document in their order (ISO 32000-1, 7.7.3).</summary>
internal static class PageTree
{
    private const double UsualWidth = 612;
    private const double UsualHeight = 792;
    private const double MaxSide = 20_000;

    /// <exception cref="SourceException">The document names pages that are not in it: half a paper must not pass for a whole one.</exception>
    public static List<PdfPage> Pages(PdfObjects objects)
    {
        var (pages, lost) = Walk(objects);
        if ((pages.Count == 0 || lost > 0) && objects.Rebuild())
        {
            (pages, lost) = Walk(objects);
        }

        var found = pages.Count > 0 ? pages : Search(objects);
        if (found.Count > 0 && found.Count < pages.Count + lost)
        {
            throw PdfError.Damaged($"only {found.Count} of its {pages.Count + lost} pages are in it");
        }

        // A cut-off file often keeps its catalogue and loses the list of pages that the catalogue names.
        var isListLost = objects.Catalog() is null && objects.Trailer["Root"].Dictionary?.Raw("Pages").Kind == PdfKind.Reference;
        return found.Count > 0 && isListLost ? throw PdfError.Damaged("the list of its pages is missing, and perhaps pages with it") : found;
    }

    private static (List<PdfPage> Pages, int Lost) Walk(PdfObjects objects)
    {
        var (pages, lost) = (new List<PdfPage>(), 0);
        if (objects.Catalog()?["Pages"].Dictionary is not { } root)
        {
            return (pages, lost);
        }

        var seen = new HashSet<PdfDictionary>();
        var waiting = new Stack<(PdfDictionary Node, Inherited From)>([(root, new Inherited(null, null, null))]);
        while (waiting.TryPop(out var next))
        {
            objects.Budget.Step();
            var (node, from) = next;
            if (!seen.Add(node))
            {
                continue;
            }

            var here = from.With(node);
            if (node["Kids"].Array is { } kids && node["Type"].Name != "Page")
            {
                for (var i = Math.Min(kids.Count, PdfBudget.MaxObjects) - 1; i >= 0; i--)
                {
                    if (kids[i].Dictionary is { } kid)
                    {
                        waiting.Push((kid, here));
                    }
                    else
                    {
                        lost++;
                    }
                }

                continue;
            }

            Add(pages, node, here);
        }

        return (pages, lost);
    }

    /// <summary>Every page object in the order of numbers, where no tree leads to them.</summary>
    private static List<PdfPage> Search(PdfObjects objects)
    {
        var pages = new List<PdfPage>();
        foreach (var number in objects.Numbers.Order().ToList())
        {
            if (objects.Get(number).Dictionary is { } node && node["Type"].Name == "Page")
            {
                Add(pages, node, new Inherited(null, null, null).With(node));
            }
        }

        return pages;
    }

    private static void Add(List<PdfPage> pages, PdfDictionary node, Inherited here)
    {
        if (pages.Count >= PdfBudget.MaxPages)
        {
            throw PdfError.TooMuch($"it has more than {PdfBudget.MaxPages} pages");
        }

        pages.Add(Page(node, here));
    }

    private static PdfPage Page(PdfDictionary node, Inherited from)
    {
        var box = from.Box ?? [0, 0, UsualWidth, UsualHeight];
        var (left, right) = (Math.Min(box[0], box[2]), Math.Max(box[0], box[2]));
        var (bottom, top) = (Math.Min(box[1], box[3]), Math.Max(box[1], box[3]));
        if (right - left is < 1 or > MaxSide || top - bottom is < 1 or > MaxSide)
        {
            (left, bottom, right, top) = (0, 0, UsualWidth, UsualHeight);
        }

        var (width, height) = (right - left, top - bottom);
        var rotate = (((from.Rotate ?? 0) % 360) + 360) % 360;
        return rotate switch
        {
            90 => new(node, from.Resources, height, width, new Matrix(0, 1, 1, 0, -bottom, -left)),
            180 => new(node, from.Resources, width, height, new Matrix(-1, 0, 0, 1, right, -bottom)),
            270 => new(node, from.Resources, height, width, new Matrix(0, -1, -1, 0, top, right)),
            _ => new(node, from.Resources, width, height, new Matrix(1, 0, 0, -1, -left, top)),
        };
    }

    /// <summary>What a page takes from the nodes above it unless it says otherwise.</summary>
    private sealed record Inherited(PdfDictionary? Resources, double[]? Box, int? Rotate)
    {
        public Inherited With(PdfDictionary node) => new(
            node["Resources"].Dictionary ?? Resources,
            node["CropBox"].Array?.Numbers(4) ?? node["MediaBox"].Array?.Numbers(4) ?? Box,
            node["Rotate"] is { IsNumber: true } rotate ? rotate.Int : Rotate);
    }
}
