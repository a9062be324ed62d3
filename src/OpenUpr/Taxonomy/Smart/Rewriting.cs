using System.Collections.Frozen;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>Writes the recommendations proposed instead of a draft. What cannot be written well is left out: an empty list is honest.</summary>
internal static class Rewriting
{
    private const int Most = 12;

    private static readonly FrozenSet<ulong> _dropped = new[] { "the", "both", "two", "three" }.Select(w => TextWords.Hash(w)).ToFrozenSet();
    private static readonly ulong _following = TextWords.Hash("following");

    /// <summary>One recommendation for each instrument of a list, with the verb before it and what stands behind it.</summary>
    public static IReadOnlyList<string> Apart(Draft draft, Clause clause, InstrumentList list)
    {
        // "Ratify the core treaties, such as CAT and CED", "the following: ...": the class goes with the list.
        var generic = draft.Mentions.Any(m => m.FirstWord >= clause.Object && m.FirstWord < list.First && Draft.EntityOf(m).IsGeneric)
            || draft.Words.Hashes[clause.Object..list.First].Contains(_following);
        var end = generic ? Treaties.Behind(draft, clause, list.First) : list.First;
        while (end > clause.Object && _dropped.Contains(draft.Words.Hashes[end - 1]))
        {
            end--;
        }

        // A list far within a sentence reads badly when taken apart.
        if (end - clause.Object > 8)
        {
            return [];
        }

        var verb = Treaties.SignsFirst(clause) ? clause.Verbs[1].Verb.Text : draft.Written(clause.First, clause.Object);
        var before = $"{verb} {draft.Written(clause.Object, end)}".Trim();
        var after = Tail(draft, list.End, clause.End);
        return [.. list.Items.Take(Most).Select(i => Sentence($"{before} {i.Name}{after}"))];
    }

    /// <summary>One recommendation for each verb that shares the object.</summary>
    public static IReadOnlyList<string> ByVerb(Draft draft, Clause clause)
    {
        var rest = draft.Written(clause.Object, clause.End);
        var verbs = clause.Verbs.AsEnumerable();
        if (Treaties.SignsFirst(clause) || clause.Verbs[0].Verb.Category == 2)
        {
            verbs = verbs.Skip(1);
        }

        return rest.Length == 0 || draft.Words.Marks[clause.Object] == ',' ? [] : [.. verbs.Take(Most).Select(v => Sentence($"{v.Verb.Text} {rest}"))];
    }

    /// <summary>One recommendation for each action.</summary>
    public static IReadOnlyList<string> ByAction(Draft draft) => draft.Clauses.Count > Most || draft.Clauses.Any(c => c.Object >= c.End)
        ? []
        : [.. draft.Clauses.Select(c => Sentence(draft.Written(c.First, c.End)))];

    /// <summary>A capital first, no mark at the end.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.Trim().TrimEnd('.', ',', ';', ':', ' ');
        return trimmed.Length == 0 ? "" : char.ToUpperInvariant(trimmed[0]) + trimmed[1..];
    }

    private static string Tail(Draft draft, int from, int to)
    {
        if (from >= to)
        {
            return "";
        }

        var written = draft.Written(from, to);
        return draft.Words.Marks[from] == ',' ? $", {written}" : $" {written}";
    }
}
