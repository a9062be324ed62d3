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

    private readonly Dictionary<ulong, int> _ids = [];
    private readonly HashSet<int> _looseIds = [];
    private readonly HashSet<int> _leadingIds = [];
    private int _next = And + 1;

    public NameWords()
    {
        foreach (var word in _small)
        {
            _ids[TextWords.Hash(word)] = Small;
        }

        _ids[TextWords.Hash("and")] = _ids[TextWords.Hash("or")] = And;
        var years = Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(y => y.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        foreach (var word in _loose.Concat(years))
        {
            _looseIds.Add(Add(word));
        }

        _leadingIds.UnionWith(_leading.Concat(years).Select(Add));
    }

    /// <summary>How many numbers there are.</summary>
    public int Count => _next;

    /// <summary>The number of a text's word.</summary>
    public int Find(ulong hash) => _ids.TryGetValue(hash, out var id) ? id : Unknown;

    /// <summary>Whether a name goes on behind this word although it does not have it.</summary>
    public bool IsLoose(int id) => _looseIds.Contains(id);

    /// <summary>Whether the word belongs to a name that follows it.</summary>
    public bool IsLeading(int id) => _leadingIds.Contains(id);

    /// <summary>The numbers of a name's words, small ones left out.</summary>
    public IEnumerable<int> Read(string name) => Tokenizer.Words(name).Select(Add).Where(id => id != Small);

    private int Add(string word)
    {
        if (_ids.TryGetValue(TextWords.Hash(word), out var known))
        {
            return known;
        }

        var id = _next++;
        foreach (var form in Forms(word))
        {
            _ids.TryAdd(TextWords.Hash(form), id);
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
