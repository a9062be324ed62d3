using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Shared;

/// <summary>A machine's reasons and confidence in words.</summary>
internal static class ReasonLabels
{
    /// <summary>Reasons that are shown of a label; the others weigh little.</summary>
    public const int Shown = 6;

    public static string Say(Reason reason) => reason.Words.Length == 0 ? reason.Code : Numbers.Fill(Words.Quoted, reason.Words);

    /// <summary>The figure behind the word: "sure: of labels given like this one, about 96 % are right".</summary>
    public static string Figure(double confidence) => Numbers.Fill(WordingWords.Confidence, Mark.Confidence(confidence), Share(confidence));

    private static string Share(double confidence) => Numbers.Share((int)Math.Round(confidence * 100), 100);
}
