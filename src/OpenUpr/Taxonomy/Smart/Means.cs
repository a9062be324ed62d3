using System.Collections.Frozen;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>Whether an action says how it is to be done: "by amending ...", "through ...", "such as ...".</summary>
internal static class Means
{
    private static readonly FrozenSet<ulong> _through = new[] { "through", "via" }.Select(w => TextWords.Hash(w)).ToFrozenSet();
    private static readonly ulong _by = TextWords.Hash("by"), _such = TextWords.Hash("such"), _as = TextWords.Hash("as"), _and = TextWords.Hash("and");

    public static bool Stands(Draft draft, Clause clause) => Find(draft, clause).Count > 0;

    /// <summary>Where the words stand that lead to the means.</summary>
    public static List<(int Start, int End)> Find(Draft draft, Clause clause)
    {
        var hashes = draft.Words.Hashes;
        var found = new List<(int, int)>();
        for (var i = clause.Object; i < clause.End; i++)
        {
            if (_through.Contains(hashes[i]) && i > clause.Object)
            {
                found.Add(draft.Place(i, 1));
            }
            else if (hashes[i] == _by && Gerund(draft, i + 1, clause.End) is var gerund and >= 0)
            {
                found.Add(draft.Place(i, gerund + 1 - i));
            }
            else if (hashes[i] == _such && i + 1 < clause.End && hashes[i + 1] == _as)
            {
                found.Add(draft.Place(i, 2));
            }
        }

        return found;
    }

    /// <summary>The next word in -ing from here, at most an adverb or "and" away; or -1.</summary>
    private static int Gerund(Draft draft, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 3); i++)
        {
            var word = draft.Words.Written(i);
            if (word.Length > 5 && word.EndsWith("ing", StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }

            if (!word.EndsWith("ly", StringComparison.OrdinalIgnoreCase) && draft.Words.Hashes[i] != _and && !word.Equals("way", StringComparison.OrdinalIgnoreCase) && !word.Equals("of", StringComparison.OrdinalIgnoreCase))
            {
                return -1;
            }
        }

        return -1;
    }
}
