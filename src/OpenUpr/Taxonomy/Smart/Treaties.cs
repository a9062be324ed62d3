using System.Collections.Frozen;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>Whether an action is about becoming bound: ratify, accede to, sign, lift a reservation, and "consider ratifying".</summary>
internal static class Treaties
{
    private static readonly FrozenSet<string> _verbs = new[] { "ratify", "accede", "accede to", "sign", "adhere", "adhere to", "join", "become party to", "become a party to", "accept", "approve" }.ToFrozenSet();

    private static readonly FrozenSet<ulong> _words = new[] { "ratifying", "ratification", "acceding", "accession", "signing", "signature", "reservations", "reservation", "ratify", "accede", "adhering", "adhesion", "party" }
        .Select(w => TextWords.Hash(w)).ToFrozenSet();

    private static readonly FrozenSet<ulong> _prepositions = new[] { "of", "to" }.Select(w => TextWords.Hash(w)).ToFrozenSet();

    /// <summary>"Accede to and ratify": each of the verbs binds the State, so that they are one action.</summary>
    public static bool SameAct(Clause clause) => clause.Verbs.All(v => v.Verb.Text != "sign" && _verbs.Contains(v.Verb.Text));

    /// <summary>The word behind the last that speaks of being bound before a place ("consider ratifying", "ratification of"); the object's first word where none does.</summary>
    public static int Behind(Draft draft, Clause clause, int before)
    {
        var behind = clause.Object;
        for (var i = clause.Object; i < before; i++)
        {
            behind = _words.Contains(draft.Words.Hashes[i]) ? i + 1 : behind;
        }

        while (behind > clause.Object && behind < before && _prepositions.Contains(draft.Words.Hashes[behind]))
        {
            behind++;
        }

        return behind;
    }

    /// <summary>Whether the action makes the State party to something, or lifts a reservation.</summary>
    public static bool Binds(Draft draft, Clause clause) =>
        clause.Verbs.Any(v => _verbs.Contains(v.Verb.Text)) || Mentioned(draft, clause);

    /// <summary>"Sign and ratify": a signature alone would count as partly done, so only the second should be asked (UPR Info, compendium, "Measurable").</summary>
    public static bool SignsFirst(Clause clause) => clause.Verbs.Count > 1 && !clause.IsChoice && clause.Verbs[0].Verb.Text == "sign" && _verbs.Contains(clause.Verbs[1].Verb.Text);

    private static bool Mentioned(Draft draft, Clause clause)
    {
        foreach (var hash in draft.Words.Hashes[clause.First..clause.End])
        {
            if (_words.Contains(hash))
            {
                return true;
            }
        }

        return false;
    }
}
