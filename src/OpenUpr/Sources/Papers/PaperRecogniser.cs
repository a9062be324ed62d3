using OpenUpr.Reviews;


namespace OpenUpr.Sources.Papers;

/// <summary>Tells by its first page what a paper is.</summary>
internal static class PaperRecogniser
{
    public static PaperIdentity Recognise(PaperText text, ReferenceData reference) => throw new SourceException("This is no paper of a review.");
}
