using System.Collections.Frozen;
using OpenUpr.Reviews;

namespace OpenUpr.Drafting.Checking;

/// <summary>The words and phrases by which rules know parts and traits of a document, in all its languages (Data/check-phrases.csv). A "*" at the end stands for any ending; what stands before the first "-" of a code is the list of all codes that begin so.</summary>
public static class PhraseList
{
    private static readonly FrozenDictionary<string, PhraseMatcher> s_byCode = ReferenceTable.Read("OpenUpr.Drafting.Checking.Data.check-phrases.csv")
        .SelectMany(r => new[] { r["code"], r["code"].Split('-')[0] }.Distinct().Select(code => (Code: code, Phrase: r["phrase"])))
        .GroupBy(r => r.Code)
        .ToFrozenDictionary(g => g.Key, g => new PhraseMatcher(g.Select(r => r.Phrase)));

    public static bool IsIn(string code, string text) => s_byCode[code].Places(text).Any();

    /// <summary>Whether a text begins with a phrase, behind a number such as "3." or "IV.".</summary>
    public static bool Begins(string code, string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetter(text[start]))
        {
            start++;
        }

        var space = text.IndexOfAny([' ', '\t'], start);
        var romans = space > 0 && text[start..space].TrimEnd('.', ')') is { Length: > 0 } r && r.All("IVX".Contains) ? space + 1 : start;
        return s_byCode[code].LengthAt(text, romans) > 0;
    }

    /// <summary>The words of a text that are on the list, each as it stands there.</summary>
    public static IEnumerable<string> Find(string code, string text) => Places(code, text).Select(p => text.Substring(p.Start, p.Length));

    /// <summary>Where they stand.</summary>
    public static IEnumerable<(int Start, int Length)> Places(string code, string text) => s_byCode[code].Places(text);
}
