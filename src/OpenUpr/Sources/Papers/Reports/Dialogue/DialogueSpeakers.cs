using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>Tells who speaks in a paragraph of the interactive dialogue: "Noting the progress made, Quillon asked ...", "The representative of Tovell ...".</summary>
public static partial class DialogueSpeakers
{
    /// <summary>A sentence names its speaker within so many characters.</summary>
    private const int Reach = 400;

    /// <summary>The States that speak, in order. The State under review is among them where its delegation answers.</summary>
    /// <param name="text">A whole paragraph without its number.</param>
    public static IReadOnlyList<string> Of(string text, ReferenceData reference, string language = "en") =>
        [.. Places(text, reference, language).Select(m => m.Iso3).Distinct()];

    /// <summary>Adds to the paragraphs of the dialogue who speaks in them; the others stay as they are.</summary>
    public static IReadOnlyList<ReadPassage> Name(IEnumerable<ReadPassage> passages, ReferenceData reference) =>
        [.. passages.Select(p => p.Number is not null && Dialogue().IsMatch(p.Heading ?? "") ? p with { States = Of(p.Text, reference) } : p)];

    /// <summary>Where a State is named as the one that speaks: at the start of a sentence or of its main clause, before a verb.</summary>
    internal static IReadOnlyList<StateMention> Places(string text, ReferenceData reference, string language = "en")
    {
        var found = new List<StateMention>();
        var mentions = StateMentions.StateMentions.In(text, reference, language);
        foreach (var (start, end) in Sentences.Of(text))
        {
            var inside = mentions.Where(m => m.Start >= start && m.End <= Math.Min(end, start + Reach)).ToList();
            foreach (var mention in inside)
            {
                // Behind the first speaker only a new sentence can begin with another: "Quillon noted that, in Tovell, ..." names none.
                var before = text[start..mention.Start];
                if (Speaks(before, text[mention.End..Math.Min(end, mention.End + Reach)], inside, mention, start) && (found.Count == 0 || !before.Contains(',', StringComparison.Ordinal)))
                {
                    found.AddRange(inside.TakeWhile(m => m != mention).Where(m => IsJoined(text[m.End..mention.Start]) && Opening().IsMatch(text[start..m.Start])));
                    found.Add(mention);
                    break;
                }
            }
        }

        return found;
    }

    private static bool Speaks(string before, string after, List<StateMention> inside, StateMention mention, int start)
    {
        var joined = inside.Any(m => m.End <= mention.Start && IsJoined(before[(m.End - start)..]) && Opening().IsMatch(before[..(m.Start - start)]));
        return (joined || Opening().IsMatch(before)) && Verb().IsMatch(after);
    }

    [GeneratedRegex(@"\b(?:inter-?active )?dialogue\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Dialogue();

    /// <summary>"Quillon, Tovell and ...": names that share a verb.</summary>
    private static bool IsJoined(string between) => Joint().IsMatch(between);

    [GeneratedRegex(@"^(?:\s|,|and|the|as well as)+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Joint();

    /// <summary>The words before the name: none, or a clause that ends with a comma, then at most who speaks for the State.</summary>
    [GeneratedRegex(@"(?:^|[,;:])\s*(?:and\s+)?(?:finally,?\s+)?(?:the\s+)?(?:(?:H\.?E\.?|distinguished)\s+)*(?:(?:representatives?|delegations?|ambassador|government|delegate|observer|permanent representative|kingdom|republic)\s+(?:of|for)\s+(?:the\s+)?(?:(?:kingdom|republic|state) of\s+)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Opening();

    /// <summary>What follows the name: perhaps for whom it speaks, then a verb in the past or present.</summary>
    [GeneratedRegex(@"^(?:\s*\([^)]{1,80}\))?\s*[*†]?(?:,?\s*(?:also|further|then|however|both|additionally|equally|again|once|\p{L}+ly)\b){0,3}(?:,?\s*(?:speaking\s+)?(?:on behalf of|in its capacity as|as\s+(?:a|the)|in particular)\b[^.]{0,160}?)?(?:,[^.,]{2,120},)?,?\s*(?:\p{L}{2,}ed|said|took|made|drew|was|were|felt|paid|sought|put|gave|spoke|shared|saw|found|thought|understood|wished|hoped|had|would|[a-z]{3,}(?:mends?|tes|nises|nizes|ks|comes|urages|ests|sses|ates|ins|cts|res|lls|ges))\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();
}
