using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>A table on one page by its rules. Cells may reach over several columns or rows: a rule counts only where it is drawn.</summary>
internal sealed class RuledTable
{
    /// <summary>Points: rules of one edge differ by their thickness.</summary>
    private const double SameEdge = 4;
    private const int MaxEdges = 300;

    private readonly List<Stroke> _level;
    private readonly List<Stroke> _upright;

    private RuledTable(List<Stroke> level, List<Stroke> upright)
    {
        _level = level;
        _upright = upright;
        Rows = Edges(level.Select(s => (s.Top + s.Bottom) / 2));
        Columns = Edges(upright.Select(s => (s.Left + s.Right) / 2).Concat([level.Min(s => s.Left), level.Max(s => s.Right)]));
        (Left, Right) = (Columns[0], Columns[^1]);
        (Top, Bottom) = (Math.Min(Rows[0], upright.Min(s => s.Top)), Math.Max(Rows[^1], upright.Max(s => s.Bottom)));
    }

    /// <summary>Heights of the edges between rows, from the top.</summary>
    public List<double> Rows { get; }

    /// <summary>Places of the edges between columns, from the left.</summary>
    public List<double> Columns { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    /// <returns>Null where the rules are no table: a frame, a single column.</returns>
    public static RuledTable? From(IEnumerable<Stroke> strokes)
    {
        var level = strokes.Where(s => s.IsLevel).ToList();
        var upright = strokes.Where(s => !s.IsLevel).ToList();
        if (level.Count < 2 || upright.Count < 1)
        {
            return null;
        }

        var table = new RuledTable(level, upright);
        return table.Columns.Count is >= 3 and <= MaxEdges && table.Rows.Count is >= 2 and <= MaxEdges ? table : null;
    }

    public bool Holds(Piece piece)
    {
        var (x, y) = Middle(piece);
        return x > Left && x < Right && y > Top && y < Bottom;
    }

    /// <summary>The cell of a piece: by the nearest rule to its left and the nearest above it.</summary>
    public (int Row, int Column) CellOf(Piece piece)
    {
        var (x, y) = Middle(piece);
        var left = _upright.Where(s => s.Left <= x && s.Top <= y && s.Bottom >= y).Select(s => (s.Left + s.Right) / 2).DefaultIfEmpty(Left).Max();
        var top = _level.Where(s => s.Top <= y && s.Left <= x && s.Right >= x).Select(s => (s.Top + s.Bottom) / 2).DefaultIfEmpty(Top).Max();
        return (Nearest(Rows, top), Nearest(Columns, left));
    }

    private static (double X, double Y) Middle(Piece piece)
    {
        // The middle of small letters: a rule just above the baseline is another row's.
        const double Middle = 0.25;
        return (Math.Min(piece.Left + (Middle * piece.Size), (piece.Left + piece.Right) / 2), piece.Baseline - (Middle * piece.Size));
    }

    private static List<double> Edges(IEnumerable<double> places)
    {
        var edges = new List<double>();
        foreach (var place in places.Order())
        {
            if (edges.Count == 0 || place - edges[^1] > SameEdge)
            {
                edges.Add(place);
            }
        }

        return edges;
    }

    private static int Nearest(List<double> edges, double place)
    {
        var best = 0;
        for (var i = 1; i < edges.Count; i++)
        {
            best = Math.Abs(edges[i] - place) < Math.Abs(edges[best] - place) ? i : best;
        }

        return best;
    }
}
