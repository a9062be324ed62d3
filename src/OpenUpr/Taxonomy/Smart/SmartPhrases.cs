using System.Collections.Frozen;
using OpenUpr.Reviews;
using OpenUpr.Search.Text;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>The phrases of smart-phrases.csv: what is vague, urgent, limited by will, helpful. A "/" between words stands for either.</summary>
internal static class SmartPhrases
{
    private static readonly FrozenDictionary<string, ILookup<ulong, ulong[]>> _byCode = ReferenceTable.Read("OpenUpr.Taxonomy.Data.smart-phrases.csv")
        .GroupBy(r => r["code"])
        .ToFrozenDictionary(g => g.Key, g => g.SelectMany(r => Expand(r["phrase"])).ToLookup(p => p[0]));

    /// <summary>Where phrases of a code stand in the words from one to another, the longest from each word on; none overlap.</summary>
    public static List<(int First, int Words)> Find(TextWords words, string code, int from = 0, int? to = null)
    {
        var found = new List<(int, int)>();
        var end = to ?? words.Count;
        for (var i = from; i < end;)
        {
            var length = _byCode[code][words.Hashes[i]].Where(p => Stands(words, p, i, end)).Select(p => p.Length).DefaultIfEmpty(0).Max();
            if (length > 0)
            {
                found.Add((i, length));
            }

            i += Math.Max(1, length);
        }

        return found;
    }

    private static bool Stands(TextWords words, ulong[] phrase, int at, int end)
    {
        if (at + phrase.Length > end || !words.Hashes.Slice(at, phrase.Length).SequenceEqual(phrase))
        {
            return false;
        }

        return !words.Marks.Slice(at + 1, phrase.Length - 1).ContainsAny(",;:.");
    }

    private static IEnumerable<ulong[]> Expand(string phrase)
    {
        IEnumerable<string[]> all = [[]];
        foreach (var choice in phrase.Split(' '))
        {
            all = [.. all.SelectMany(words => choice.Split('/').Select(c => (string[])[.. words, .. Tokenizer.Words(c)]))];
        }

        return all.Select(words => words.Select(w => TextWords.Hash(w)).ToArray());
    }
}
