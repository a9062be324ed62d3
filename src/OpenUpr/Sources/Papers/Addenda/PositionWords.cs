using System.Text.RegularExpressions;
using OpenUpr.Recommendations;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>Words that say what a State thinks of recommendations, found in a text.</summary>
/// <param name="IsWeak">True of "implemented": it says yes only where nothing else is said.</param>
internal sealed record FoundPosition(Position Value, bool Partial, bool IsWeak, int Index, string Words)
{
    public int End => Index + Words.Length;
}

/// <summary>
/// The words of support and of its lack. Resolution 5/1 (2007), paragraph 32, knows "enjoy the support of the State concerned" and "noted": what is refused is noted, and so, by
/// UPR Info's rule of 2014, is what is supported in part or in principle only. "Accepted, considered already implemented" is supported.
/// </summary>
internal static partial class PositionWords
{
    /// <summary>The rule's name in positions that it makes.</summary>
    public const string Rule = "addendum/1";

    /// <summary>Every statement of a position in a text, in its order, the more specific one where two begin together.</summary>
    public static IReadOnlyList<FoundPosition> Find(string text)
    {
        var found = new List<FoundPosition>();
        foreach (Match match in Form().Matches(text))
        {
            var position = match switch
            {
                _ when match.Groups["partial"].Success => new FoundPosition(Position.Noted, true, false, match.Index, match.Value),
                _ when match.Groups["not"].Success || match.Groups["noted"].Success => new FoundPosition(Position.Noted, false, false, match.Index, match.Value),
                _ when match.Groups["pending"].Success => new FoundPosition(Position.Pending, false, false, match.Index, match.Value),
                _ when match.Groups["weak"].Success => new FoundPosition(Position.Supported, false, true, match.Index, match.Value),
                _ => new FoundPosition(Position.Supported, false, false, match.Index, match.Value),
            };
            found.Add(position);
        }

        return found;
    }

    /// <summary>The position that a heading or a table's cell states; null where it states none. Several that differ are support in part.</summary>
    public static FoundPosition? Of(string text)
    {
        var found = Find(text);
        var strong = found.Where(f => !f.IsWeak).ToList();
        var decisive = strong.Count > 0 ? strong : [.. found];
        return decisive.Count == 0 ? null
            : decisive.Select(f => f.Value).Distinct().Count() == 1 ? decisive[0] with { Partial = decisive.Any(f => f.Partial) }
            : decisive.FirstOrDefault(f => f.Partial) ?? (IsBoth().IsMatch(text) ? decisive[0] with { Value = Position.Noted, Partial = true, Words = text } : decisive[0]);
    }

    // Each alternative is tried before the next: support in part before its lack, its lack before support.
    [GeneratedRegex(
        @"(?<partial>\b(?:partial(?:ly)?|partly|in\s+part|in\s+principle|en\s+partie|partiellement|en\s+principe|parcialmente|en\s+parte|en\s+principio)\W+(?:[\p{L}’']+\W+){0,2}?(?:accept\w*|support\w*|agree\w*|endors\w*|enjoy\w*|noted|approv\w*|apoy\w*|acept\w*|appuy\w*|appui\w*)"
        + @"|\b(?:accept\w*|support\w*|agree\w*|endors\w*|noted|enjoys?|acept\w*|apoy\w*|appui\w*|appuy\w*)\W+(?:[\p{L}’']+\W+){0,4}?(?:partial(?:ly)?|partly|in\s+part|in\s+principle|in\s+spirit|the\s+spirit|with\s+reservations?|partial\s+support|(?:first|second|last|latter|former)\s+part|en\s+partie|partiellement|en\s+principe|parcialmente|en\s+parte|en\s+principio)\b"
        + @"|\bpartial\s+(?:support|acceptance)|\bpartly\b|\bpartially\b|\bin\s+part\b)"
        + @"|(?<not>\b(?:(?:do|does|did|is|are|was|were|can|could|has|have|will|would|shall|may)\s*n[o’']t|cannot|can\s?not|unable\s+to|not|non|ne|n[’']|no\s+(?=(?:se\s+|puede\s+|ha\s+|han\s+|las?\s+)*(?:acept|apoy|cuent|goz|respald)))(?!\s+only)[^\p{L}.;]*(?:(?!and\b|but\b|while\b|whereas\b)[\p{L}’']+[^\p{L}.;]+){0,4}?(?:accept\w*|support\w*|enjoy\w*|agree\w*|endors\w*|approv\w*|adher\w*|acept\w*|apoy\w*|cuent\w*\s+con|goz\w*|appuy\w*|appui\w*|approuv\w*|recueill\w*|souscri\w*)(?:\s+(?:of|by|the\s+support|l[’']adhésion|con\s+el\s+apoyo)\b)?"
        + @"|\b(?:reject\w*|declin(?:e|es|ed|ing)\b|refus\w+|unacceptable|disagree\w*|oppos(?:e|es|ed)\b|lack\w*\s+(?:the\s+)?support|rejet\w+|rechaz\w+))"
        + @"|(?<noted>\b(?:tak(?:e|es|en|ing)|took)\s+(?:due\s+|good\s+)?note\b|(?<!\b(?:as|be|is|it|already|been|also|above)\s)\bnoted\b(?!\s+(?:that|above|in\s+(?:paragraph|its|the)))|\bnot(?:e|es|ing)\s+(?:(?:the|that|these|this|those|following)\s+){0,3}(?:recommendations?|\d)|\bpren(?:d|nent)\s+note|\bpris\s+note|\bnotées?\b|\btoma(?:n|do|da)?\s+nota|\bse\s+ha\s+tomado\s+nota)"
        + @"|(?<pending>\bunder\s+(?:consideration|examination|review|study)\b|\bwill\s+be\s+(?:examined|considered|studied|reviewed)|\bfurther\s+(?:consider\w*|examin\w+|stud\w+|consult\w+|review)|\bpending\b|\bdeferred\b|\bdefers\b|\bin\s+due\s+(?:time|course)\b|\breserves?\s+its\s+position)"
        + @"|(?<yes>\b(?:accept(?:s|ed|ing|able|ance)?|agree[sd]?|endors\w+|approves?d?|concurs?|consents?|enjoy(?:s|ed|ing)?\s+(?:the\s+)?(?:full\s+)?support|support(?:s|ed|ing)?)\b|\baccept(?:e|ent|é|ée|és|ées)\b|\bapprouv\w+|\bappui(?:e|ent)\b|\bappuy\w+|\bsouscri\w+|\brecueill\w+\s+l[’']adhésion|\bacept(?:a|an|ó|ado|ada|ados|adas)\b|\bapoya(?:n|do|da|dos|das)?\b|\brespald\w+|\b(?:cuentan?|gozan?)\s+con\s+el\s+apoyo|\bgozan?\s+del\s+apoyo)"
        + @"|(?<weak>\bimplemented\b|\bin\s+the\s+process\s+of\s+(?:being\s+)?implement\w+|\b(?:under|ongoing)\s+implementation|\bmises?\s+en\s+œuvre|\baplicadas\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Form();

    [GeneratedRegex(@"\bsupport\w*\s*/\s*not\w*|\baccept\w*\s*/\s*not\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsBoth();
}
