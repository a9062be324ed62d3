namespace OpenUpr.Export.Xlsx;

/// <summary>The height that a row with wrapped texts needs, estimated from their lengths: fonts are not known here.</summary>
internal static class RowHeight
{
    private const int PointsOfLine = 15;

    /// <summary>By Excel's specification.</summary>
    private const int Greatest = 409;

    /// <summary>Points, or null where one line is enough.</summary>
    public static int? Of(IReadOnlyList<object?> cells, XlsxLayout layout)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (layout.Columns[i].Wrap && cells[i] is string text)
            {
                lines = Math.Max(lines, Lines(text, layout.Columns[i].Width));
            }
        }

        return lines == 1 ? null : Math.Min(lines * PointsOfLine, Greatest);
    }

    private static int Lines(string text, int width)
    {
        var lines = 0;
        foreach (var paragraph in text.AsSpan().EnumerateLines())
        {
            lines += 1 + (paragraph.Length / width);
        }

        return lines;
    }
}
