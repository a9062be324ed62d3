namespace OpenUpr.Taxonomy.Classification;

/// <summary>Numbers that look random and are the same on every machine and with every version of .NET: training repeats (xorshift64*, Vigna 2016).</summary>
public sealed class FixedRandom(ulong seed)
{
    private ulong _state = TextWords.Combine(seed, 0x9E3779B97F4A7C15) | 1;

    /// <summary>A whole number from 0, below <paramref name="limit"/>.</summary>
    public int Next(int limit)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)((((_state * 0x2545F4914F6CDD1D) >> 32) * (ulong)limit) >> 32);
    }

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
