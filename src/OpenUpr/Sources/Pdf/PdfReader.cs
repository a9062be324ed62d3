using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Pdf;

/// <summary>Reads the text of a PDF document.</summary>
internal static class PdfReader
{
    public static PaperText Read(SourceFile file, CancellationToken cancel) => throw new SourceException("PDF documents cannot be read yet.");
}
