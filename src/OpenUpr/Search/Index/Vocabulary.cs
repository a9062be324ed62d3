using System.Runtime.CompilerServices;
using OpenUpr.Search.Text;

namespace OpenUpr.Search.Index;

/// <summary>The words and stems met so far. Each form of a word is stemmed once.</summary>
internal sealed class Vocabulary
{
    private readonly Tokenizer _tokenizer = new();
    private readonly WordTable _words = new();
    private readonly WordTable _stems = new();

    public Vocabulary()
    {
    }

    /// <summary>Begins with the words of an older table, under the same numbers.</summary>
    public Vocabulary(DocTable from)
    {
        foreach (var stem in from.Stems)
        {
            _stems.Number(stem);
        }

        foreach (var word in from.Words)
        {
            _words.Number(word);
        }

        WordStem.AddRange(from.WordStem);
        WordCount.AddRange(from.WordCount);
    }

    public ReadOnlySpan<string> Stems => _stems.Words;

    public ReadOnlySpan<string> Words => _words.Words;

    public List<int> WordStem { get; } = [];

    public List<int> WordCount { get; } = [];

    /// <summary>Adds the stems of a text's words to <paramref name="tokens"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Tokenise(string text, List<int> tokens)
    {
        _tokenizer.Begin(text);
        while (_tokenizer.Next())
        {
            var word = _words.Number(_tokenizer.Word);
            if (word == WordStem.Count)
            {
                WordStem.Add(_stems.Number(Porter.Stem(_tokenizer.Word)));
                WordCount.Add(0);
            }

            WordCount[word]++;
            tokens.Add(WordStem[word]);
        }
    }
}
