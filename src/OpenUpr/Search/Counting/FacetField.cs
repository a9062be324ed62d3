namespace OpenUpr.Search.Counting;

/// <summary>Which part of a pair's records decides a field: pairs are counted by these, and the fields' counts follow from them.</summary>
internal enum Dimension
{
    Review,
    RecommendingState,
    Traits,
    IssueSet,
    SdgSet,
    ThemeSet,
    PersonSet,
    InstrumentSet,
}

/// <summary>A field of the query language with the values that occur, and which of them each entry of its dimension carries.</summary>
internal sealed class FacetField
{
    private readonly int[] _start;
    private readonly int[] _items;
    private readonly Dictionary<string, int> _numbers;
    private readonly Func<string, string> _label;

    /// <param name="valuesOf">The values of each entry of the dimension, in the dimension's order.</param>
    /// <param name="label">What a reader sees for a value, also for one that does not occur.</param>
    public FacetField(string name, Dimension dimension, IReadOnlyList<IReadOnlyList<string>> valuesOf, Func<string, string> label)
    {
        (Name, Dimension, _label) = (name, dimension, label);
        Values = [.. valuesOf.SelectMany(v => v).Distinct().OrderBy(v => v.Length > 0 && char.IsAsciiDigit(v[0]) ? v.Length : 0).ThenBy(v => v, StringComparer.Ordinal)];
        Labels = [.. Values.Select(label)];
        _numbers = Values.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => v.i);
        _start = new int[valuesOf.Count + 1];
        for (var i = 0; i < valuesOf.Count; i++)
        {
            _start[i + 1] = _start[i] + valuesOf[i].Count;
        }

        _items = [.. valuesOf.SelectMany(v => v).Select(v => _numbers[v])];
    }

    public string Name { get; }

    public Dimension Dimension { get; }

    /// <summary>In the order in which equal counts are listed: by number or by code.</summary>
    public string[] Values { get; }

    public string[] Labels { get; }

    /// <summary>Entries of the dimension.</summary>
    public int EntryCount => _start.Length - 1;

    public ReadOnlySpan<int> ValuesOf(int entry) => _items.AsSpan(_start[entry], _start[entry + 1] - _start[entry]);

    /// <summary>The value's number, or -1 when nothing in the index carries it.</summary>
    public int Find(string value) => _numbers.GetValueOrDefault(value, -1);

    public string Label(string value) => _label(value);

    /// <summary>Adds the counts of the dimension's entries to the counts of the values that they carry.</summary>
    public void Expand(ReadOnlySpan<int> entries, Span<int> counts)
    {
        for (var entry = 0; entry < entries.Length; entry++)
        {
            if (entries[entry] == 0)
            {
                continue;
            }

            foreach (var value in ValuesOf(entry))
            {
                counts[value] += entries[entry];
            }
        }
    }

    /// <summary>Sets a bit for every entry of the dimension that does not carry any (or all) of the chosen values.</summary>
    public void MarkFailing(IReadOnlyList<string> chosen, bool all, Span<ushort> masks, ushort bit)
    {
        var wanted = new bool[Values.Length];
        foreach (var number in chosen.Select(Find).Where(n => n >= 0))
        {
            wanted[number] = true;
        }

        var needed = all ? chosen.Distinct().Count() : 1;
        for (var entry = 0; entry < masks.Length; entry++)
        {
            var found = 0;
            foreach (var value in ValuesOf(entry))
            {
                found += wanted[value] ? 1 : 0;
            }

            if (found < needed)
            {
                masks[entry] |= bit;
            }
        }
    }
}
