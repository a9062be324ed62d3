using System.Collections.Frozen;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>Whether a text is in English: its small words against those of other languages of the United Nations and their neighbours.</summary>
internal static class English
{
    private static readonly FrozenSet<ulong> _english = Set("the of and to in for on with by its all that which from into their an is are be as at not this these those through including under without against has have or");

    // Only words that English texts do not have, foreign names aside.
    private static readonly FrozenSet<ulong> _foreign = Set("le la les des du et el los las del que para y aux au une un ein eine und der die das mit zu por con una sur dans pour avec sans ses leur leurs sus da dos ao il lo gli della delle nel na dla i het een van voor en");

    /// <summary>False too where nothing known stands in it: the rules could say nothing of it.</summary>
    public static bool IsIt(Draft draft)
    {
        var hashes = draft.Words.Hashes;
        var (english, foreign, latin, endings) = (0, 0, 0, 0);
        for (var i = 0; i < hashes.Length; i++)
        {
            english += _english.Contains(hashes[i]) ? 1 : 0;
            foreign += _foreign.Contains(hashes[i]) ? 1 : 0;
            endings += HasEnding(draft.Words.Written(i)) ? 1 : 0;
            latin += draft.Words.Written(i)[0] < '\u0250' ? 1 : 0;
        }

        return latin * 2 > hashes.Length && english >= foreign && (english > 0 || endings > 0 || draft.Clauses.Count > 0);
    }

    private static bool HasEnding(ReadOnlySpan<char> word) =>
        word.Length > 5 && (word.EndsWith("ly", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase));

    private static FrozenSet<ulong> Set(string words) => words.Split(' ').Select(w => TextWords.Hash(w)).ToFrozenSet();
}
