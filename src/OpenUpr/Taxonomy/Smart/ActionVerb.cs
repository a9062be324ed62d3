using System.Collections.Frozen;
using OpenUpr.Reviews;
using OpenUpr.Search.Text;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>A verb that opens recommendations.</summary>
/// <param name="Text">In its base form, with its preposition where it has one ("accede to").</param>
/// <param name="Category">The action category of UPR Info's codebook ("Action category", 2014), 1 to 5.</param>
/// <param name="Past">Its past participle, for a question whether it was done.</param>
/// <param name="IsNounToo">Whether it is a noun as often ("report"), so that it opens an action only before an object.</param>
/// <param name="Words">Number of words.</param>
public sealed record ActionVerb(string Text, int Category, string Past, bool IsNounToo, int Words)
{
    private static readonly FrozenDictionary<ulong, ActionVerb> _verbs = ReferenceTable.Read("OpenUpr.Taxonomy.Data.smart-verbs.csv")
        .Select(r => (Words: Tokenizer.Words(r["verb"]), Row: r))
        .ToFrozenDictionary(v => Key(v.Words), v => new ActionVerb(v.Row["verb"], v.Row.Number("category")!.Value, v.Row["past"], v.Row["also_noun"] == "yes", v.Words.Count));

    private static readonly int _longest = _verbs.Values.Max(v => v.Words);

    /// <summary>The longest verb that begins with this word, or null.</summary>
    public static ActionVerb? At(TextWords words, int at)
    {
        ActionVerb? longest = null;
        var key = 0UL;
        for (var i = 0; i < _longest && at + i < words.Count && (i == 0 || words.Marks[at + i] is ' ' or '-'); i++)
        {
            key = TextWords.Combine(key, words.Hashes[at + i]);
            longest = _verbs.GetValueOrDefault(key) ?? longest;
        }

        return longest;
    }

    private static ulong Key(IEnumerable<string> words) => words.Aggregate(0UL, (key, word) => TextWords.Combine(key, TextWords.Hash(word)));
}
