using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>Puts the pieces of a page together to lines, from top to bottom.</summary>
internal static class LineBuilder
{
    /// <summary>In font sizes: how far a raised or lowered piece may be from its line.</summary>
    private const double Reach = 0.45;
    private const double MuchLarger = 1.8;
    private const double MarkReach = 0.6;
    private const double SmallMark = 0.86;
    private const int LongestMark = 3;

    public static List<TextLine> Build(IEnumerable<Piece> pieces) => Rows(pieces).ConvertAll(r => new TextLine(r));

    /// <summary>The pieces of each line from left to right.</summary>
    public static List<List<Piece>> Rows(IEnumerable<Piece> pieces)
    {
        var sorted = pieces.Where(p => p.Text.Length > 0).ToList();
        sorted.Sort((a, b) => a.Baseline.CompareTo(b.Baseline) is var order and not 0 ? order : a.Left.CompareTo(b.Left));
        var lines = new List<List<Piece>>();
        var current = new List<Piece>();
        var (baseline, size) = (0.0, 0.0);
        foreach (var piece in sorted)
        {
            if (current.Count > 0 && Math.Abs(piece.Baseline - baseline) > Allowed(current[^1], size, piece))
            {
                Add(lines, current);
            }

            // The largest piece gives the line its place, so that a raised mark in front does not.
            if (current.Count == 0 || piece.Size > size + 0.05)
            {
                (baseline, size) = (piece.Baseline, piece.Size);
            }

            current.Add(piece);
        }

        Add(lines, current);
        return lines;
    }

    private static double Allowed(Piece before, double size, Piece piece)
    {
        var (small, large) = (Math.Min(size, piece.Size), Math.Max(size, piece.Size));

        // A mark stands higher, so it comes before what it belongs to; beside letters of very different size nothing else stands on the same line.
        var isMark = piece.Size > size && small < SmallMark * large && before.Text.Length <= LongestMark;
        return isMark ? MarkReach * large : Reach * (large > MuchLarger * small ? small : large);
    }

    private static void Add(List<List<Piece>> lines, List<Piece> pieces)
    {
        if (pieces.Count == 0)
        {
            return;
        }

        pieces.Sort((a, b) => a.Left.CompareTo(b.Left));
        lines.Add(WithoutShadows(pieces));
        pieces.Clear();
    }

    /// <summary>Text drawn twice in nearly the same place looks bold, but is there once.</summary>
    private static List<Piece> WithoutShadows(List<Piece> pieces)
    {
        var kept = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            const double Near = 0.15;
            var isShadow = kept.Count > 0 && kept[^1] is var before && before.Text == piece.Text && Math.Abs(before.Left - piece.Left) < Near * piece.Size && Math.Abs(before.Baseline - piece.Baseline) < Near * piece.Size;
            if (!isShadow)
            {
                kept.Add(piece);
            }
        }

        return kept;
    }
}
