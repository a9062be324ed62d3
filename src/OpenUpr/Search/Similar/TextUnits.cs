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
        Count = _numbers.Count;
        foreach (var meaning in known)
        {
            Add(meaning);
        }
    }

    /// <summary>Units that there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the units of a text that is given as stems.</summary>
    public void Read(ReadOnlySpan<int> stems, List<int> units)
    {
        for (var i = 0; i < stems.Length; i++)
        {
            if (stems[i] == Unknown || _first[stems[i]] == 0 || Longest(stems[i..]) is not { Written: not null } found)
            {
                units.Add(stems[i]);
                continue;
            }

            units.AddRange(found.Written);
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

    private (int Length, int[]? Written) Longest(ReadOnlySpan<int> stems)
    {
        (int Length, int[]? Written) found = default;
        var node = _first[stems[0]];
        for (var length = 1; node > 0; length++)
        {
            found = _written[node] is { } written ? (length, written) : found;
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
        foreach (var node in meaning.Names.Select(Node))
        {
            _written[node] ??= written;
        }
    }

    /// <summary>The place in the tree of names at which a name ends.</summary>
    private int Node(IReadOnlyList<string> name)
    {
        ref var first = ref _first[_numbers[name[0]]];
        var node = first = first > 0 ? first : NewNode();
        foreach (var stem in name.Skip(1).Select(s => _numbers[s]))
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
