using System.Text;
using OpenUpr.Sources.Pdf.Fonts;
using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Content;

/// <summary>
/// Follows the marks in a page's content: what belongs to the page and not to the text (artifacts), and text that stands for what is
/// drawn (ActualText; ISO 32000-1, 14.9.4), such as a word for its picture.
/// </summary>
internal sealed class MarkedContent(PieceBuilder pieces)
{
    private const int MaxOpen = 256;
    private const int MaxHeld = 200;

    private readonly Stack<(bool IsArtifact, bool IsActual)> _open = new();
    private readonly List<(string Text, PdfFont Font, Matrix ToSeen, double Advance, double Size)> _held = [];
    private string? _actual;
    private int _artifacts;

    public void Begin(string? tag, PdfDictionary? properties)
    {
        if (_open.Count >= MaxOpen)
        {
            return;
        }

        // Only what repeats on pages: Word marks rules and backgrounds as artifacts too, but they are no text.
        var artifact = tag == "Artifact" && properties?["Type"].Name == "Pagination";
        var actual = _actual is null && properties?["ActualText"].Bytes is { } bytes ? Decode(bytes) : null;
        _open.Push((artifact, actual is not null));
        _artifacts += artifact ? 1 : 0;
        if (actual is not null)
        {
            _actual = actual;
        }

        pieces.InArtifact = _artifacts > 0;
    }

    public void End()
    {
        if (!_open.TryPop(out var mark))
        {
            return;
        }

        if (mark.IsActual)
        {
            Release();
        }

        _artifacts -= mark.IsArtifact ? 1 : 0;
        pieces.InArtifact = _artifacts > 0;
    }

    public void EndAll()
    {
        while (_open.Count > 0)
        {
            End();
        }
    }

    public void Add(string text, PdfFont font, in Matrix toSeen, double advance, double size)
    {
        if (_actual is null || _held.Count >= MaxHeld)
        {
            pieces.Add(text, font, toSeen, advance, size);
        }
        else
        {
            _held.Add((text, font, toSeen, advance, size));
        }
    }

    /// <summary>The text that stands for the drawn one in its place, where that is one stretch of a line; else what was drawn.</summary>
    private void Release()
    {
        var actual = _actual!;
        _actual = null;
        if (_held.Count is > 0 and < MaxHeld && IsOneStretch(out var advance) && actual.Length <= (2 * _held.Count) + 4)
        {
            var first = _held[0];
            pieces.Add(GlyphText.Clean(actual, ""), first.Font, first.ToSeen, advance, first.Size);
        }
        else
        {
            foreach (var glyph in _held)
            {
                pieces.Add(glyph.Text, glyph.Font, glyph.ToSeen, glyph.Advance, glyph.Size);
            }
        }

        _held.Clear();
    }

    private bool IsOneStretch(out double advance)
    {
        var (first, last) = (_held[0].ToSeen, _held[^1].ToSeen);
        var (scale, across) = (first.A, last.E - first.E);
        advance = scale == 0 ? 0 : (across / scale) + _held[^1].Advance;
        return first.B == 0 && scale > 0 && Math.Abs(first.F - last.F) < 1 && across >= 0 && !_held.Exists(g => g.Text.AsSpan().IsWhiteSpace() && g.Text.Length > 0);
    }

    private static string Decode(byte[] bytes) =>
        bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)
        : bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3)
        : Encoding.Latin1.GetString(bytes);
}
