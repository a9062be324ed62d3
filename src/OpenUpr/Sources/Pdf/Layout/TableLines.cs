using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>Brings the lines of each cell together, cell after cell, row after row.</summary>
internal static class TableLines
{
    /// <summary>Takes the pieces of a table out of those of the page.</summary>
    /// <returns>Its lines with row and column, the table's number still 0; nothing when less than two columns have text.</returns>
    public static List<TextLine> Take(RuledTable table, List<Piece> pieces)
    {
        var cells = pieces.Where(table.Holds).GroupBy(table.CellOf).OrderBy(g => g.Key.Row).ThenBy(g => g.Key.Column).ToList();
        if (cells.Select(c => c.Key.Column).Distinct().Count() < 2)
        {
            return [];
        }

        var lines = new List<TextLine>();
        foreach (var cell in cells)
        {
            foreach (var line in LineBuilder.Build(cell))
            {
                line.Cell = new CellPlace(0, cell.Key.Row, cell.Key.Column);
                lines.Add(line);
            }
        }

        pieces.RemoveAll(table.Holds);
        return lines;
    }
}
