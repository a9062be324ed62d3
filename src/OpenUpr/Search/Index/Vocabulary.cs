using OpenUpr.Search.Text;

namespace OpenUpr.Search.Index;

/// <summary>The words and stems met so far. Each form of a word is stemmed once.</summary>
internal sealed class Vocabulary
{
    private readonly Tokenizer _tokenizer = new();
    private readonly Dictionary<string, int> _words = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordLookup;
    private readonly NumberedSet<string> _stems = new();

    public Vocabulary() => _wordLookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    public Vocabulary(DocTable from)
        : this()
    {
        foreach (var stem in from.Stems)
        {
            _stems.Number(stem);
        }

        for (var i = 0; i < from.Words.Length; i++)
        {
            _words.Add(from.Words[i], i);
        }

        Words.AddRange(from.Words);
        WordStem.AddRange(from.WordStem);
        WordCount.AddRange(from.WordCount);
    }

    public List<string> Stems => _stems.Items;

    public List<string> Words { get; } = [];

    public List<int> WordStem { get; } = [];

    public List<int> WordCount { get; } = [];

    /// <summary>Adds the stems of a text's words to <paramref name="tokens"/>.</summary>
    public void Tokenise(string text, List<int> tokens)
    {
        _tokenizer.Begin(text);
        while (_tokenizer.Next())
        {
            if (!_wordLookup.TryGetValue(_tokenizer.Word, out var word))
            {
                word = Learn(_tokenizer.Word.ToString());
            }

            WordCount[word]++;
            tokens.Add(WordStem[word]);
        }
    }

    private int Learn(string word)
    {
        var number = Words.Count;
        _words.Add(word, number);
        Words.Add(word);
        WordStem.Add(_stems.Number(Porter.Stem(word)));
        WordCount.Add(0);
        return number;
    }
}
