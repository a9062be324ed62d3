using OpenUpr.Search.Text;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>The stem of each word that training or the table of cues knew, by hash, so that no word need be stemmed when a text is read.</summary>
public sealed class WordStems
{
    private readonly KeyTable<ulong> _stems = new();
    private readonly Tokenizer _tokens = new();

    /// <summary>Hash of a folded word's stem. Words with anything but a to z, and short ones, are their own stems.</summary>
    public static ulong Hash(ReadOnlySpan<char> folded) =>
        TextWords.Hash(folded.Length < 4 || folded.ContainsAnyExceptInRange('a', 'z') ? folded : Porter.Stem(folded));

    /// <summary>Learns the words of a text.</summary>
    public void Learn(string text)
    {
        for (_tokens.Begin(text); _tokens.Next();)
        {
            var word = TextWords.Hash(_tokens.Word);
            if (!_stems.Contains(word))
            {
                _stems.Add(word, Hash(_tokens.Word));
            }
        }
    }

    /// <summary>The stem of a word, both as hashes; a word that nobody knew is its own.</summary>
    public ulong Of(ulong word) => _stems.Find(word, word);

    public static WordStems Read(BinaryReader reader)
    {
        var words = reader.ReadArray<ulong>();
        var stems = reader.ReadArray<ulong>(words.Length);
        var result = new WordStems();
        for (var i = 0; i < words.Length; i++)
        {
            result._stems.Add(words[i], stems[i]);
        }

        return result;
    }

    public void Write(BinaryWriter writer)
    {
        // A word that is its own stem need not be kept.
        var kept = _stems.Keys.ToArray().Where(word => Of(word) != word).Order().ToList();
        writer.WriteArray<ulong>([.. kept]);
        writer.WriteArray<ulong>([.. kept.Select(Of)]);
    }
}
