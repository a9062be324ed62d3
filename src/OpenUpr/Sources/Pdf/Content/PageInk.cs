namespace OpenUpr.Sources.Pdf.Content;

/// <summary>Letters next to each other: a word, or a part of one.</summary>
internal sealed class Piece
{
    public string Text { get; set; } = "";

    /// <summary>Points from the page's left edge, in the direction in which the piece is read.</summary>
    public double Left { get; set; }

    public double Right { get; set; }

    /// <summary>Points from the page's top edge.</summary>
    public double Baseline { get; set; }

    public double Size { get; set; }

    public bool IsBold { get; set; }

    public bool IsItalic { get; set; }

    /// <summary>True when a space was drawn in front of it.</summary>
    public bool AfterSpace { get; set; }

    /// <summary>True when the file itself says that it belongs to the page, not to the text (tagged as a running head or foot).</summary>
    public bool IsArtifact { get; set; }

    /// <summary>Quarter turns clockwise from upright: 0 to 3.</summary>
    public int Turn { get; set; }
}

/// <summary>A thin line drawn on a page, level or upright; rules of tables and above footnotes.</summary>
internal readonly record struct Stroke(double Left, double Top, double Right, double Bottom)
{
    public bool IsLevel => Right - Left >= Bottom - Top;
}

/// <summary>What stands on one page, in the order in which it was drawn.</summary>
internal sealed class PageInk(double width, double height)
{
    public double Width { get; } = width;

    public double Height { get; } = height;

    public List<Piece> Pieces { get; } = [];

    public List<Stroke> Strokes { get; } = [];

    /// <summary>Letters that were drawn without anything that says which they are.</summary>
    public int UnknownGlyphs { get; set; }

    public int Glyphs { get; set; }
}
