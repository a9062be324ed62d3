using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>The looks of a Word file: a plain type, few colours, every part of a text a named style that a reader can change in Word at once.</summary>
internal static class DocxStyles
{
    public const string Accent = "1D4F7C";

    /// <summary>Word has it everywhere; LibreOffice replaces it by one of the same measures.</summary>
    public const string Font = "Calibri";

    /// <summary>The font above has no Arabic or Hebrew letters.</summary>
    private const string ComplexFont = "Arial";

    public static void AddTo(MainDocumentPart main, string language, bool isRightToLeft) => main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new Styles(
        Defaults(language, isRightToLeft),
        Normal(isRightToLeft),
        Heading("Title", "Title", 40, new SpacingBetweenLines { Before = "0", After = "160", Line = "240", LineRule = LineSpacingRuleValues.Auto }),
        Heading("Heading1", "heading 1", 30, Spacing(320, 100), 0),
        Heading("Heading2", "heading 2", 26, Spacing(240, 100), 1),
        Heading("Heading3", "heading 3", 23, Spacing(200, 100), 2),
        Heading("TOCHeading", "TOC Heading", 30, Spacing(0, 160)),
        Text("Subtitle", "Subtitle", [Spacing(0, 60)], [new Color { Val = "404040" }, .. Size(24)]),
        Text("CoverHeading", "Cover Heading", [new KeepNext(), Spacing(360, 80)], [new Bold(), new BoldComplexScript(), .. Size(24)]),
        Text("Submitter", "Submitter", [new KeepNext(), Spacing(120, 20)], [new Bold(), new BoldComplexScript()]),
        Text("About", "About", [Spacing(0, 20)], [new Color { Val = "404040" }, .. Size(20)]),
        Text("NumberedParagraph", "Numbered Paragraph", [List(DocxNumbering.Paragraphs)], []),
        Text("ListBullet", "List Bullet", [List(DocxNumbering.Bullets), new ContextualSpacing()], []),
        Text("ListBullet2", "List Bullet 2", [List(DocxNumbering.Bullets), new Indentation { Left = "794", Hanging = "284" }, new ContextualSpacing()], []),
        Text("Quote", "Quote", [Bar(isRightToLeft, Accent), new Indentation { Left = "510", Right = "510" }], []),
        Text("Recommendation", "Recommendation", [new KeepLines(), Spacing(0, 100), new Indentation { Left = "510" }], []),
        Text("Question", "Question", [new KeepLines(), Spacing(0, 100), new Indentation { Left = "510" }], []),
        Text("Small", "Small", [], [new Color { Val = "505050" }, .. Size(18)]),
        Text("TableText", "Table Text", [new SpacingBetweenLines { Before = "40", After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto }], [.. Size(20)]),
        Text("TableHead", "Table Head", [new KeepNext(), new SpacingBetweenLines { Before = "40", After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto }], [new Bold(), new BoldComplexScript(), .. Size(20)]),
        Contents("TOC1", "toc 1", 0),
        Contents("TOC2", "toc 2", 284),
        NoteText("Endnote"),
        NoteReference("Endnote"),
        NoteText("Footnote"),
        NoteReference("Footnote"),
        new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = Accent }, new Underline { Val = UnderlineValues.Single })) { Type = StyleValues.Character, StyleId = "Hyperlink" },
        Grid());

    private static Style NoteText(string kind) =>
        Text($"{kind}Text", $"{kind.ToLowerInvariant()} text", [new SpacingBetweenLines { After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto }], [.. Size(18)]);

    private static Style NoteReference(string kind) =>
        new(new StyleName { Val = $"{kind.ToLowerInvariant()} reference" }, new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript })) { Type = StyleValues.Character, StyleId = $"{kind}Reference" };

    private static DocDefaults Defaults(string language, bool isRightToLeft)
    {
        var languages = new Languages { Val = language };
        if (isRightToLeft)
        {
            languages.Bidi = language;
        }

        return new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = ComplexFont }, new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "22" }, languages)),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto })));
    }

    private static Style Normal(bool isRightToLeft)
    {
        var style = new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true };
        if (isRightToLeft)
        {
            style.Append(new StyleParagraphProperties(new BiDi()));
        }

        return style;
    }

    private static Style Heading(string id, string name, int halfPoints, SpacingBetweenLines spacing, int? level = null)
    {
        var paragraph = new StyleParagraphProperties(new KeepNext(), new KeepLines(), spacing);
        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        return new Style(
            new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(), paragraph,
            new StyleRunProperties([new Bold(), new BoldComplexScript(), new Color { Val = Accent }, .. Size(halfPoints)])) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static Style Text(string id, string name, OpenXmlElement[] paragraph, OpenXmlElement[] look)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = id };
        if (paragraph.Length > 0)
        {
            style.Append(new StyleParagraphProperties(paragraph));
        }

        if (look.Length > 0)
        {
            style.Append(new StyleRunProperties(look));
        }

        return style;
    }

    private static Style Contents(string id, string name, int indent) => Text(
        id, name, [new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = DocxPage.TextWidth }), new SpacingBetweenLines { Before = "0", After = "30", Line = "250", LineRule = LineSpacingRuleValues.Auto }, new Indentation { Left = $"{indent}" }], []);

    private static NumberingProperties List(int instance) => new(new NumberingId { Val = instance });

    private static SpacingBetweenLines Spacing(int before, int after) => new() { Before = $"{before}", After = $"{after}" };

    private static OpenXmlElement[] Size(int halfPoints) => [new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" }];

    /// <summary>A line beside the text, on the side where reading begins.</summary>
    private static ParagraphBorders Bar(bool isRightToLeft, string colour) => isRightToLeft
        ? new ParagraphBorders(new RightBorder { Val = BorderValues.Single, Size = 12, Space = 8, Color = colour })
        : new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 12, Space = 8, Color = colour });

    private static Style Grid()
    {
        TableBorders borders = new(
            new TopBorder { Val = BorderValues.Single, Size = 4, Color = "A0A0A0" }, new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "A0A0A0" },
            new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "A0A0A0" }, new RightBorder { Val = BorderValues.Single, Size = 4, Color = "A0A0A0" },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "A0A0A0" }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "A0A0A0" });
        return new Style(new StyleName { Val = "Table Grid" }, new StyleTableProperties(borders, new TableCellMarginDefault(new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table, StyleId = "TableGrid",
        };
    }
}
