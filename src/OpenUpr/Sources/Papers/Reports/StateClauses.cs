using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Sources.Papers.Reports;

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
            if (clause.Count > 0 && BeginOfClause(words, clause[0]) is { } begin)
            {
                clause.AddRange(HasWords().IsMatch(words[..begin]) ? [new StateFragment(words[..begin], [], "", null, false)] : []);
                clauses.Add(clause);
                (clause, words) = ([], words[begin..]);
            }

            clause.Add(new StateFragment(words, states, text[start..end], unread, clause.Count == 0));
            from = end;
        }

        if (HasWords().IsMatch(text[from..]) || clause.Count == 0)
        {
            clause.Add(new StateFragment(text[from..], [], "", null, clause.Count == 0));
        }

        clauses.Add(clause);
        return clauses;
    }

    public static bool HasStates(string text, ReferenceData reference) => BracketsOf(text, reference).Count > 0;

    /// <summary>Where in the words behind a bracket the next clause begins; null where they go on with the one before: "; ratify its protocol thereto".</summary>
    private static int? BeginOfClause(string words, StateFragment first)
    {
        var mark = Mark().Match(words);
        if (!mark.Success)
        {
            // "... abolish (Arvenia) the death penalty; repeal ... (Quillon)": what stands before the semicolon is the end of the clause.
            var inside = words.LastIndexOf("; ", StringComparison.Ordinal);
            return inside > 0 ? inside : null;
        }

        var rest = words[mark.Length..].TrimStart();
        var goesOn = rest.Length > 0 && char.IsLower(rest[0]) && (StateFragment.PointsBack(rest) || (first.OpensWithVerb && !StateFragment.CanOpen(rest)));
        return goesOn ? null : 0;
    }

    /// <summary>Brackets with nothing but marks between them are one.</summary>
    private static List<(int Start, int End, IReadOnlyList<string> States, string? Unread)> BracketsOf(string text, ReferenceData reference)
    {
        var found = new List<(int Start, int End, IReadOnlyList<string> States, string? Unread)>();
        foreach (var (start, end) in Brackets.Outermost(text))
        {
            if (StateBracket.Read(text, start, end, reference, "en") is not { } bracket || (HasWords().IsMatch(text[end..]) && !IsListInside(text, bracket, reference)))
            {
                continue;
            }

            if (found.Count > 0 && !HasWords().IsMatch(text[found[^1].End..bracket.Start]))
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

    /// <summary>In the middle of a text brackets may explain something: "these (the instruments that Arvenia ratified)". A list of States begins with one.</summary>
    private static bool IsListInside(string text, StateBracket bracket, ReferenceData reference) => text[bracket.Start] == '('
        && (bracket.Unread is null || bracket.IsoCodes.Count > 1 || StateMentions.StateMentions.In(text[(bracket.Start + 1)..bracket.End], reference) is [{ Start: < 5 }, ..]);

    // The figure or asterisk of a note may stand before the mark or behind it.
    [GeneratedRegex(@"^[\s\d*∗†]*(?:[;.:]+|(?=\s(?:and\s+)?(?:\p{Lu}\p{Ll}|\(a\))))[\s\d*∗†]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\b(?!(?:and|or)\b)\p{L}{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HasWords();
}
