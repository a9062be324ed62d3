using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>Reads Working Group reports in English.</summary>
internal static class ReportReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference) => new(identity, text);
}
