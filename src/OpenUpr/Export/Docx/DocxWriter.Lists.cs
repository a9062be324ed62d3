using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>A row of a list in the layout of OHCHR's: one text for each column, or a theme across all of them.</summary>
/// <param name="Theme">Null for a row of cells.</param>
internal sealed record DocxListRow(string? Theme, IReadOnlyList<IReadOnlyList<DocxRun[]>> Cells)
{
    /// <summary>The head, repeated on every page.</summary>
    public bool IsHead { get; init; }
}

/// <summary>Lists in the layout of OHCHR's (thematic lists of sessions 20, 34 and 48): pages on their long side, a table as wide as the text, a theme in one shaded cell.</summary>
public sealed partial class DocxWriter
{
    /// <summary>Twentieths of a point: the margin of OHCHR's lists, and the text that it leaves on the long side of A4.</summary>
    private const int ListMargin = 720;

    private bool _isList;
    private bool _isTurned;
    private string? _pageHead;
    private string? _pageFoot;

    /// <summary>Turns the file into a list: narrow margins, the same words on every page.</summary>
    /// <param name="isLandscape">Pages lie on their long side.</param>
    internal void ListPages(bool isLandscape, string? head, string? foot) => (_isList, _isTurned, _pageHead, _pageFoot) = (true, isLandscape, head, foot);

    /// <summary>A table in the layout of a list.</summary>
    /// <param name="widths">Shares of the page's width, one for each column.</param>
    internal void List(IEnumerable<DocxListRow> rows, IReadOnlyList<int> widths, string caption)
    {
        var whole = (_isTurned ? DocxPage.Height : DocxPage.Width) - (2 * ListMargin);
        int[] columns = [.. widths.Select(w => whole * w / widths.Sum())];
        var table = new Table(
            new TableProperties
            {
                TableWidth = new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                TableBorders = Dotted(),
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new TableCellMarginDefault(new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa }),
                TableLook = new TableLook { Val = "0420" },
                TableCaption = new TableCaption { Val = caption },
            },
            new TableGrid(columns.Select(w => new GridColumn { Width = $"{w}" })));
        foreach (var row in rows)
        {
            table.Append(row.Theme is { } theme ? ThemeRow(theme, columns) : ListRow(row, columns));
        }

        _body.Append(table, new Paragraph());
    }

    private TableRow ThemeRow(string theme, int[] columns)
    {
        var cell = new TableCellProperties(
            new TableCellWidth { Width = $"{columns.Sum()}", Type = TableWidthUnitValues.Dxa }, new GridSpan { Val = columns.Length }, new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "C6D9F1" });
        return new TableRow(
            new TableRowProperties(new CantSplit()),
            new TableCell(cell, _paragraphs.Make("ListTheme", [new DocxRun(theme)])));
    }

    private TableRow ListRow(DocxListRow row, int[] columns)
    {
        var made = new TableRow(row.IsHead ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        for (var i = 0; i < columns.Length; i++)
        {
            IReadOnlyList<DocxRun[]> lines = i < row.Cells.Count && row.Cells[i].Count > 0 ? row.Cells[i] : [[]];
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{columns[i]}", Type = TableWidthUnitValues.Dxa }));
            cell.Append(lines.Select(l => _paragraphs.Make("ListText", row.IsHead ? [.. l.Select(r => r with { Bold = true })] : l)));
            made.Append(cell);
        }

        return made;
    }

    /// <summary>The look of OHCHR's lists: 10 points, themes in 14.</summary>
    private void AddListStyles() => _main.StyleDefinitionsPart!.Styles!.Append(ListStyle("ListText", "List Text", 20), ListStyle("ListTheme", "List Theme", 28, new Bold(), new BoldComplexScript(), new Italic(), new ItalicComplexScript()));

    // A theme is never the last line of a page.
    private static Style ListStyle(string id, string name, int halfPoints, params DocumentFormat.OpenXml.OpenXmlElement[] look) => new(
        new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(),
        new StyleParagraphProperties { KeepNext = id == "ListTheme" ? new KeepNext() : null, SpacingBetweenLines = new SpacingBetweenLines { Before = "40", After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto } },
        new StyleRunProperties([new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman" }, .. look, new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" }]))
    {
        Type = StyleValues.Paragraph, StyleId = id,
    };

    /// <summary>Page of a list: its size, its margins, its words at head and foot with the page's number.</summary>
    private SectionProperties ListSection()
    {
        AddListStyles();
        var section = new SectionProperties();
        if (_pageHead is not null)
        {
            var head = _main.AddNewPart<HeaderPart>("head");
            head.Header = new Header(_paragraphs.Make("ListText", [new DocxRun(_pageHead, Bold: true)]));
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = _main.GetIdOfPart(head) });
        }

        var foot = _main.AddNewPart<FooterPart>("foot");
        var number = new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "ListText" }, new Justification { Val = JustificationValues.Center }), new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " });
        foot.Footer = _pageFoot is null ? new Footer(number) : new Footer(_paragraphs.Make("ListText", [new DocxRun(_pageFoot)]), number);
        section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = _main.GetIdOfPart(foot) });
        var (wide, high) = _isTurned ? (DocxPage.Height, DocxPage.Width) : (DocxPage.Width, DocxPage.Height);
        section.Append(
            new PageSize { Width = (uint)wide, Height = (uint)high, Orient = _isTurned ? PageOrientationValues.Landscape : null },
            new PageMargin { Top = ListMargin, Bottom = ListMargin, Left = ListMargin, Right = ListMargin, Header = ListMargin / 2, Footer = ListMargin / 2, Gutter = 0 });
        return section;
    }

    private static TableBorders Dotted()
    {
        static T Line<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Dotted, Size = 2, Color = "auto" };
        return new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }
}
