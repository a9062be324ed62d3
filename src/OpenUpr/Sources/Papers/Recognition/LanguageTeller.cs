using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Recognition;

/// <summary>
/// Tells a paper's language. "Original: English" stands on translations too and says nothing; the words of the masthead do, and
/// the small words of the text confirm them or, where they clearly say otherwise, outweigh them.
/// </summary>
internal static partial class LanguageTeller
{
    private const int Words = 1500;

    /// <summary>Fewer small words than this decide nothing.</summary>
    private const int Enough = 20;

    private static readonly (string Language, string Masthead)[] Mastheads =
    [
        ("en", "United Nations"), ("fr", "Nations Unies"), ("es", "Naciones Unidas"),
        ("ru", "Организация Объединенных Наций"), ("ar", "الأمم المتحدة"), ("zh", "联合国"),
    ];

    private static readonly Dictionary<string, HashSet<string>> SmallWords = new()
    {
        ["en"] = ["the", "of", "and", "to", "that", "its", "with", "by", "was", "were", "has", "had", "for", "is", "are"],
        ["fr"] = ["les", "des", "et", "du", "dans", "aux", "une", "par", "pour", "qui", "est", "sont", "le", "au", "avait"],
        ["es"] = ["los", "las", "el", "del", "y", "en", "una", "por", "para", "se", "con", "había", "su", "al", "sus"],
    };

    /// <returns>The language and the words that gave it away.</returns>
    public static (string Language, string Reason) Tell(FrontMatter front)
    {
        var masthead = Mastheads.Where(m => front.Find(m.Masthead) is not null).OrderBy(m => front.Find(m.Masthead)!.Value.First).FirstOrDefault();
        var words = front.Lines.Where(l => l.Role == LineRole.Body).SelectMany(l => WordForm().Matches(l.Text).Select(m => m.Value.ToLowerInvariant())).Take(Words).ToList();
        if (ScriptOf(words) is { } script)
        {
            return (script, masthead.Language == script ? $"\"{masthead.Masthead}\"" : "by its script");
        }

        var counts = SmallWords.ToDictionary(s => s.Key, s => words.Count(s.Value.Contains));
        var most = counts.MaxBy(c => c.Value);
        return masthead.Language is { } printed && (!counts.TryGetValue(printed, out var own) || most.Value < Enough || most.Value < own * 2)
            ? (printed, $"\"{masthead.Masthead}\"")
            : (most.Value > 0 ? most.Key : "en", $"{most.Value} of its first {words.Count} words");
    }

    private static string? ScriptOf(List<string> words)
    {
        var letters = words.SelectMany(w => w).Where(char.IsLetter).ToList();
        bool Most(char from, char to) => letters.Count(c => c >= from && c <= to) * 2 > letters.Count;
        return letters.Count == 0 ? null : Most('\u0400', '\u04FF') ? "ru" : Most('\u0600', '\u06FF') ? "ar" : Most('\u4E00', '\u9FFF') ? "zh" : null;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordForm();
}
