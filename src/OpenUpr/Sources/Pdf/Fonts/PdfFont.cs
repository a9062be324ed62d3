namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>What one code of a font means on the page.</summary>
/// <param name="Text">Empty when nothing is known about it.</param>
/// <param name="Width">Of the glyph in units of the font size.</param>
internal readonly record struct PdfGlyph(string Text, double Width);

/// <summary>A font as far as text is concerned: from codes to letters and their widths.</summary>
internal sealed class PdfFont
{
    private readonly Func<int, PdfGlyph> _load;
    private readonly Dictionary<int, PdfGlyph> _wide = [];
    private readonly PdfGlyph?[] _narrow = new PdfGlyph?[256];

    /// <param name="load">Asked once for each code.</param>
    public PdfFont(string name, bool isBold, bool isItalic, Func<int, PdfGlyph> load)
    {
        Name = name;
        IsBold = isBold;
        IsItalic = isItalic;
        _load = load;
    }

    public string Name { get; }

    public bool IsBold { get; }

    public bool IsItalic { get; }

    /// <summary>How codes are cut out of a string; null where each byte is one.</summary>
    public CodeSpace? Codes { get; init; }

    /// <summary>Size of the letters of a font whose glyphs are drawings, relative to the font size; 1 for all others.</summary>
    public double Scale { get; init; } = 1;

    public bool IsVertical { get; init; }

    public PdfGlyph Glyph(int code)
    {
        if (code < 256)
        {
            return _narrow[code] ??= _load(code);
        }

        if (!_wide.TryGetValue(code, out var glyph))
        {
            _wide[code] = glyph = _load(code);
        }

        return glyph;
    }
}
