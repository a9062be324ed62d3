using OpenUpr.Sources.Pdf.Fonts;
using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Content;

/// <summary>Moves over the page as text is shown (ISO 32000-1, 9.4.4) and hands on each glyph with its place.</summary>
internal sealed class TextShower(PieceBuilder pieces, MarkedContent marks)
{
    private Matrix _line = Matrix.Same;
    private Matrix _at = Matrix.Same;

    public void Begin() => _line = _at = Matrix.Same;

    public void Set(in Matrix matrix) => _line = _at = matrix;

    public void Move(double x, double y) => _line = _at = Matrix.Move(x, y).Then(_line);

    public void Finish()
    {
        marks.EndAll();
        pieces.Finish();
    }

    /// <param name="value">A string, or an array of strings and shifts in thousandths of the font size.</param>
    public void Show(in GraphicsState state, PdfValue value, int operands)
    {
        if (operands == 0 || state.Font is not { } font)
        {
            return;
        }

        if (value.Bytes is { } text)
        {
            Show(state, font, text);
        }

        for (var i = 0; i < (value.Array?.Count ?? 0); i++)
        {
            var item = value.Array!.Raw(i);
            if (item.IsNumber)
            {
                var shift = -item.Number / 1000 * state.Size;
                _at = (font.IsVertical ? Matrix.Move(0, shift) : Matrix.Move(shift * state.Stretch, 0)).Then(_at);
            }
            else if (item.Bytes is { } part)
            {
                Show(state, font, part);
            }
        }
    }

    private void Show(in GraphicsState state, PdfFont font, ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var bytes = 1;
            var code = font.Codes is { } codes ? codes.Next(text, ref at, out bytes) : text[at++];
            var glyph = font.Glyph(code);
            var toSeen = Matrix.Move(0, state.Rise).Then(_at).Then(state.ToSeen);
            var width = glyph.Width * state.Size * state.Stretch;
            marks.Add(glyph.Text, font, toSeen, width, Math.Abs(state.Size) * font.Scale);
            var added = state.CharSpace + (bytes == 1 && code == ' ' ? state.WordSpace : 0);
            _at = (font.IsVertical ? Matrix.Move(0, -state.Size + added) : Matrix.Move(width + (added * state.Stretch), 0)).Then(_at);
        }
    }
}
