namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>What a paragraph is in its paper.</summary>
public enum ParagraphRole
{
    Heading,

    /// <summary>A paragraph with a number of its own: "12." or "104.12.".</summary>
    Numbered,

    /// <summary>An item of a list inside a numbered paragraph: "1.", "(a)", "(ii)" or a bullet.</summary>
    Item,

    /// <summary>A paragraph without number.</summary>
    Plain,
}

/// <summary>One paragraph of a paper, its lines joined and hyphenation at line ends undone.</summary>
/// <param name="Number">The numbered paragraph it is or belongs to, without closing full stop: "12", "104.12". Null before the first one.</param>
/// <param name="Items">The way from that paragraph to this item: ["c"] for 12 (c), ["4", "a"] for item 4 (a); empty for the paragraph itself. Bullets add nothing.</param>
/// <param name="Marker">The number, letter or bullet as printed: "104.12.", "(a)", "II."; null where there is none.</param>
/// <param name="Text">Without the marker.</param>
/// <param name="Page">Where it begins, from 1; null in Word files.</param>
/// <param name="Heading">The headings above it, outermost first, joined by " › "; a heading's own path ends with itself.</param>
/// <param name="Lines">The lines it was made of.</param>
public sealed record PaperParagraph(
    ParagraphRole Role, string? Number, IReadOnlyList<string> Items, string? Marker, string Text, int? Page, string? Heading, IReadOnlyList<PaperLine> Lines)
{
    /// <summary>Of a heading: 1 for the outermost.</summary>
    public int Level { get; init; }

    /// <summary>How papers cite it: "12", "104.12", "12 (c)", "60.4 (a)". Null for headings and for paragraphs without number.</summary>
    public string? Label => Role is ParagraphRole.Numbered or ParagraphRole.Item && Number is not null && !IsBullet
        ? Number + string.Concat(Items.Select(i => char.IsAsciiDigit(i[0]) ? "." + i : $" ({i})"))
        : null;

    /// <summary>Its own number as printed, without full stop and brackets: "12", "104.12", "4", "a". Null where it has none.</summary>
    public string? OwnNumber => Role switch
    {
        ParagraphRole.Numbered => Number,
        ParagraphRole.Item when !IsBullet && Items.Count > 0 => Items[^1],
        _ => null,
    };

    /// <summary>True of an item with a dot or a dash instead of a number.</summary>
    public bool IsBullet => Role == ParagraphRole.Item && !(Marker ?? "").Any(char.IsLetterOrDigit);

    /// <summary>True when most of its letters are bold.</summary>
    public bool IsBold => Lines.Sum(l => l.IsBold ? l.Text.Length : -l.Text.Length) > 0;
}
