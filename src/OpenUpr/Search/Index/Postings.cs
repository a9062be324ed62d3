using System.Collections.Frozen;

namespace OpenUpr.Search.Index;

/// <summary>
/// Where every stem occurs. A stem in at least an eighth of the pairs has one byte for each pair (its impact there, 0 where it
/// is absent), so that two of them meet in a vectorised pass; all others have a list of pairs. Two frequent stems that follow
/// one another have a list too: "human rights" must not be verified on every pair that holds both.
/// </summary>
internal sealed class Postings
{
    /// <summary>Highest impact; see <see cref="Bm25"/>.</summary>
    public const int MaxImpact = 255;

    private readonly FrozenDictionary<string, int> _numbers;

    public Postings(DocTable table)
    {
        Table = table;
        PairsOfText = CountPairs(table);
        var builder = new PostingsBuilder(table, PairsOfText);
        (Start, Docs, Impacts, Dense, Frequency) = (builder.Start, builder.Docs, builder.Impacts, builder.Dense, builder.Frequency);
        Bigrams = new Bigrams(table, PairsOfText, Frequency);
        _numbers = table.Stems.Select((stem, i) => KeyValuePair.Create(stem, i)).ToFrozenDictionary(StringComparer.Ordinal);
        Sorted = new int[table.Stems.Length];
        for (var i = 0; i < Sorted.Length; i++)
        {
            Sorted[i] = i;
        }

        Array.Sort((string[])table.Stems.Clone(), Sorted, StringComparer.Ordinal);
    }

    public DocTable Table { get; }

    /// <summary>By text: number of its first pair; one entry more than texts.</summary>
    public int[] PairsOfText { get; }

    /// <summary>By stem: where its list begins in <see cref="Docs"/> and <see cref="Impacts"/>; one entry more than stems.</summary>
    public int[] Start { get; }

    public int[] Docs { get; }

    public byte[] Impacts { get; }

    /// <summary>By stem: impact by pair, padded to whole windows; null where the stem has a list.</summary>
    public byte[]?[] Dense { get; }

    /// <summary>By stem: pairs that hold it.</summary>
    public int[] Frequency { get; }

    public Bigrams Bigrams { get; }

    /// <summary>The stems' numbers in the order of their letters, for prefixes.</summary>
    public int[] Sorted { get; }

    /// <summary>The stem's number, or -1 when no text of the index holds it (any more).</summary>
    public int Find(string stem) => _numbers.TryGetValue(stem, out var number) && Frequency[number] > 0 ? number : -1;

    /// <summary>The stems that begin so.</summary>
    public ReadOnlySpan<int> WithPrefix(string prefix)
    {
        var first = LowerBound(stem => string.CompareOrdinal(stem, prefix) < 0);
        var end = LowerBound(stem => string.CompareOrdinal(stem, prefix) < 0 || stem.StartsWith(prefix, StringComparison.Ordinal));
        return Sorted.AsSpan(first, end - first);
    }

    private int LowerBound(Func<string, bool> isBefore)
    {
        var (low, high) = (0, Sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isBefore(Table.Stems[Sorted[middle]]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int[] CountPairs(DocTable table)
    {
        var first = new int[table.TextCount + 1];
        for (var doc = table.Count - 1; doc >= 0; doc--)
        {
            first[table.TextOf[doc]] = doc;
        }

        first[^1] = table.Count;
        return first;
    }
}
