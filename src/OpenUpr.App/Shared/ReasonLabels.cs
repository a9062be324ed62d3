using OpenUpr.App.Resources;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Shared;

/// <summary>A machine's reasons and confidence in words.</summary>
internal static class ReasonLabels
{
    /// <summary>Reasons that are shown of a label; the others weigh little.</summary>
    public const int Shown = 6;

    /// <summary>A reason in a sentence. One that a later model gives is shown by its words.</summary>
    public static string Say(Reason reason) => reason.Code switch
    {
        "opens-with" => WithCategory(WordingWords.Reason_OpensWith, reason),
        "asks-to" => WithCategory(WordingWords.Reason_AsksTo, reason),
        "second-verb" => WithCategory(WordingWords.Reason_SecondVerb, reason),
        "means" => Fill(WordingWords.Reason_Means, reason),
        "names" => Fill(WordingWords.Reason_Names, reason),
        "phrase" => Fill(WordingWords.Reason_Phrase, reason),
        "merged" => Fill(WordingWords.Reason_Merged, reason),
        "likeliest" => WordingWords.Reason_Likeliest,
        "topic-issue" => Numbers.Fill(WordingWords.Reason_TopicIssue, LabelLinks.Name(Tag.IssueScheme, reason.Detail ?? "")),
        "topic-phrase" => Fill(WordingWords.Reason_TopicPhrase, reason),
        _ => Fill(reason.Weight < 0 ? WordingWords.Reason_Against : WordingWords.Reason_Word, reason),
    };

    /// <summary>The figure behind the word: "sure: of labels given like this one, about 96 % are right".</summary>
    public static string Figure(double confidence) => Numbers.Fill(WordingWords.Confidence, Mark.Confidence(confidence), Numbers.Share((int)Math.Round(confidence * 100), 100));

    private static string WithCategory(string sentence, Reason reason) =>
        Fill(sentence, reason) + (reason.Detail is { } category ? " " + Numbers.Fill(WordingWords.Reason_Category, LabelLinks.Name(Tag.ActionScheme, category)) : "");

    private static string Fill(string sentence, Reason reason) => Numbers.Fill(sentence, reason.Words, reason.Detail);
}
