using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>Pieces on one baseline, from left to right.</summary>
internal sealed class TextLine
{
    public TextLine(IReadOnlyList<Piece> pieces)
    {
        Pieces = pieces;
        Left = pieces[0].Left;
        Right = pieces.Max(p => p.Right);
        var letters = pieces.Sum(p => p.Text.Length);
        Size = MostCommonSize(pieces);
        Baseline = pieces.First(p => Math.Abs(p.Size - Size) < 0.05).Baseline;
        IsBold = 2 * pieces.Sum(p => p.IsBold ? p.Text.Length : 0) > letters;
        IsItalic = 2 * pieces.Sum(p => p.IsItalic ? p.Text.Length : 0) > letters;
        IsArtifact = pieces.All(p => p.IsArtifact);
        Text = LineText.Compose(pieces, Size, Baseline);
    }

    public IReadOnlyList<Piece> Pieces { get; }

    public string Text { get; }

    public double Left { get; }

    public double Right { get; }

    public double Baseline { get; }

    public double Size { get; }

    public bool IsBold { get; }

    public bool IsItalic { get; }

    public bool IsArtifact { get; }

    public LineRole Role { get; set; }

    public CellPlace? Cell { get; set; }

    private static double MostCommonSize(IReadOnlyList<Piece> pieces)
    {
        var (best, most) = (pieces[0].Size, 0);
        foreach (var piece in pieces)
        {
            var letters = 0;
            foreach (var other in pieces)
            {
                letters += Math.Abs(other.Size - piece.Size) < 0.05 ? other.Text.Length : 0;
            }

            if (letters > most)
            {
                (best, most) = (piece.Size, letters);
            }

            if (2 * most > pieces.Count * 16)
            {
                break;
            }
        }

        return best;
    }
}
