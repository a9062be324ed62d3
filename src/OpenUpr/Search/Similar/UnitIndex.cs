using OpenUpr.Search.Index;

namespace OpenUpr.Search.Similar;

/// <summary>The texts of an index as units, and where each unit occurs. Made once for an index, in a few hundredths of a second for 100,000 pairs.</summary>
internal sealed class UnitIndex
{
    private readonly DocTable _table;
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
        Mass = Weigh(table.TextCount);
    }

    public TextUnits Names { get; }

    /// <summary>By unit: where its texts begin in <see cref="Postings"/>; one entry more than units.</summary>
    public int[] PostingStart { get; }

    /// <summary>Numbers of texts, ascending within a unit.</summary>
    public int[] Postings { get; }

    /// <summary>By unit: how much it tells; the rarer the more.</summary>
    public float[] Weight { get; }

    public float UnknownWeight { get; }

    /// <summary>By text: the weights of its different units together.</summary>
    public float[] Mass { get; }

    public int TextCount => Mass.Length;

    /// <summary>The text as written, in stems.</summary>
    public ReadOnlySpan<int> StemsOf(int text) => _table.TokensOfText(text);

    /// <summary>The text with names written out.</summary>
    public ReadOnlySpan<int> UnitsOf(int text) => _units.AsSpan(_start[text], _start[text + 1] - _start[text]);

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

    private float[] Weigh(int textCount)
    {
        var mass = new float[textCount];
        ForEachDifferent(textCount, (unit, text) => mass[text] += Weight[unit]);
        return mass;
    }

    private void ForEachDifferent(int textCount, Action<int, int> use)
    {
        var seenIn = new int[Names.Count];
        Array.Fill(seenIn, -1);
        for (var text = 0; text < textCount; text++)
        {
            foreach (var unit in UnitsOf(text))
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
