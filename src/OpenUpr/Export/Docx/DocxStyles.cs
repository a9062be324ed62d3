using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>The looks of a Word file: A4, a plain type, few colours, lists with points, page numbers at the foot.</summary>
internal static class DocxStyles
{
    /// <summary>Of a page, in twentieths of a point.</summary>
    public const int TextWidth = 11906 - (2 * Margin);

    private const int Margin = 1304;
    private const string Accent = "1D4F7C";
    private const string Font = "Calibri";

    public static void AddTo(MainDocumentPart main, string language)
    {
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font }, new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "22" }, new Languages { Val = language })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            Named("Title", "Title", "40", bold: true, before: "0", keep: true),
            Named("Heading1", "heading 1", "30", bold: true, before: "320", keep: true, level: 0),
            Named("Heading2", "heading 2", "26", bold: true, before: "240", keep: true, level: 1),
            Named("Heading3", "heading 3", "23", bold: true, before: "200", keep: true, level: 2),
            new Style(
                new StyleName { Val = "Quote" }, new BasedOn { Val = "Normal" }, new PrimaryStyle(),
                new StyleParagraphProperties(new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 12, Space = 8, Color = Accent }), new Indentation { Left = "284", Right = "284" })) { Type = StyleValues.Paragraph, StyleId = "Quote" },
            new Style(new StyleName { Val = "Small" }, new BasedOn { Val = "Normal" }, new StyleRunProperties(new Color { Val = "505050" }, new FontSize { Val = "18" })) { Type = StyleValues.Paragraph, StyleId = "Small", CustomStyle = true },
            new Style(
                new StyleName { Val = "Table Text" }, new BasedOn { Val = "Normal" }, new StyleParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto }),
                new StyleRunProperties(new FontSize { Val = "20" })) { Type = StyleValues.Paragraph, StyleId = "TableText", CustomStyle = true },
            new Style(
                new StyleName { Val = "List Bullet" }, new BasedOn { Val = "Normal" }, new PrimaryStyle(),
                new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 }), new ContextualSpacing())) { Type = StyleValues.Paragraph, StyleId = "ListBullet" },
            new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = Accent }, new Underline { Val = UnderlineValues.Single })) { Type = StyleValues.Character, StyleId = "Hyperlink" },
            Grid());
        main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = new Numbering(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.SingleLevel },
                new Level(
                    new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }, new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(new Indentation { Left = "426", Hanging = "284" })) { LevelIndex = 0 }) { AbstractNumberId = 1 },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
    }

    /// <summary>The page: size, margins, its number at the foot where it has one. It is the last thing of a body.</summary>
    public static SectionProperties Section(MainDocumentPart main, bool hasPageNumbers)
    {
        var section = new SectionProperties(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 720, Footer = 720, Gutter = 0 });
        if (hasPageNumbers)
        {
            section.PrependChild(new FooterReference { Type = HeaderFooterValues.Default, Id = Foot(main) });
        }

        return section;
    }

    private static string Foot(MainDocumentPart main)
    {
        var foot = main.AddNewPart<FooterPart>("foot");
        foot.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Small" }, new Justification { Val = JustificationValues.Center }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }));
        return main.GetIdOfPart(foot);
    }

    private static Style Named(string id, string name, string size, bool bold, string before, bool keep, int? level = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keep)
        {
            paragraph.Append(new KeepNext(), new KeepLines());
        }

        paragraph.Append(new SpacingBetweenLines { Before = before, After = "100" });
        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        var look = new StyleRunProperties();
        if (bold)
        {
            look.Append(new Bold());
        }

        look.Append(new Color { Val = Accent }, new FontSize { Val = size });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(), paragraph, look) { Type = StyleValues.Paragraph, StyleId = id };
    }

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
