using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>Reads the Council's decision on an outcome.</summary>
internal static class DecisionReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference) => new(identity, text);
}
