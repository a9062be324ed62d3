using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>Parts a paragraph of the conclusions into texts, each with the States that recommend it.</summary>
internal static partial class RecommendationParts
{
    /// <summary>At least one; without States where none could be told.</summary>
    public static IReadOnlyList<StatesBehind> Of(string text, ReferenceData reference)
    {
        var parts = new List<StatesBehind>();
        var stem = "";
        foreach (var clause in StateClauses.Of(text, reference))
        {
            var found = OfClause(clause).ToList();
            stem = parts.Count == 0 && found.Count > 0 ? Stem().Match(found[0].Text).Value : stem;
            parts.AddRange(parts.Count == 0 ? found : found.Select(p => p with { Text = WithStem(stem, p.Text) }));
        }

        return parts is [{ AsPrinted: null } only] ? [only with { IsoCodes = NamedIn(only.Text, reference) }] : parts;
    }

    /// <summary>
    /// One text for all States that stand behind the same fragments. A State's text is what stands before its brackets, back to the verb: with
    /// "ratify A (Arvenia), B (Quillon) and accept C (Arvenia)" Arvenia's is "ratify A and accept C", Quillon's "ratify A, B".
    /// </summary>
    private static IEnumerable<StatesBehind> OfClause(IReadOnlyList<StateFragment> clause)
    {
        if (clause.All(f => f.States.Count == 0))
        {
            return [new StatesBehind(Tidy(string.Concat(clause.Select(f => f.Words))), null, [], null)];
        }

        return clause.SelectMany(f => f.States).Distinct()
            .Select(state => (State: state, Used: FragmentsOf(state, clause)))
            .GroupBy(s => string.Join(' ', s.Used))
            .Select(group =>
            {
                var states = group.Select(g => g.State).ToList();
                var behind = clause.Where(f => f.States.Intersect(states).Any()).ToList();
                var words = string.Concat(group.First().Used.Select(i => Gap(clause[i].Words)));
                return new StatesBehind(Tidy(words), string.Join(' ', behind.Select(f => f.Printed)), states, behind.Select(f => f.Unread).FirstOrDefault(u => u is not null));
            });
    }

    private static int[] FragmentsOf(string state, IReadOnlyList<StateFragment> clause)
    {
        var used = new SortedSet<int>();
        for (var i = 0; i < clause.Count; i++)
        {
            if (clause[i].States.Contains(state))
            {
                Back(i, clause, used);
                Forward(i, clause, used);
            }
        }

        // Words behind the last brackets belong to all, unless a mark parts them: then to the words before it.
        if (clause[^1].States.Count == 0 && (clause[^1].RunsOn || used.Contains(clause.Count - 2)))
        {
            used.Add(clause.Count - 1);
        }

        return [.. used];
    }

    private static void Back(int i, IReadOnlyList<StateFragment> clause, SortedSet<int> used)
    {
        for (used.Add(i); !clause[i].IsOwn && i > 0; used.Add(i))
        {
            i--;

            // "Sign (Arvenia) and ratify (Quillon) the Convention (Tovell)": other verbs for the same object are passed over.
            while (i > 0 && !clause[i].IsOwn && clause[i].IsStub(clause[i + 1]) && clause[i + 1].IsOwn)
            {
                i--;
            }
        }
    }

    private static void Forward(int i, IReadOnlyList<StateFragment> clause, SortedSet<int> used)
    {
        if (!clause[i].IsStub(i + 1 < clause.Count ? clause[i + 1] : null))
        {
            return;
        }

        for (var next = i + 1; next < clause.Count; next++)
        {
            if (!clause[next].IsStub(next + 1 < clause.Count ? clause[next + 1] : null))
            {
                used.Add(next);
                return;
            }
        }
    }

    /// <summary>"With regard to the recommendation of Quillon": old reports name States in the text itself.</summary>
    private static IReadOnlyList<string> NamedIn(string text, ReferenceData reference)
    {
        var behind = RecommendationOf().Matches(text).Select(m => m.Index + m.Length).ToHashSet();
        return [.. StateMentions.StateMentions.In(text, reference).Where(m => behind.Contains(m.Start)).Select(m => m.Iso3).Distinct()];
    }

    /// <summary>"Continue its efforts: for A (Arvenia); in B (Quillon)": the words before the colon belong to every text that has no verb.</summary>
    private static string WithStem(string stem, string text) => stem.Length == 0 || text.Length == 0 || char.IsUpper(text[0]) || RecommendingVerbs.Opens(text) ? text : $"{stem} {text}";

    private static string Gap(string words) => words.TrimEnd() is var text && text.Length > 0 && char.IsLetterOrDigit(text[0]) ? " " + text : text;

    private static string Tidy(string words) => TrailingStates.Trim(Lead().Replace(Spaces().Replace(words, " "), "").Trim());

    [GeneratedRegex(@"^[^:;]{4,80}:(?=\s)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stem();

    [GeneratedRegex(@"^(?:[\s;:.,*∗†/]|\d+(?=\s+\p{Lu})|and\b|as well as\b|or\b)+(?=\P{L}*\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\brecommendations?\s+(?:made\s+|put\s+forward\s+)?(?:of|by|from)\s+(?:the\s+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex RecommendationOf();
}
