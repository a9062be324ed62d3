using OpenUpr.Export.Docx;

namespace OpenUpr.Drafting.Studio;

/// <summary>The page that is being filled. Points.</summary>
internal sealed class EstimatedPage
{
    public const double Width = DocxPage.TextWidth / 20.0, Height = DocxPage.TextHeight / 20.0;

    private double _used;
    private double _after;
    private bool _isBroken;

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public double Filled => Math.Min(1, _used / Height);

    public void Break()
    {
        Number++;
        (_used, _after, _isBroken) = (0, 0, true);
    }

    /// <summary>Puts a paragraph down, on the next page or on both where it does not fit: never a single first or last line alone, as Word and LibreOffice do.</summary>
    /// <param name="following">Points that must stand on the same page below it.</param>
    public void Add(LineLook look, int lines, double following)
    {
        // Of two distances that meet the larger holds; at the head of a page there is none, unless the writer wanted the page to begin.
        var before = _used == 0 && !_isBroken ? 0 : Math.Max(_after, look.Before);
        _isBroken = false;
        var (height, room) = (look.Height * lines, Height - _used - before);
        var isWhole = look.KeepsTogether || look.KeepsNext || lines <= 3;
        if (height + following <= room || (_used == 0 && height <= Height))
        {
            _used += before + height;
        }
        else
        {
            var fitting = isWhole && height <= Height ? 0 : (int)(room / look.Height);
            fitting = lines - fitting == 1 ? fitting - 1 : fitting;
            var rest = fitting < 2 ? lines : lines - fitting;
            Number++;
            var perPage = Math.Max(1, (int)(Height / look.Height));
            Number += (rest - 1) / perPage;
            _used = (((rest - 1) % perPage) + 1) * look.Height;
        }

        _after = look.After;
    }
}
