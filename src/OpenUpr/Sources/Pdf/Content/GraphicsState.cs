using OpenUpr.Sources.Pdf.Fonts;

namespace OpenUpr.Sources.Pdf.Content;

/// <summary>What "q" keeps and "Q" brings back, as far as text is concerned (ISO 32000-1, 8.4 and 9.3). A structure, so that keeping it is a copy.</summary>
internal record struct GraphicsState
{
    public Matrix ToSeen;
    public PdfFont? Font;
    public double Size;
    public double CharSpace;
    public double WordSpace;
    public double Stretch;
    public double Leading;
    public double Rise;
    public int Mode;
}
