using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Doc;

/// <summary>Reads the text of an old Word document.</summary>
internal static class DocReader
{
    public static PaperText Read(SourceFile file, CancellationToken cancel) => throw new SourceException("Old Word documents cannot be read yet.");
}
