using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>The lines of a page in reading order, and what else is needed to tell what they are.</summary>
internal sealed class PageLayout
{
    /// <summary>Rules times pieces: beyond it a page is a drawing.</summary>
    private const long MaxWork = 20_000_000;
    private const int BytesLikeOne = 64;

    private PageLayout(int number, double width, double height, IReadOnlyList<Stroke> strokes)
    {
        (Number, Width, Height, Strokes) = (number, width, height, strokes);
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    public double Width { get; }

    public double Height { get; }

    public List<TextLine> Lines { get; } = [];

    public IReadOnlyList<Stroke> Strokes { get; }

    /// <summary>The tables on it with their lines, from top to bottom.</summary>
    public List<(RuledTable Table, List<TextLine> Lines)> Tables { get; } = [];

    public static PageLayout Of(int number, PageInk ink, PdfBudget budget)
    {
        // A table printed sideways is read sideways: the direction of most letters is the page's.
        var turns = ink.Pieces.GroupBy(p => p.Turn).OrderByDescending(g => g.Sum(p => p.Text.Length)).Select(g => g.ToList()).ToList();
        var turn = turns.Count == 0 ? 0 : turns[0][0].Turn;
        var strokes = turn == 0 ? ink.Strokes : ink.Strokes.ConvertAll(s => Turned(s, turn, ink));
        var layout = turn % 2 == 0 ? new PageLayout(number, ink.Width, ink.Height, strokes) : new PageLayout(number, ink.Height, ink.Width, strokes);
        if (turns.Count > 0)
        {
            layout.AddUpright(turns[0], budget);
        }

        layout.Lines.AddRange(turns.Skip(1).SelectMany(LineBuilder.Build));
        return layout;
    }

    private void AddUpright(List<Piece> pieces, PdfBudget budget)
    {
        foreach (var table in (long)Strokes.Count * pieces.Count > MaxWork ? [] : TableFinder.Find(Strokes, budget))
        {
            budget.Scan(pieces.Count * BytesLikeOne);
            if (TableLines.Take(table, pieces) is { Count: > 0 } lines)
            {
                Tables.Add((table, lines));
            }
        }

        Lines.AddRange(ColumnFinder.Split(pieces, Width).SelectMany(LineBuilder.Build));
        foreach (var (table, lines) in Tables)
        {
            var after = Lines.FindIndex(l => l.Baseline > table.Top && l.Cell is null);
            Lines.InsertRange(after < 0 ? Lines.Count : after, lines);
        }
    }

    private static Stroke Turned(Stroke s, int turn, PageInk ink) => turn switch
    {
        1 => new(s.Top, ink.Width - s.Right, s.Bottom, ink.Width - s.Left),
        2 => new(ink.Width - s.Right, ink.Height - s.Bottom, ink.Width - s.Left, ink.Height - s.Top),
        _ => new(ink.Height - s.Bottom, s.Left, ink.Height - s.Top, s.Right),
    };
}
