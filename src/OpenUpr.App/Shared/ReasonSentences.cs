using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Shared;

/// <summary>Puts the machine's reasons in sentences, for the command line and the pages alike. A reason's sentence is the resource "Scheme_code"; with a detail, "Scheme_code_codebook" where there is one.</summary>
public static class ReasonSentences
{
    /// <summary>Reasons that are shown beside a label; the others weigh little.</summary>
    public const int Shown = 6;

    /// <summary>Why one label was given, the heaviest reason first; single words together in one sentence.</summary>
    /// <param name="reasons">Of this label alone.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Reason> reasons)
    {
        var words = reasons.Where(IsWord).ToList();
        var sentences = reasons.Where(r => !IsWord(r)).Select(Of).ToList();
        if (words.Count > 0)
        {
            sentences.Add(Of(words[0] with { Words = string.Join(", ", words.Select(w => $"“{w.Words}”")) }));
        }

        return sentences;
    }

    /// <summary>The sentence for one reason, issues by their names.</summary>
    public static string Of(Reason reason)
    {
        // Goals, themes and persons share the sentences of topics.
        var name = reason.Code.StartsWith("topic-", StringComparison.Ordinal) ? reason.Code : $"{reason.Scheme}-{reason.Code}";
        var key = Capital(name.Replace('-', '_'));
        var format = (reason.Detail is null ? null : ReadingWords.ResourceManager.GetString($"{key}_codebook", CultureInfo.CurrentUICulture))
            ?? ReadingWords.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
        var detail = reason is { Code: "topic-issue" or "issue", Detail: { } slug } ? Labels.Issue(slug) : reason.Detail;
        return Numbers.Fill(format ?? ReadingWords.Any, reason.Words, detail ?? (format is null ? reason.Code : null));
    }

    private static bool IsWord(Reason reason) => reason.Code is "word" or "topic-word";

    private static string Capital(string name) => string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1));
}
