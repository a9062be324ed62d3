using System.Text.RegularExpressions;

namespace OpenUpr.Drafting.Checking;

/// <summary>Tells a text's language by its script and its small words.</summary>
public static partial class TextLanguage
{
    private const int MostWords = 4_000;

    /// <summary>Fewer words than this decide nothing.</summary>
    private const int FewestWords = 20;

    private static readonly (string Language, HashSet<string> Words)[] s_small =
    [
        ("en", ["the", "of", "and", "to", "that", "its", "with", "by", "was", "were", "has", "have", "for", "is", "are", "on", "in"]),
        ("fr", ["les", "des", "et", "du", "dans", "aux", "une", "par", "pour", "qui", "est", "sont", "le", "au", "la", "sur"]),
        ("es", ["los", "las", "el", "del", "y", "en", "una", "por", "para", "se", "con", "la", "su", "al", "sus", "que"]),
        ("pt", ["os", "as", "do", "da", "dos", "das", "e", "em", "uma", "por", "para", "não", "com", "ao", "são", "no", "na"]),
        ("it", ["il", "gli", "della", "delle", "dei", "e", "di", "una", "per", "che", "con", "nel", "sono", "alla", "è"]),
        ("de", ["der", "die", "das", "und", "von", "mit", "für", "ist", "den", "dem", "ein", "eine", "nicht", "auf", "zu"]),
        ("id", ["yang", "dan", "di", "dengan", "untuk", "pada", "dari", "ini", "oleh", "dalam", "tidak"]),
        ("sw", ["ya", "na", "wa", "kwa", "katika", "za", "la", "cha", "hiyo", "ni"]),
    ];

    private static readonly (string Language, char From, char To)[] s_scripts =
        [("ru", '\u0400', '\u04FF'), ("ar", '\u0600', '\u06FF'), ("zh", '\u4E00', '\u9FFF'), ("th", '\u0E00', '\u0E7F'), ("my", '\u1000', '\u109F'), ("ko", '\uAC00', '\uD7AF'), ("hi", '\u0900', '\u097F'), ("ka", '\u10A0', '\u10FF'), ("hy", '\u0530', '\u058F')];

    /// <returns>An ISO 639-1 code; null where there is too little text, or none of the languages that are known here.</returns>
    public static string? Tell(IEnumerable<string> texts)
    {
        var words = texts.SelectMany(Forms).Take(MostWords).ToList();
        if (words.Count < FewestWords)
        {
            return ScriptOf(words);
        }

        var (language, count) = s_small.Select(s => (s.Language, Count: words.Count(s.Words.Contains))).MaxBy(s => s.Count);
        return ScriptOf(words) ?? (count * 12 >= words.Count ? language : null);
    }

    private static IEnumerable<string> Forms(string text) => WordForm().Matches(text).Select(m => m.Value.ToLowerInvariant());

    private static string? ScriptOf(List<string> words)
    {
        var (letters, counts) = (0, new int[s_scripts.Length]);
        foreach (var c in words.SelectMany(w => w))
        {
            letters++;
            for (var i = 0; i < s_scripts.Length; i++)
            {
                counts[i] += c >= s_scripts[i].From && c <= s_scripts[i].To ? 1 : 0;
            }
        }

        var most = Array.IndexOf(counts, counts.Max());
        return counts[most] * 2 > letters && letters > FewestWords ? s_scripts[most].Language : null;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WordForm();
}
