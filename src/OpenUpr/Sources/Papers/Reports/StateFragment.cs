using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>Words that States stand behind: "ratify the Convention (Arvenia, Quillon)".</summary>
/// <param name="Words">As printed, with what leads over from the fragment before.</param>
/// <param name="Printed">The brackets; empty with words behind the last ones.</param>
/// <param name="Unread">Words in the brackets that name no State; null where there are none.</param>
/// <param name="IsFirst">True of the first one of a clause.</param>
internal sealed partial record StateFragment(string Words, IReadOnlyList<string> States, string Printed, string? Unread, bool IsFirst)
{
    private const int StubLength = 4;

    public bool OpensWithVerb => RecommendingVerbs.Opens(Words);

    /// <summary>True when it can be read without the fragment before.</summary>
    public bool IsOwn => IsFirst || (OpensWithVerb && Joined().IsMatch(Words) && !PointsBack(Words));

    /// <summary>True when it goes on with the sentence of the fragment before: no comma, no "and".</summary>
    public bool RunsOn => !Joined().IsMatch(Words);

    /// <summary>True when it says nothing without the words behind it: "sign (Arvenia) and ratify (Quillon) the Convention".</summary>
    public bool IsStub(StateFragment? next)
    {
        var words = Adverbial().Replace(Words, " ");
        return RecommendingVerbs.AreAll(words) || Open().IsMatch(words) || (IsOwn && Word().Count(words) < StubLength && next?.RunsOn == true && Word().IsMatch(Adverbial().Replace(next.Words, " ")));
    }

    /// <summary>True when words refer to something that was said before: "the protocol thereto", "do so".</summary>
    public static bool PointsBack(string words) => Back().IsMatch(words);

    /// <summary>True when words may open a text of their own.</summary>
    public static bool CanOpen(string words) => !Dependent().IsMatch(words) && (RecommendingVerbs.Opens(words) || Opening().IsMatch(words));

    [GeneratedRegex(@"^\s*(?:[,;:.&/]|and\b|or\b|as well as\b)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"\b(?:thereto|therein|thereof|accordingly|aforementioned|abovementioned|above-mentioned|do so|in (?:this|that) regard|to (?:this|that) end|these|those|them|such|this (?!report|review|session|year)\w+|(?:its|their) (?:\w+ )?(?:ratification|signature|implementation|adoption))\b|\b(?:it|this)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Back();

    [GeneratedRegex(@"^(?:and\s+)?(?:that|to|as|in|with|while|\p{L}+ing)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:and\s+)?(?:so (?:that|as to)|in order|in particular|with (?:a|the) (?:view|aim)|especially|including|as well as|such as)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Dependent();

    // A preposition or the verb of an object that comes later.
    [GeneratedRegex(@"\b(?:of|to|for|from|by|towards?|the|an|\p{L}+fying|\p{L}+ishing|signing|adopting|acceding|becoming|expediting|extending)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(?:as (?:soon|quickly|early) as possible|at the earliest(?: possible)?(?: (?:time|date|opportunity|convenience))?|as a matter of (?:priority|urgency)|in the near future|without (?:further )?delay|(?:in|with) due (?:time|course))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Adverbial();

    [GeneratedRegex(@"[\p{L}\-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
