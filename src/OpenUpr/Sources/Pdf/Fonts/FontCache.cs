using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>Every font of a document once, whatever number of pages use it.</summary>
internal sealed class FontCache(PdfObjects objects)
{
    private const int MaxFonts = 5_000;

    private readonly Dictionary<PdfDictionary, PdfFont> _fonts = [];

    public PdfFont? Get(PdfDictionary? dictionary)
    {
        if (dictionary is null)
        {
            return null;
        }

        if (!_fonts.TryGetValue(dictionary, out var font))
        {
            if (_fonts.Count >= MaxFonts)
            {
                throw PdfError.TooMuch("it has too many fonts");
            }

            _fonts[dictionary] = font = FontLoader.Load(objects, dictionary);
        }

        return font;
    }
}
