namespace OpenUpr.Sources.Papers;

/// <summary>What a line of a paper is. Only <see cref="Body"/> belongs to the running text.</summary>
public enum LineRole
{
    Body,

    /// <summary>Repeated at the top of pages, such as the symbol.</summary>
    RunningHead,

    /// <summary>Repeated at the foot of pages.</summary>
    Footer,
    PageNumber,

    /// <summary>A footnote, or an endnote where the reader can tell.</summary>
    Footnote,
}

/// <summary>Where a line stands in a table, each from 0; rows and cells run over page breaks where the reader can tell.</summary>
public readonly record struct CellPlace(int Table, int Row, int Column);

/// <summary>One line of a PDF as laid out, or one paragraph of a Word file with its resolved list number in front.</summary>
/// <param name="Page">From 1; null in Word files, which have no pages until they are laid out.</param>
/// <param name="Text">Words separated by one space. Hyphens at the line's end stay: joining lines is the next step's work.</param>
public sealed record PaperLine(int? Page, string Text)
{
    public LineRole Role { get; init; }

    /// <summary>Points from the page's left edge, 0 in Word files (there: the paragraph's indent).</summary>
    public double Left { get; init; }

    public double Right { get; init; }

    /// <summary>Points from the page's top edge to the baseline, 0 in Word files.</summary>
    public double Baseline { get; init; }

    /// <summary>Size of most of its letters in points; 0 where unknown.</summary>
    public double Size { get; init; }

    /// <summary>True when most of its letters are bold (or italic).</summary>
    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    /// <summary>Null outside tables.</summary>
    public CellPlace? Cell { get; init; }
}

/// <summary>A paper as text in reading order, whatever file it came in.</summary>
/// <param name="Lines">Every line with its role.</param>
/// <param name="Pages">0 for Word files.</param>
public sealed record PaperText(IReadOnlyList<PaperLine> Lines, int Pages, string MediaType)
{
    /// <summary>The day on which the file says that it was last saved; null where it does not say. Only a hint: files are saved again long after they were written.</summary>
    public DateOnly? WrittenOn { get; init; }

    /// <summary>The running text without what repeats on every page and without notes.</summary>
    public IEnumerable<PaperLine> Body => Lines.Where(l => l.Role == LineRole.Body);
}
