using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>Pieces on one baseline, from left to right.</summary>
internal sealed class TextLine
{
    /// <summary>Points.</summary>
    private const double SameSize = 0.05;

    public TextLine(List<Piece> pieces)
    {
        Left = pieces[0].Left;
        Right = pieces.Max(p => p.Right);
        var letters = pieces.Sum(p => p.Text.Length);
        Size = MostCommonSize(pieces);
        Baseline = pieces.First(p => Math.Abs(p.Size - Size) < SameSize).Baseline;
        IsBold = 2 * pieces.Sum(p => p.IsBold ? p.Text.Length : 0) > letters;
        IsItalic = 2 * pieces.Sum(p => p.IsItalic ? p.Text.Length : 0) > letters;
        IsArtifact = pieces.All(p => p.IsArtifact);
        BeginsWithMark = LineText.IsMark(pieces[0], Size, Baseline);
        Text = LineText.Compose(pieces, Size, Baseline);
    }

    public string Text { get; }

    public double Left { get; }

    public double Right { get; }

    public double Baseline { get; }

    public double Size { get; }

    public bool IsBold { get; }

    public bool IsItalic { get; }

    public bool IsArtifact { get; }

    /// <summary>True when a raised number stands in front, as before a note.</summary>
    public bool BeginsWithMark { get; }

    public LineRole Role { get; set; }

    public CellPlace? Cell { get; set; }

    private static double MostCommonSize(List<Piece> pieces)
    {
        if (pieces.TrueForAll(p => Math.Abs(p.Size - pieces[0].Size) < SameSize))
        {
            return pieces[0].Size;
        }

        return pieces.GroupBy(p => Math.Round(p.Size / SameSize)).MaxBy(g => g.Sum(p => p.Text.Length))!.First().Size;
    }
}
