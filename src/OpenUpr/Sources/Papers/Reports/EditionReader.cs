using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>Reads reports in other languages paragraph by paragraph.</summary>
internal static class EditionReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference) => new(identity, text);
}
