using System.Runtime.InteropServices;
using OpenUpr.Search.Text;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>
/// Finds the phrases of the concepts in a text. Words inside a longer phrase count for the longer one alone ("violence" in "violence against women"),
/// but still as parts of phrases whose parts may stand apart ("women" for "women + employment").
/// </summary>
internal sealed class PhraseFinder
{
    [ThreadStatic]
    private static int[]? s_numbers;

    private readonly Dictionary<ulong, int> _words = [];
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<List<int>> _whole = [[]];
    private readonly List<int> _part = [-1];
    private readonly List<(int First, int Second, int Concept)> _pairs = [];
    private int _parts;

    public PhraseFinder(IReadOnlyList<TopicConcept> concepts)
    {
        for (var i = 0; i < concepts.Count; i++)
        {
            foreach (var phrase in concepts[i].Phrases)
            {
                Add(phrase, i);
            }
        }
    }

    /// <summary>Where each concept's words first stand; untouched concepts keep a length of 0.</summary>
    /// <param name="found">One place for each concept, cleared by the caller.</param>
    public void Find(TextWords words, Span<(int First, int Count)> found)
    {
        Span<int> places = stackalloc int[_parts];
        places.Fill(-1);
        var numbers = NumbersOf(words);
        var covered = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            var (node, last) = numbers[i] < 0 ? default : Walk(numbers[i..], i, places);
            if (last == 0 || i + last <= covered)
            {
                continue;
            }

            covered = i + last;
            foreach (var concept in _whole[node])
            {
                Keep(found, concept, i, last);
            }
        }

        foreach (var (first, second, concept) in _pairs)
        {
            if (places[first] >= 0 && places[second] >= 0)
            {
                Keep(found, concept, places[first], 1);
            }
        }
    }

    private static void Keep(Span<(int First, int Count)> found, int concept, int first, int count)
    {
        if (found[concept].Count == 0)
        {
            found[concept] = (first, count);
        }
    }

    private ReadOnlySpan<int> NumbersOf(TextWords words)
    {
        if (words.Count > (s_numbers?.Length ?? 0))
        {
            s_numbers = new int[words.Count * 2];
        }

        var numbers = s_numbers.AsSpan(0, words.Count);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = _words.GetValueOrDefault(words.Hashes[i], -1);
        }

        return numbers;
    }

    /// <summary>The longest phrase that begins here; the parts that begin here are noted.</summary>
    private (int Node, int Words) Walk(ReadOnlySpan<int> words, int at, Span<int> places)
    {
        var (node, best, length) = (0, 0, 0);
        for (var j = 0; j < words.Length && words[j] >= 0 && _steps.TryGetValue(Step(node, words[j]), out node); j++)
        {
            if (_part[node] is >= 0 and var part && places[part] < 0)
            {
                places[part] = at;
            }

            (best, length) = _whole[node].Count > 0 ? (node, j + 1) : (best, length);
        }

        return (best, length);
    }

    private void Add(string phrase, int concept)
    {
        var parts = phrase.Split('+');
        var nodes = Array.ConvertAll(parts, Node);
        if (nodes.Length == 1)
        {
            _whole[nodes[0]].Add(concept);
            return;
        }

        _pairs.Add((PartOf(nodes[0]), PartOf(nodes[1]), concept));
    }

    private int PartOf(int node) => _part[node] >= 0 ? _part[node] : _part[node] = _parts++;

    private int Node(string phrase)
    {
        var node = 0;
        foreach (var word in Tokenizer.Words(phrase))
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, Step(node, WordOf(word)), out var exists);
            if (!exists)
            {
                next = _whole.Count;
                _whole.Add([]);
                _part.Add(-1);
            }

            node = next;
        }

        return node;
    }

    /// <summary>The number of a word; its plural has the same.</summary>
    private int WordOf(string word)
    {
        if (_words.TryGetValue(TextWords.Hash(word), out var known))
        {
            return known;
        }

        var number = _words.Count;
        foreach (var form in Forms(word))
        {
            _words.TryAdd(TextWords.Hash(form), number);
        }

        return number;
    }

    private static IEnumerable<string> Forms(string word)
    {
        var form = WordForms.Singular(word);
        return word.Length < 3 ? [word] : [word, form, form + "s", form + "es", form.EndsWith('y') ? form[..^1] + "ies" : form, .. WordForms.Irregular(form)];
    }

    private static long Step(int node, int word) => ((long)node << 32) | (uint)word;
}
