namespace OpenUpr.Sources.Docx;

/// <summary>What a style or a paragraph says about its list number and its place; null where it leaves it open.</summary>
internal sealed record ParagraphShape
{
    public string? Style { get; init; }

    /// <summary>"0" takes the paragraph out of its style's list.</summary>
    public string? NumberingId { get; init; }

    /// <summary>From 0.</summary>
    public int? Level { get; init; }

    /// <summary>Points.</summary>
    public double? Left { get; init; }

    /// <summary>From 0 to 8 for a heading, 9 for text; null where it is not said.</summary>
    public int? Outline { get; init; }

    /// <summary>It begins a page.</summary>
    public bool StartsPage { get; init; }

    /// <summary>It is the last of a section whose next one begins a page.</summary>
    public bool EndsPage { get; init; }

    /// <summary>Its shape was changed while changes were tracked.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Of the paragraph's mark.</summary>
    public RunLook Mark { get; init; } = new();

    /// <summary>Reads a pPr.</summary>
    public static ParagraphShape Read(WordXml xml)
    {
        var shape = new ParagraphShape();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            shape = xml.Name switch
            {
                "pStyle" => shape with { Style = xml.Val },
                "numPr" => ReadNumber(xml, shape),
                "ind" => shape with { Left = (xml.Number("left") ?? xml.Number("start")) / 20 },
                "outlineLvl" => shape with { Outline = xml.Whole("val") },
                "pageBreakBefore" => shape with { StartsPage = xml.IsOn },
                "sectPr" => shape with { EndsPage = !IsContinuous(xml) },
                "pPrChange" => shape with { IsChanged = true },
                "rPr" => shape with { Mark = RunLook.Read(xml) },
                _ => shape,
            };
        }

        return shape;
    }

    public ParagraphShape Over(ParagraphShape other) => this with
    {
        NumberingId = NumberingId ?? other.NumberingId,
        // A style that names a list begins at that list's level, not at its parent's.
        Level = Level ?? (NumberingId is null ? other.Level : null),
        Left = Left ?? other.Left,
        Outline = Outline ?? other.Outline,
        StartsPage = StartsPage || other.StartsPage,
    };

    private static bool IsContinuous(WordXml xml)
    {
        var isContinuous = false;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            isContinuous |= xml.Name == "type" && xml.Val == "continuous";
        }

        return isContinuous;
    }

    private static ParagraphShape ReadNumber(WordXml xml, ParagraphShape shape)
    {
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            shape = xml.Name switch
            {
                "ilvl" => shape with { Level = xml.Whole("val") },
                "numId" => shape with { NumberingId = xml.Val },
                _ => shape,
            };
        }

        return shape;
    }
}
