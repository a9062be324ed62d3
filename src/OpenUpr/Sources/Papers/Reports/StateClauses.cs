using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>Words that States stand behind: "ratify the Convention (Arvenia, Quillon)".</summary>
/// <param name="Words">As printed, with what leads over from the fragment before.</param>
/// <param name="IsOwn">True when it can be read without the fragment before: it begins with a verb.</param>
internal sealed record StateFragment(string Words, IReadOnlyList<string> States, string Printed, bool IsOwn, string? Unread);

/// <summary>
/// Cuts a paragraph of the conclusions into clauses and those into fragments. A mark behind the brackets, or a capital letter, ends a clause: "text A (Arvenia);
/// text B (Quillon)". Within one, brackets stand behind the words that their States said: "ratify A (Arvenia), B (Quillon) and accept C (Tovell)".
/// </summary>
internal static partial class StateClauses
{
    /// <summary>The clauses in their order. Words behind the last brackets are the last fragment of their clause, without States.</summary>
    public static IReadOnlyList<IReadOnlyList<StateFragment>> Of(string text, ReferenceData reference)
    {
        var clauses = new List<IReadOnlyList<StateFragment>>();
        var clause = new List<StateFragment>();
        var from = 0;
        foreach (var (start, end, states, unread) in BracketsOf(text, reference))
        {
            var words = text[from..start];
            if (clause.Count > 0 && EndsClause().IsMatch(words))
            {
                clauses.Add(clause);
                clause = [];
            }

            clause.Add(new StateFragment(words, states, text[start..end], clause.Count == 0 || RecommendingVerbs.Opens(words), unread));
            from = end;
        }

        if (HasWords().IsMatch(text.AsSpan(from)) || clause.Count == 0)
        {
            clause.Add(new StateFragment(text[from..], [], "", false, null));
        }

        clauses.Add(clause);
        return clauses;
    }

    public static bool HasStates(string text, ReferenceData reference) => BracketsOf(text, reference).Count > 0;

    /// <summary>Brackets with nothing but marks between them are one.</summary>
    private static List<(int Start, int End, IReadOnlyList<string> States, string? Unread)> BracketsOf(string text, ReferenceData reference)
    {
        var found = new List<(int Start, int End, IReadOnlyList<string> States, string? Unread)>();
        var all = Brackets.Outermost(text);
        for (var i = 0; i < all.Count; i++)
        {
            var isLast = !HasWords().IsMatch(text.AsSpan(all[i].End));
            if (StateBracket.Read(text, all[i].Start, all[i].End, reference, "en") is not { } bracket || (!isLast && bracket.Unread is not null && bracket.IsoCodes.Count < 2))
            {
                continue;
            }

            if (found.Count > 0 && !HasWords().IsMatch(text.AsSpan(found[^1].End, Math.Max(0, bracket.Start - found[^1].End))))
            {
                found[^1] = (found[^1].Start, bracket.End, [.. found[^1].States.Union(bracket.IsoCodes)], found[^1].Unread ?? bracket.Unread);
            }
            else
            {
                found.Add((bracket.Start, bracket.End, bracket.IsoCodes, bracket.Unread));
            }
        }

        return found;
    }

    // The figure or asterisk of a note may stand before the mark or behind it.
    [GeneratedRegex(@"^[\s\d*∗†]*(?:[;.:/]|(?:\s(?:and\s+)?(?:\p{Lu}\p{Ll}|\p{Ps}a\))))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsClause();

    [GeneratedRegex(@"\p{L}{3,}.*\p{L}{2,}|\p{L}{2,}\s+\p{L}{2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex HasWords();
}
