using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Shared;

/// <summary>Puts the machine's reasons in sentences, for the command line and the pages alike. A reason's sentence is the resource "Scheme_code"; with a detail, "Scheme_code_codebook" where there is one.</summary>
public static class ReasonSentences
{
    private const string Word = "word";

    /// <summary>The sentences for one label, the heaviest reason first; single words together in one sentence.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Reason> reasons, string scheme, string value)
    {
        var all = reasons.Where(r => r.Scheme == scheme && r.Value == value).ToList();
        var words = all.FindAll(r => r.Code == Word);
        var sentences = all.FindAll(r => r.Code != Word).ConvertAll(Of);
        if (words.Count > 0)
        {
            sentences.Add(Of(words[0] with { Words = string.Join(", ", words.Select(w => $"“{w.Words}”")) }));
        }

        return sentences;
    }

    /// <summary>The sentence for one reason.</summary>
    public static string Of(Reason reason)
    {
        var key = $"{Capital(reason.Scheme)}_{reason.Code.Replace('-', '_')}";
        var format = (reason.Detail is null ? null : ReadingWords.ResourceManager.GetString($"{key}_codebook", CultureInfo.CurrentUICulture))
            ?? ReadingWords.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
        return Numbers.Fill(format ?? ReadingWords.Any, reason.Words, reason.Detail ?? (format is null ? reason.Code : null));
    }

    private static string Capital(string scheme) => string.Concat(char.ToUpperInvariant(scheme[0]).ToString(), scheme.AsSpan(1));
}
