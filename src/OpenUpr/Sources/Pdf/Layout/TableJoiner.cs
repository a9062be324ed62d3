using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>Numbers the tables of a document; one that goes on over a page break, with the same columns, stays the same.</summary>
internal static class TableJoiner
{
    /// <summary>Points.</summary>
    private const double SameEdge = 6;

    public static void Join(IReadOnlyList<PageLayout> pages)
    {
        var (number, nextRow) = (-1, 0);
        (PageLayout Page, RuledTable Table)? before = null;
        List<TextLine> first = [];
        foreach (var page in pages)
        {
            foreach (var (table, lines) in page.Tables)
            {
                var goesOn = before is { } b && page.Number == b.Page.Number + 1 && SameColumns(b.Table, table) && IsLast(b.Page, b.Table) && IsFirst(page, table);
                if (!goesOn)
                {
                    (number, nextRow, first) = (number + 1, 0, Row(lines, lines[0].Cell!.Value.Row));
                }

                nextRow = goesOn ? Continue(lines, number, nextRow, first) : Number(lines, number, 0);
                before = (page, table);
            }
        }
    }

    private static List<TextLine> Row(List<TextLine> lines, int row) => lines.Where(l => l.Cell!.Value.Row == row).ToList();

    /// <summary>A table's heading is repeated on every page; a row that begins without its first column goes on from the page before.</summary>
    private static int Continue(List<TextLine> lines, int number, int nextRow, List<TextLine> heading)
    {
        var top = Row(lines, lines[0].Cell!.Value.Row);
        if (top.Select(l => l.Text).SequenceEqual(heading.Select(l => l.Text), StringComparer.Ordinal))
        {
            top.ForEach(l => l.Role = LineRole.RunningHead);
            top = Row(lines, lines.Skip(top.Count).FirstOrDefault()?.Cell?.Row ?? -1);
            return Number(lines, number, nextRow - (IsRest(top) ? 2 : 1));
        }

        return Number(lines, number, nextRow - (IsRest(top) ? 1 : 0));
    }

    private static bool IsRest(List<TextLine> row) => row.Count > 0 && row.TrueForAll(l => l.Cell!.Value.Column > 0);

    /// <returns>The number of the row after the last.</returns>
    private static int Number(List<TextLine> lines, int number, int from)
    {
        var rows = lines.Select(l => l.Cell!.Value.Row).Distinct().Order().ToList();
        foreach (var line in lines)
        {
            var place = line.Cell!.Value;
            line.Cell = new CellPlace(number, Math.Max(0, from + rows.IndexOf(place.Row)), place.Column);
        }

        return from + rows.Count;
    }

    private static bool SameColumns(RuledTable a, RuledTable b) =>
        Math.Abs(a.Left - b.Left) < SameEdge && Math.Abs(a.Right - b.Right) < SameEdge && a.Columns.Count == b.Columns.Count && a.Columns.Zip(b.Columns).All(p => Math.Abs(p.First - p.Second) < SameEdge);

    private static bool IsLast(PageLayout page, RuledTable table) => page.Lines.TrueForAll(l => l.Cell is not null || l.Role != LineRole.Body || l.Baseline < table.Bottom);

    private static bool IsFirst(PageLayout page, RuledTable table) => page.Lines.TrueForAll(l => l.Cell is not null || l.Role != LineRole.Body || l.Baseline > table.Top);
}
