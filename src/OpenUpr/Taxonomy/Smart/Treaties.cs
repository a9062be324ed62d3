using System.Collections.Frozen;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>Whether an action is about becoming bound: ratify, accede to, sign, lift a reservation, and "consider ratifying".</summary>
internal static class Treaties
{
    private static readonly FrozenSet<string> _verbs = new[] { "ratify", "accede", "accede to", "sign", "adhere", "adhere to", "join", "become party to", "become a party to", "accept", "approve" }.ToFrozenSet();

    private static readonly FrozenSet<ulong> _words = new[] { "ratifying", "ratification", "acceding", "accession", "signing", "signature", "reservations", "reservation", "ratify", "accede", "adhering", "adhesion", "party" }
        .Select(w => TextWords.Hash(w)).ToFrozenSet();

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
