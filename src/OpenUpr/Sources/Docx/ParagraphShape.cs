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
    };

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
