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

        return parts;
    }

    /// <summary>
    /// One text for all States that stand behind the same fragments. A State's text is what stands before its brackets, back to the verb: with
    /// "ratify A (Arvenia), B (Quillon) and accept C (Arvenia)" Arvenia's is "ratify A and accept C", Quillon's "ratify A, B".
    /// </summary>
    private static IEnumerable<StatesBehind> OfClause(IReadOnlyList<StateFragment> clause)
    {
        var tail = clause[^1].States.Count == 0 && clause.Count > 1 ? clause[^1].Words : "";
        var fragments = tail.Length > 0 ? clause.Take(clause.Count - 1).ToList() : clause;
        var ofState = fragments.SelectMany(f => f.States).Distinct().Select(state => (State: state, Fragments: FragmentsOf(state, fragments)));
        foreach (var group in ofState.GroupBy(s => string.Join(' ', s.Fragments)))
        {
            var indexes = group.First().Fragments;
            var words = string.Concat(indexes.Select(i => fragments[i].Words.TrimEnd())) + tail;
            var printed = fragments.Where(f => f.States.Intersect(group.Select(g => g.State)).Any()).ToList();
            yield return new StatesBehind(Tidy(words), string.Join(' ', printed.Select(f => f.Printed)), [.. group.Select(g => g.State)], printed.Select(f => f.Unread).FirstOrDefault(u => u is not null));
        }

        if (fragments.All(f => f.States.Count == 0))
        {
            yield return new StatesBehind(Tidy(clause[0].Words), null, [], null);
        }
    }

    private static int[] FragmentsOf(string state, IReadOnlyList<StateFragment> fragments)
    {
        var used = new SortedSet<int>();
        for (var i = 0; i < fragments.Count; i++)
        {
            for (var at = i; fragments[i].States.Contains(state) && used.Add(at) && !fragments[at].IsOwn && at > 0;)
            {
                at--;
            }
        }

        return [.. used];
    }

    /// <summary>"Continue its efforts: for A (Arvenia); in B (Quillon)": the words before the colon belong to every text that has no verb.</summary>
    private static string WithStem(string stem, string text) => stem.Length == 0 || text.Length == 0 || char.IsUpper(text[0]) || RecommendingVerbs.Opens(text) ? text : $"{stem} {text}";

    private static string Tidy(string words) => TrailingStates.Trim(Lead().Replace(Spaces().Replace(words, " "), "").Trim());

    [GeneratedRegex(@"^[^:;]{4,80}:(?=\s)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stem();

    [GeneratedRegex(@"^(?:[\s;:.,*∗†/\d]|and\b|as well as\b|or\b)+(?=\P{L}*\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
