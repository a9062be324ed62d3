using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>The lines of a page in reading order, and what else is needed to tell what they are.</summary>
internal sealed class PageLayout
{
    private PageLayout(int number, double width, double height, List<TextLine> lines, IReadOnlyList<Stroke> strokes)
    {
        (Number, Width, Height, Lines, Strokes) = (number, width, height, lines, strokes);
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    public double Width { get; }

    public double Height { get; }

    public List<TextLine> Lines { get; }

    public IReadOnlyList<Stroke> Strokes { get; }

    public static PageLayout Of(int number, PageInk ink)
    {
        // A table printed sideways is read sideways: the direction of most letters is the page's.
        var turns = ink.Pieces.GroupBy(p => p.Turn).OrderByDescending(g => g.Sum(p => p.Text.Length)).ToList();
        var lines = turns.SelectMany(g => LineBuilder.Build(g)).ToList();
        var turn = turns.Count == 0 ? 0 : turns[0].Key;
        var strokes = turn == 0 ? ink.Strokes : ink.Strokes.ConvertAll(s => Turned(s, turn, ink));
        return turn % 2 == 0 ? new(number, ink.Width, ink.Height, lines, strokes) : new(number, ink.Height, ink.Width, lines, strokes);
    }

    private static Stroke Turned(Stroke s, int turn, PageInk ink) => turn switch
    {
        1 => new(s.Top, ink.Width - s.Right, s.Bottom, ink.Width - s.Left),
        2 => new(ink.Width - s.Right, ink.Height - s.Bottom, ink.Width - s.Left, ink.Height - s.Top),
        _ => new(ink.Height - s.Bottom, s.Left, ink.Height - s.Top, s.Right),
    };
}
