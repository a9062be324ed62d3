using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Papers.Questions;

/// <summary>Reads questions submitted in advance.</summary>
internal static class AdvanceQuestionsReader
{
    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference) => new(identity, text);
}
