namespace OpenUpr.Sources.Docx;

/// <summary>What a style or a run says about the look of its letters; null where it leaves it open.</summary>
internal sealed record RunLook
{
    public string? Style { get; init; }

    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>Points.</summary>
    public double? Size { get; init; }

    /// <summary>Name of the font for Latin letters; null where a theme or nothing names it.</summary>
    public string? Font { get; init; }

    /// <summary>Language tag for spelling, such as "en-GB".</summary>
    public string? Language { get; init; }

    /// <summary>A tracked change of the look, or of a paragraph's mark.</summary>
    public bool IsChanged { get; init; }

    /// <summary>For a paragraph's mark: it was deleted, so that the paragraph runs on into the next.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Reads an rPr.</summary>
    public static RunLook Read(WordXml xml)
    {
        var look = new RunLook();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            look = xml.Name switch
            {
                "rStyle" => look with { Style = xml.Val },
                "b" => look with { Bold = xml.IsOn },
                "i" => look with { Italic = xml.IsOn },
                "vanish" => look with { Hidden = xml.IsOn },
                "sz" => look with { Size = xml.Number("val") / 2 },
                "rFonts" => look with { Font = xml.Attribute("ascii") },
                "lang" => look with { Language = xml.Val },
                "del" or "moveFrom" => look with { IsDeleted = true, IsChanged = true },
                "ins" or "moveTo" or "rPrChange" => look with { IsChanged = true },
                _ => look,
            };
        }

        return look;
    }

    /// <summary>What this leaves open is as in the other.</summary>
    public RunLook Over(RunLook other) => this with
    {
        Bold = Bold ?? other.Bold,
        Italic = Italic ?? other.Italic,
        Hidden = Hidden ?? other.Hidden,
        Size = Size ?? other.Size,
        Font = Font ?? other.Font,
        Language = Language ?? other.Language,
    };
}
