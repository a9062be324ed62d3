using OpenUpr.Search.Text;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Entities;

/// <summary>
/// The words of names, each with a number: singular and plural are one word, small words ("of", "on", "the") are none, because texts
/// mix them ("Convention of the Rights of the Child"). Words such as "international" may stand in a name or be missing.
/// </summary>
internal sealed class NameWords
{
    /// <summary>A word that no name has.</summary>
    public const int Unknown = -1;

    /// <summary>A small word, which names are read without.</summary>
    public const int Small = 0;

    /// <summary>"And", "or": one word to names, because texts mix them.</summary>
    public const int And = 1;

    private const int FirstYear = 1926, LastYear = 2035;

    private static readonly string[] _small =
        ["a", "an", "the", "of", "on", "for", "to", "in", "from", "against", "concerning", "regarding", "relating", "related", "relative", "with", "by", "at", "as", "s"];

    private static readonly string[] _loose =
        ["international", "united", "nations", "un", "new", "its", "their", "other", "respective", "both", "no", "nos", "number", "numbers", "all", "current", "existing", "relevant"];

    // Those that belong to a name when they stand before it: "1951 Refugee Convention", "UN Convention against Torture".
    private static readonly string[] _leading = ["international", "united", "nations", "un"];

    private readonly KeyTable<int> _ids = new();
    // By number, where there is one.
    private readonly List<bool> _looseIds = [];
    private readonly List<bool> _leadingIds = [];
    private int _next = And + 1;

    public NameWords()
    {
        foreach (var word in _small)
        {
            _ids.Add(TextWords.Hash(word), Small);
        }

        _ids.Add(TextWords.Hash("and"), And);
        _ids.Add(TextWords.Hash("or"), And);
        foreach (var word in _loose)
        {
            Mark(_looseIds, word);
        }

        foreach (var word in _leading)
        {
            Mark(_leadingIds, word);
        }

        for (var year = FirstYear; year <= LastYear; year++)
        {
            var word = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Mark(_looseIds, word);
            Mark(_leadingIds, word);
        }
    }

    /// <summary>How many numbers there are.</summary>
    public int Count => _next;

    /// <summary>The number of a text's word.</summary>
    public int Find(ulong hash) => _ids.Find(hash, Unknown);

    /// <summary>Whether a name goes on behind this word although it does not have it.</summary>
    public bool IsLoose(int id) => id >= 0 && id < _looseIds.Count && _looseIds[id];

    /// <summary>Whether the word belongs to a name that follows it.</summary>
    public bool IsLeading(int id) => id >= 0 && id < _leadingIds.Count && _leadingIds[id];

    /// <summary>The numbers of a name's words, small ones left out.</summary>
    public int[] Read(string name)
    {
        var words = Tokenizer.Words(name);
        var (numbers, count) = (new int[words.Count], 0);
        for (var i = 0; i < words.Count; i++)
        {
            numbers[count] = Add(words[i]);
            count += numbers[count] == Small ? 0 : 1;
        }

        var kept = new int[count];
        Array.Copy(numbers, kept, count);
        return kept;
    }

    private void Mark(List<bool> marks, string word)
    {
        var id = Add(word);
        while (marks.Count <= id)
        {
            marks.Add(false);
        }

        marks[id] = true;
    }

    private int Add(string word)
    {
        if (_ids.TryFind(TextWords.Hash(word), out var known))
        {
            return known;
        }

        var id = _next++;
        foreach (var form in Forms(word))
        {
            _ids.Add(TextWords.Hash(form), id);
        }

        return id;
    }

    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        if (word is "women" or "woman")
        {
            yield return "woman";
            yield return "women";
        }
        else if (word is "children" or "child")
        {
            yield return "child";
            yield return "children";
        }
        else if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }
        else if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
        {
            yield return word[..^1];
        }
        else if (word.Length > 2 && word[^1] == 'y')
        {
            yield return word[..^1] + "ies";
        }
        else if (word.Length > 1 && !char.IsDigit(word[^1]))
        {
            yield return word + "s";
        }
    }
}
