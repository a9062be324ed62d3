namespace OpenUpr.Sources.Docx;

/// <summary>The named styles of a document, each with what it inherits (ECMA-376, part 1, 17.7).</summary>
internal sealed class StyleSheet
{
    private const int MaxChain = 30;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Style> _resolved = new(StringComparer.Ordinal);
    private RunLook _default = new();
    private string? _defaultParagraph;

    public static StyleSheet Read(WordXml? xml)
    {
        var sheet = new StyleSheet();
        if (xml is not null && xml.ToRoot())
        {
            var inside = xml.Enter();
            while (xml.Next(inside))
            {
                sheet.ReadChild(xml);
            }
        }

        return sheet;
    }

    /// <summary>A paragraph style with all that it inherits; the default one when it is not named.</summary>
    public Style Paragraph(string? id) => Resolve(id ?? _defaultParagraph ?? "");

    public string? NumberingIdOf(string listStyle) => _styles.GetValueOrDefault(listStyle)?.Shape.NumberingId;

    /// <summary>How a run looks: what it says itself, else its style and its paragraph's, which cancel each other out where both switch (17.7.3).</summary>
    public RunLook Look(RunLook run, Style paragraph)
    {
        var named = run.Style is null ? new RunLook() : Resolve(run.Style).Look;
        return new RunLook
        {
            Bold = run.Bold ?? (Either(named.Bold, paragraph.Look.Bold) ?? _default.Bold),
            Italic = run.Italic ?? (Either(named.Italic, paragraph.Look.Italic) ?? _default.Italic),
            Hidden = run.Hidden ?? (Either(named.Hidden, paragraph.Look.Hidden) ?? _default.Hidden),
            Size = run.Size ?? named.Size ?? paragraph.Look.Size ?? _default.Size,
            Font = run.Font ?? named.Font ?? paragraph.Look.Font ?? _default.Font,
            Language = run.Language ?? named.Language ?? paragraph.Look.Language ?? _default.Language,
        };
    }

    private static bool? Either(bool? one, bool? other) => one is null ? other : other is null ? one : one ^ other;

    private void ReadChild(WordXml xml)
    {
        if (xml.Name == "docDefaults")
        {
            var inside = xml.Enter();
            while (xml.Next(inside))
            {
                var within = xml.Name == "rPrDefault" ? xml.Enter() : -1;
                while (xml.Next(within))
                {
                    _default = RunLook.Read(xml);
                }
            }
        }
        else if (xml.Name == "style" && xml.Attribute("styleId") is { } id)
        {
            if (xml.Attribute("type") is "paragraph" or null && xml.Attribute("default") is "1" or "true" or "on")
            {
                _defaultParagraph = id;
            }

            _styles[id] = ReadStyle(xml, id);
        }
    }

    private static Style ReadStyle(WordXml xml, string id)
    {
        var style = new Style { Id = id };
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            style = xml.Name switch
            {
                "basedOn" => style with { BasedOn = xml.Val },
                "name" => style with { Name = xml.Val ?? id },
                "rPr" => style with { Look = RunLook.Read(xml) },
                "pPr" => style with { Shape = ParagraphShape.Read(xml) },
                _ => style,
            };
        }

        return style;
    }

    private Style Resolve(string id)
    {
        if (_resolved.TryGetValue(id, out var known))
        {
            return known;
        }

        var style = _styles.GetValueOrDefault(id) ?? new Style { Id = id };
        var lineage = new List<string> { id };
        for (var parent = style.BasedOn; parent is not null && lineage.Count < MaxChain && !lineage.Contains(parent); parent = _styles.GetValueOrDefault(parent)?.BasedOn)
        {
            lineage.Add(parent);
            if (_styles.TryGetValue(parent, out var inherited))
            {
                style = style with { Look = style.Look.Over(inherited.Look), Shape = style.Shape.Over(inherited.Shape) };
            }
        }

        return _resolved[id] = style with { Lineage = lineage };
    }
}

/// <summary>A named style.</summary>
internal sealed record Style
{
    public required string Id { get; init; }

    /// <summary>What Word calls it in English whatever language its menus speak, such as "heading 1"; ids are translated.</summary>
    public string Name { get; init; } = "";

    public string? BasedOn { get; init; }

    public RunLook Look { get; init; } = new();

    public ParagraphShape Shape { get; init; } = new();

    /// <summary>Its own name and those of the styles that it is based on, nearest first.</summary>
    public IReadOnlyList<string> Lineage { get; init; } = [];
}
