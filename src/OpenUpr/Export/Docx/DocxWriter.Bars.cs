using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>A bar drawn in the cells of a table: Word shows it without a picture, and a reader can change it.</summary>
/// <param name="Parts">Shares of the whole length from 0 to 1, each with its colour as six hexadecimal digits.</param>
/// <param name="Note">What the parts say in words and shapes: colour never speaks alone. Null for a bar of one part, whose number says it.</param>
public sealed record DocxBar(string Label, string Number, IReadOnlyList<(double Share, string Fill)> Parts, string? Note = null);

/// <summary>Bars under a heading.</summary>
public sealed record DocxBarGroup(string Title, string Basis, IReadOnlyList<DocxBar> Bars);

/// <summary>A page of bars, such as a State's infographic.</summary>
public sealed partial class DocxWriter
{
    /// <summary>Cells over a bar's length; shares are rounded to them.</summary>
    private const int BarSteps = 50;

    /// <summary>One page with narrow margins.</summary>
    public static byte[] BarPage(string title, string basis, IReadOnlyList<DocxBarGroup> groups, IReadOnlyList<string> notes, string language)
    {
        using var docx = new DocxWriter(language);
        docx.ListPages(isLandscape: false, null, null);
        docx.Title(title);
        docx.Small(basis);
        foreach (var group in groups)
        {
            docx.Styled("ListTextBold", group.Title);
            docx.Styled("ListSmall", group.Basis);
            docx.Bars(group);
        }

        foreach (var note in notes)
        {
            docx.Styled("ListSmall", note);
        }

        docx._main.StyleDefinitionsPart!.Styles!.Append(ListStyle("ListTextBold", "List Text Bold", 22, new Bold(), new BoldComplexScript()), ListStyle("ListSmall", "List Small", 16));
        return docx.Finish();
    }

    private void Bars(DocxBarGroup group)
    {
        var hasNotes = group.Bars.Any(b => b.Note is not null);
        var whole = DocxPage.Width - (2 * ListMargin);
        var (label, number, note) = (3400, 900, hasNotes ? 2600 : 0);
        var step = (whole - label - number - note) / BarSteps;
        int[] columns = [label, number, .. Enumerable.Repeat(step, BarSteps), .. hasNotes ? new[] { note } : []];
        var table = new Table(
            new TableProperties
            {
                TableWidth = new TableWidth { Width = $"{columns.Sum()}", Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new TableCellMarginDefault(new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa }),
                TableLook = new TableLook { Val = "0000" },
                TableCaption = new TableCaption { Val = $"{group.Title}. {group.Basis}" },
            },
            new TableGrid(columns.Select(w => new GridColumn { Width = $"{w}" })));
        foreach (var bar in group.Bars)
        {
            var row = new TableRow(new TableRowProperties(new CantSplit()), Cell(label, 1, null, bar.Label), Cell(number, 1, null, bar.Number));
            row.Append(Parts(bar, step));
            if (hasNotes)
            {
                row.Append(Cell(note, 1, null, bar.Note ?? ""));
            }

            table.Append(row);
        }

        _body.Append(table);
    }

    private IEnumerable<TableCell> Parts(DocxBar bar, int step)
    {
        var left = BarSteps;
        foreach (var (share, fill) in bar.Parts)
        {
            // Something is never drawn as nothing.
            var cells = Math.Min(left, share > 0 && double.IsFinite(share) ? Math.Max(1, (int)Math.Round(share * BarSteps)) : 0);
            if (cells > 0)
            {
                yield return Cell(cells * step, cells, fill, "");
                left -= cells;
            }
        }

        if (left > 0)
        {
            yield return Cell(left * step, left, null, "");
        }
    }

    private TableCell Cell(int width, int span, string? fill, string text)
    {
        var shape = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            shape.Append(new GridSpan { Val = span });
        }

        // A white edge keeps bars of neighbouring rows and parts apart.
        if (fill is not null)
        {
            shape.Append(
                new TableCellBorders(Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>()),
                new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        }

        return new TableCell(shape, _paragraphs.Make("ListSmall", [new DocxRun(text)]));

        static T Edge<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 18, Color = "FFFFFF" };
    }
}
