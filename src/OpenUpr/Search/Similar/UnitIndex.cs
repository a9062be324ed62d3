using OpenUpr.Search.Index;

namespace OpenUpr.Search.Similar;

/// <summary>The texts of an index as units, and where each unit occurs. Made once for an index, in a few hundredths of a second for 100,000 pairs.</summary>
internal sealed class UnitIndex
{
    private readonly DocTable _table;
    private readonly HashSet<int> _weighed = [];
    private readonly int[] _start;
    private readonly int[] _units;

    public UnitIndex(DocTable table)
    {
        _table = table;
        Names = new TextUnits(table);
        var units = new List<int>(table.Tokens.Length + (table.Tokens.Length / 4));
        _start = new int[table.TextCount + 1];
        for (var text = 0; text < table.TextCount; text++)
        {
            Names.Read(table.TokensOfText(text), units);
            _start[text + 1] = units.Count;
        }

        _units = [.. units];
        (PostingStart, Postings) = Post(table.TextCount);
        Weight = new float[Names.Count];
        for (var unit = 0; unit < Weight.Length; unit++)
        {
            Weight[unit] = (float)Bm25.Idf(PostingStart[unit + 1] - PostingStart[unit], table.TextCount);
        }

        UnknownWeight = (float)Bm25.Idf(0, table.TextCount);
        Mass = [.. Enumerable.Range(0, table.TextCount).Select(t => Math.Min(Weigh(UnitsOf(t)), Weigh(StemsOf(t))))];
        Signs = [.. Enumerable.Range(0, table.TextCount).Select(Sign)];
    }

    public TextUnits Names { get; }

    /// <summary>By unit: where the texts that have it, as written or with names written out, begin in <see cref="Postings"/>; one entry more than units.</summary>
    public int[] PostingStart { get; }

    /// <summary>Numbers of texts, ascending within a unit.</summary>
    public int[] Postings { get; }

    /// <summary>By unit: how much it tells; the rarer the more.</summary>
    public float[] Weight { get; }

    public float UnknownWeight { get; }

    /// <summary>By text: the weights of its different units together, as written or with names written out, whichever is less.</summary>
    public float[] Mass { get; }

    /// <summary>By text: a bit for each unit that tells something, several units to a bit. Texts of the same units have the same.</summary>
    public ulong[] Signs { get; }

    public int TextCount => Mass.Length;

    /// <summary>The text as written, in stems.</summary>
    public ReadOnlySpan<int> StemsOf(int text) => _table.TokensOfText(text);

    /// <summary>The text with names written out.</summary>
    public ReadOnlySpan<int> UnitsOf(int text) => _units.AsSpan(_start[text], _start[text + 1] - _start[text]);

    /// <summary>Fills a list with a text's units that tell something, in their order.</summary>
    public void Tell(int text, List<int> units)
    {
        units.Clear();
        foreach (var unit in UnitsOf(text))
        {
            if (!Names.IsSmall(unit))
            {
                units.Add(unit);
            }
        }
    }

    private ulong Sign(int text)
    {
        var sign = 0UL;
        foreach (var unit in UnitsOf(text))
        {
            sign |= Names.IsSmall(unit) ? 0 : 1UL << unit;
        }

        return sign;
    }

    private (int[] Start, int[] Texts) Post(int textCount)
    {
        var start = new int[Names.Count + 1];
        ForEachDifferent(textCount, (unit, _) => start[unit + 1]++);
        for (var unit = 0; unit < Names.Count; unit++)
        {
            start[unit + 1] += start[unit];
        }

        var texts = new int[start[^1]];
        var next = start.AsSpan().ToArray();
        ForEachDifferent(textCount, (unit, text) => texts[next[unit]++] = text);
        return (start, texts);
    }

    private float Weigh(ReadOnlySpan<int> units)
    {
        _weighed.Clear();
        var mass = 0f;
        foreach (var unit in units)
        {
            mass += _weighed.Add(unit) ? Weight[unit] : 0;
        }

        return mass;
    }

    private void ForEachDifferent(int textCount, Action<int, int> use)
    {
        var seenIn = new int[Names.Count];
        Array.Fill(seenIn, -1);
        for (var text = 0; text < textCount; text++)
        {
            // As written too: a name with a word changed is read as its words.
            Visit(UnitsOf(text), text);
            Visit(StemsOf(text), text);
        }

        void Visit(ReadOnlySpan<int> units, int text)
        {
            foreach (var unit in units)
            {
                if (seenIn[unit] != text)
                {
                    seenIn[unit] = text;
                    use(unit, text);
                }
            }
        }
    }
}
