using System.Text;
using OpenUpr.Sources.Pdf.Fonts;

namespace OpenUpr.Sources.Pdf.Content;

/// <summary>Puts glyphs together to pieces by the room between them: how a file divides its strings says nothing about words.</summary>
internal sealed class PieceBuilder(PageInk ink, PdfBudget budget)
{
    /// <summary>In font sizes. A space has 0.2 to 0.3, kerning up to 0.1.</summary>
    private const double WordGap = 0.15;
    private const double Overlap = 0.35;
    private const double SameBaseline = 0.06;

    private readonly StringBuilder _text = new();
    private Piece? _piece;
    private bool _spaceBefore;

    /// <summary>Marks what comes as belonging to the page, not to the text.</summary>
    public bool InArtifact { get; set; }

    /// <param name="toSeen">From text space to the page as seen, at the glyph.</param>
    /// <param name="advance">Width of the glyph in text space, without the spaces that the file adds.</param>
    /// <param name="size">Height of letters in text space.</param>
    public void Add(string text, PdfFont font, in Matrix toSeen, double advance, double size)
    {
        ink.Glyphs++;
        budget.CountGlyph(ink.Glyphs);
        if (text.Length == 0)
        {
            ink.UnknownGlyphs++;
            return;
        }

        var length = Math.Sqrt((toSeen.A * toSeen.A) + (toSeen.B * toSeen.B));
        var height = Math.Sqrt((toSeen.C * toSeen.C) + (toSeen.D * toSeen.D)) * size;
        if (!double.IsFinite(length) || !double.IsFinite(height) || height <= 0.01 || !double.IsFinite(toSeen.E) || !double.IsFinite(toSeen.F))
        {
            return;
        }

        var turn = Math.Abs(toSeen.A) >= Math.Abs(toSeen.B) ? (toSeen.A >= 0 ? 0 : 2) : toSeen.B > 0 ? 1 : 3;
        var (left, baseline) = Turned(toSeen.E, toSeen.F, turn);
        var right = left + (advance * length);
        if (text.AsSpan().IsWhiteSpace())
        {
            Finish();
            _spaceBefore = true;
            return;
        }

        if (!Continues(left, baseline, height, turn))
        {
            Begin(font, left, baseline, height, turn);
        }

        _text.Append(text);
        _piece!.Right = Math.Max(_piece.Right, right);
        if (text.Length > 1 && text.EndsWith(' '))
        {
            Finish();
            _spaceBefore = true;
        }
    }

    public void Finish()
    {
        if (_piece is not null)
        {
            _piece.Text = _text.ToString().Trim();
            ink.Pieces.Add(_piece);
            _text.Clear();
            _piece = null;
        }
    }

    private (double Left, double Baseline) Turned(double x, double y, int turn) => turn switch
    {
        1 => (y, ink.Width - x),
        2 => (ink.Width - x, ink.Height - y),
        3 => (ink.Height - y, x),
        _ => (x, y),
    };

    private bool Continues(double left, double baseline, double size, int turn)
    {
        if (_piece is null || _piece.Turn != turn || _piece.IsArtifact != InArtifact || Math.Abs(_piece.Baseline - baseline) > SameBaseline * size)
        {
            return false;
        }

        var gap = left - _piece.Right;
        return gap < WordGap * size && gap > -Overlap * size && size < _piece.Size * 1.3 && size > _piece.Size / 1.3;
    }

    private void Begin(PdfFont font, double left, double baseline, double size, int turn)
    {
        Finish();
        _piece = new Piece
        {
            Left = left, Right = left, Baseline = baseline, Size = size, Turn = turn,
            IsBold = font.IsBold, IsItalic = font.IsItalic, AfterSpace = _spaceBefore, IsArtifact = InArtifact,
        };
        _spaceBefore = false;
    }
}
