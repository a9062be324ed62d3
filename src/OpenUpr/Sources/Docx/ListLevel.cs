namespace OpenUpr.Sources.Docx;

/// <summary>One level of a list.</summary>
internal sealed record ListLevel
{
    /// <summary>The first number; 0 where the list says nothing (ECMA-376, part 1, 17.9.25).</summary>
    public int Start { get; init; }

    /// <summary>"decimal", "lowerLetter", "bullet", ...</summary>
    public string Format { get; init; } = "decimal";

    /// <summary>The label with %1 to %9 for the numbers of the levels, such as "%1.%2".</summary>
    public string Text { get; init; } = "";

    /// <summary>What follows the label: a space (or tab), or nothing.</summary>
    public bool IsGlued { get; init; }

    /// <summary>When it begins anew: 0 never, n when level n (from 1) or one above counts, null when any level above does.</summary>
    public int? Restart { get; init; }

    /// <summary>All numbers of the label in Arabic figures.</summary>
    public bool IsLegal { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>The paragraph style that stands for this level.</summary>
    public string? Style { get; init; }

    /// <summary>Points.</summary>
    public double? Left { get; init; }

    /// <summary>Reads a lvl.</summary>
    public static ListLevel Read(WordXml xml)
    {
        var level = new ListLevel();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            level = ReadChild(xml, level);
        }

        return level;
    }

    private static ListLevel ReadChild(WordXml xml, ListLevel level) => xml.Name switch
    {
        "start" => level with { Start = xml.Whole("val") ?? 0 },
        "numFmt" => level with { Format = xml.Val ?? "decimal" },
        "lvlText" => level with { Text = xml.Val ?? "" },
        "suff" => level with { IsGlued = xml.Val == "nothing" },
        "lvlRestart" => level with { Restart = xml.Whole("val") },
        "isLgl" => level with { IsLegal = xml.IsOn },
        "pStyle" => level with { Style = xml.Val },
        "pPr" => level with { Left = ParagraphShape.Read(xml).Left },
        "rPr" => level with { IsHidden = RunLook.Read(xml).Hidden ?? false },
        "AlternateContent" => ReadFallback(xml, level),
        _ => level,
    };

    /// <summary>Formats of Word 2010 stand beside one that everything understands.</summary>
    private static ListLevel ReadFallback(WordXml xml, ListLevel level)
    {
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            var within = xml.Name == "Fallback" ? xml.Enter() : -1;
            while (xml.Next(within))
            {
                level = xml.Name == "numFmt" ? level with { Format = xml.Val ?? "decimal" } : level;
            }
        }

        return level;
    }
}
