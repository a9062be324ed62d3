using System.Globalization;
using OpenUpr.Search.Text;

namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>Hashes of words' stems, each stem made once. Not for several threads at once.</summary>
internal sealed class Stems
{
    // The words of all exports together; texts made to fill the memory start it anew.
    private const int MaxKept = 60_000;

    private KeyTable<ulong> _known = new();
    private readonly Tokenizer _tokens = new();

    /// <summary>The stems of the first words of a text.</summary>
    public void Read(TextWords words, Span<ulong> stems)
    {
        for (var i = 0; i < stems.Length; i++)
        {
            if (!_known.TryFind(words.Hashes[i], out stems[i]))
            {
                stems[i] = Add(words.Hashes[i], words.Written(i).ToString());
            }
        }
    }

    /// <summary>The hash that a word's stem has, for lists in code.</summary>
    public static ulong Of(string word) => TextWords.Hash(Porter.Stem(word.ToLower(CultureInfo.InvariantCulture)));

    private ulong Add(ulong word, string written)
    {
        if (_known.Count >= MaxKept)
        {
            _known = new();
        }

        _tokens.Begin(written);
        var stem = _tokens.Next() ? TextWords.Hash(Porter.Stem(_tokens.Word)) : word;
        _known.Add(word, stem);
        return stem;
    }
}
