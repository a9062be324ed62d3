using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>Makes tables: the first row is the head, marked as one and repeated on every page; no row is torn.</summary>
internal static class DocxTable
{
    /// <param name="rows">Cells of runs; the first row is the head.</param>
    /// <param name="widths">Shares of the page's width, one for each column.</param>
    /// <param name="caption">What a reader aloud says before it; null for none.</param>
    public static Table Make(DocxParagraphs paragraphs, IEnumerable<IReadOnlyList<DocxRun[]>> rows, IReadOnlyList<int> widths, string? caption, bool isRightToLeft)
    {
        var unit = (double)DocxPage.TextWidth / widths.Sum();
        int[] columns = [.. widths.Select(w => (int)(w * unit))];
        var shape = new TableProperties
        {
            TableStyle = new TableStyle { Val = "TableGrid" },
            BiDiVisual = isRightToLeft ? new BiDiVisual() : null,
            TableWidth = new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            TableLook = new TableLook { Val = "0420" },
            TableCaption = caption is null ? null : new TableCaption { Val = caption },
        };
        var table = new Table(shape, new TableGrid(columns.Select(w => new GridColumn { Width = $"{w}" })));
        foreach (var (i, row) in rows.Index())
        {
            table.Append(Row(paragraphs, row, columns, isHead: i == 0));
        }

        return table;
    }

    private static TableRow Row(DocxParagraphs paragraphs, IReadOnlyList<DocxRun[]> cells, int[] columns, bool isHead)
    {
        var shape = new TableRowProperties(new CantSplit());
        if (isHead)
        {
            shape.Append(new TableHeader());
        }

        var row = new TableRow(shape);
        for (var i = 0; i < columns.Length; i++)
        {
            var cell = new TableCellProperties(new TableCellWidth { Width = $"{columns[i]}", Type = TableWidthUnitValues.Dxa });
            if (isHead)
            {
                cell.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EAF0F6" });
            }

            DocxRun[] runs = i < cells.Count ? cells[i] : [];
            row.Append(new TableCell(cell, paragraphs.Make(isHead ? "TableHead" : "TableText", runs)));
        }

        return row;
    }
}
