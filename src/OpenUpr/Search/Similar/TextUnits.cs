using OpenUpr.Search.Index;
using OpenUpr.Search.Text;

namespace OpenUpr.Search.Similar;

/// <summary>
/// Turns texts into what is compared: stems, with every name of an instrument or body replaced by a unit of its own, followed by the stems of
/// its name, so that an abbreviation and the name that it stands for read the same. Units below the number of stems are stems.
/// </summary>
internal sealed class TextUnits
{
    /// <summary>A word that no text of the index holds. Nothing matches it, yet it counts as part of the text that has it.</summary>
    public const int Unknown = -1;

    /// <summary>Words that tell nothing of what is asked.</summary>
    private static readonly string[] s_small = ["the", "a", "an", "of", "to", "in", "on", "for", "its", "their", "by", "with", "and", "as", "at", "from", "into", "all"];

    /// <summary>Words without which a text would say something else.</summary>
    private static readonly string[] s_decisive = ["not", "no", "non", "never", "without", "except", "against"];

    private readonly HashSet<int> _decisive = [];
    private readonly bool[] _small;
    private readonly int _stemCount;
    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<long, int> _next = [];
    private readonly int[] _first;
    private readonly List<int[]?> _written = [null];

    public TextUnits(DocTable table)
    {
        _numbers = new Dictionary<string, int>(table.Stems.Length * 2, StringComparer.Ordinal);
        for (var stem = 0; stem < table.Stems.Length; stem++)
        {
            _numbers.TryAdd(table.Stems[stem], stem);
        }

        var known = SameMeaning.All;
        foreach (var stem in known.SelectMany(m => m.Names.Prepend(m.WrittenOut)).SelectMany(n => n))
        {
            _numbers.TryAdd(stem, _numbers.Count);
        }

        _first = new int[_numbers.Count];
        _stemCount = Count = _numbers.Count;
        _small = new bool[Count];
        foreach (var small in s_small.Select(w => _numbers.GetValueOrDefault(Porter.Stem(w), Unknown)).Where(s => s != Unknown))
        {
            _small[small] = true;
        }

        _decisive.UnionWith(s_decisive.Select(w => _numbers.GetValueOrDefault(Porter.Stem(w), Unknown)));
        _decisive.UnionWith(_numbers.Where(n => n.Key.Any(char.IsDigit)).Select(n => n.Value));
        foreach (var meaning in known)
        {
            Add(meaning);
        }
    }

    /// <summary>Units that there are.</summary>
    public int Count { get; private set; }

    /// <summary>True for an article, preposition or possessive.</summary>
    public bool IsSmall(int unit) => unit < _stemCount && _small[unit];

    /// <summary>True for a negation, a number and the sign of an instrument or body: texts that differ in one say different things.</summary>
    public bool IsDecisive(int unit) => unit >= _stemCount || _decisive.Contains(unit);

    /// <summary>Adds the units of a text that is given as stems. A name with its abbreviation behind it is one name.</summary>
    public void Read(ReadOnlySpan<int> stems, List<int> units)
    {
        int[]? before = null;
        for (var i = 0; i < stems.Length; i++)
        {
            if (stems[i] == Unknown || _first[stems[i]] == 0 || Longest(stems[i..]) is not { Written: not null } found)
            {
                units.Add(stems[i]);
                before = null;
                continue;
            }

            if (found.Written != before)
            {
                units.AddRange(found.Written);
            }

            before = found.Written;
            i += found.Length - 1;
        }
    }

    /// <summary>The stems of any text.</summary>
    public int[] Stems(string text)
    {
        var tokens = new Tokenizer();
        var stems = new List<int>();
        tokens.Begin(text);
        while (tokens.Next())
        {
            stems.Add(_numbers.GetValueOrDefault(Porter.Stem(tokens.Word), Unknown));
        }

        return [.. stems];
    }

    /// <summary>The longest name from the first stem on; which small words stand within it does not matter ("the Protocol of", "the Protocol to the").</summary>
    private (int Length, int[]? Written) Longest(ReadOnlySpan<int> stems)
    {
        (int Length, int[]? Written) found = default;
        var node = _first[stems[0]];
        for (var length = 1; node > 0; length++)
        {
            found = _written[node] is { } written ? (length, written) : found;
            while (length < stems.Length && stems[length] != Unknown && IsSmall(stems[length]))
            {
                length++;
            }

            if (length == stems.Length || stems[length] == Unknown || !_next.TryGetValue(Step(node, stems[length]), out node))
            {
                break;
            }
        }

        return found;
    }

    private void Add(NamesOfOne meaning)
    {
        int[] name = [.. meaning.WrittenOut.Select(s => _numbers[s])];
        int[] written = meaning.IsEntity ? [Count++, .. name] : name;
        foreach (var node in meaning.Names.Select(Telling).Where(n => n.Count > 0).Select(Node))
        {
            _written[node] ??= written;
        }
    }

    private List<int> Telling(IReadOnlyList<string> name) => [.. name.Select(s => _numbers[s]).Where(s => !IsSmall(s))];

    /// <summary>The place in the tree of names at which a name ends.</summary>
    private int Node(List<int> name)
    {
        ref var first = ref _first[name[0]];
        var node = first = first > 0 ? first : NewNode();
        foreach (var stem in name.Skip(1))
        {
            if (!_next.TryGetValue(Step(node, stem), out var next))
            {
                _next.Add(Step(node, stem), next = NewNode());
            }

            node = next;
        }

        return node;
    }

    private int NewNode()
    {
        _written.Add(null);
        return _written.Count - 1;
    }

    private static long Step(int node, int stem) => ((long)node << 32) | (uint)stem;
}
