using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>
/// Finds pages set in two columns, which are read one after the other. It wants much evidence: running text on both sides of a gap that
/// no line crosses for most of the page, since a list of contents or a table without rules must stay in rows.
/// </summary>
internal static class ColumnFinder
{
    /// <summary>Points.</summary>
    private const double Gap = 10;
    private const int MinLines = 12;

    /// <summary>Letters of a line in a column, on average; numbers of pages and cells have fewer.</summary>
    private const int MinLetters = 22;

    /// <returns>The pieces column after column where there are two, above and below them what goes across; else all of them as one part.</returns>
    public static List<List<Piece>> Split(List<Piece> pieces, double width)
    {
        var rows = LineBuilder.Rows(pieces);
        if (rows.Count < MinLines)
        {
            return [pieces];
        }

        var middle = width / 2;
        var two = rows.Where(r => IsSplit(r, middle)).ToList();
        if (two.Count < MinLines || two.Count < rows.Count * 2 / 3 || !IsText(two, middle))
        {
            return [pieces];
        }

        // The columns reach from the first to the last row that has both; what stands outside goes over the whole width.
        var (top, bottom) = (two[0].Min(p => p.Baseline), two[^1].Max(p => p.Baseline));
        var inside = rows.Where(r => r[0].Baseline >= top - Gap && r[0].Baseline <= bottom + Gap).ToList();
        if (inside.Exists(r => !IsSplit(r, middle) && r.Exists(p => p.Left < middle && p.Right > middle)))
        {
            return [pieces];
        }

        var within = inside.SelectMany(r => r).ToList();
        return
        [
            rows.TakeWhile(r => r[0].Baseline < top - Gap).SelectMany(r => r).ToList(),
            within.Where(p => p.Left < middle).ToList(),
            within.Where(p => p.Left >= middle).ToList(),
            rows.Where(r => r[0].Baseline > bottom + Gap).SelectMany(r => r).ToList(),
        ];
    }

    private static bool IsSplit(List<Piece> row, double middle)
    {
        var (left, right) = (row.Where(p => p.Left < middle).ToList(), row.Where(p => p.Left >= middle).ToList());
        return left.Count > 0 && right.Count > 0 && left.Max(p => p.Right) <= middle && right.Min(p => p.Left) - left.Max(p => p.Right) >= Gap;
    }

    private static bool IsText(List<List<Piece>> rows, double middle) =>
        rows.Average(r => r.Where(p => p.Left < middle).Sum(p => p.Text.Length)) >= MinLetters && rows.Average(r => r.Where(p => p.Left >= middle).Sum(p => p.Text.Length)) >= MinLetters;
}
