using OpenUpr.App.Resources;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Shared;

/// <summary>A machine's reasons and confidence in words, as pages show them beside a label.</summary>
internal static class ReasonLabels
{
    /// <summary>Reasons that are shown of a label; the others weigh little.</summary>
    private const int Shown = 6;

    /// <summary>Why one label was given, the heaviest reason first.</summary>
    /// <param name="reasons">Of this label alone.</param>
    public static IEnumerable<string> Sentences(IReadOnlyList<Reason> reasons) => reasons is not [var first, ..] ? []
        : ReasonSentences.Of(reasons.Select(Named), first.Scheme, first.Value).Take(Shown);

    /// <summary>The figure behind the word: "sure: of labels given like this one, about 96 % are right".</summary>
    public static string Figure(double confidence) => Numbers.Fill(WordingWords.Confidence, Mark.Confidence(confidence), Numbers.Share((int)Math.Round(confidence * 100), 100));

    /// <summary>An issue by its name in place of its address.</summary>
    private static Reason Named(Reason reason) => reason is { Code: "topic-issue" or "issue", Detail: { } slug } ? reason with { Detail = Labels.Issue(slug) } : reason;
}
