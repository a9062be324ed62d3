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

    private readonly KeyTable<int> _words = new();
    private readonly KeyTable<int> _steps = new();
    private readonly List<List<int>> _whole = [[]];
    private readonly List<int> _part = [-1];
    private readonly Gathered<ConceptPair> _pairs = new();
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
        foreach (ref var place in places)
        {
            place = -1;
        }

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

        for (var i = 0; i < _pairs.Count; i++)
        {
            if (places[_pairs[i].First] >= 0 && places[_pairs[i].Second] >= 0)
            {
                Keep(found, _pairs[i].Concept, places[_pairs[i].First], 1);
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
            numbers[i] = _words.Find(words.Hashes[i], -1);
        }

        return numbers;
    }

    /// <summary>The longest phrase that begins here; the parts that begin here are noted.</summary>
    private (int Node, int Words) Walk(ReadOnlySpan<int> words, int at, Span<int> places)
    {
        var (node, best, length) = (0, 0, 0);
        for (var j = 0; j < words.Length && words[j] >= 0 && _steps.TryFind(Step(node, words[j]), out node); j++)
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
        if (parts.Length == 1)
        {
            _whole[Node(parts[0])].Add(concept);
            return;
        }

        _pairs.Add(new ConceptPair(PartOf(Node(parts[0])), PartOf(Node(parts[1])), concept));
    }

    private int PartOf(int node) => _part[node] >= 0 ? _part[node] : _part[node] = _parts++;

    private int Node(string phrase)
    {
        var node = 0;
        foreach (var word in Tokenizer.Words(phrase))
        {
            var step = Step(node, WordOf(word));
            if (!_steps.TryFind(step, out var next))
            {
                next = _whole.Count;
                _steps.Add(step, next);
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
        if (_words.TryFind(TextWords.Hash(word), out var known))
        {
            return known;
        }

        var number = _words.Count;
        foreach (var form in Forms(word))
        {
            _words.Add(TextWords.Hash(form), number);
        }

        return number;
    }

    private static string[] Forms(string word)
    {
        var form = WordForms.Singular(word);
        return word.Length < 3 ? [word] : [word, form, form + "s", form + "es", form.EndsWith('y') ? form[..^1] + "ies" : form, WordForms.Irregular(form) ?? form];
    }

    private static ulong Step(int node, int word) => ((ulong)(uint)node << 32) | (uint)word;

    /// <summary>A phrase in two parts.</summary>
    private readonly record struct ConceptPair(int First, int Second, int Concept);
}
