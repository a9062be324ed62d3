using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Docx;

/// <summary>Reads the text of a Word document.</summary>
internal static class DocxReader
{
    public static PaperText Read(SourceFile file, CancellationToken cancel) => throw new SourceException("Word documents cannot be read yet.");
}
