using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Papers.BaseDocuments;

/// <summary>Reads national reports, compilations and stakeholder summaries paragraph by paragraph.</summary>
internal static class BaseDocumentReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference) => new(identity, text);
}
