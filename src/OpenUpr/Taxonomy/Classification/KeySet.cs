namespace OpenUpr.Taxonomy.Classification;

/// <summary>Keys of eight bytes, such as hashes of words, each once (see <see cref="KeyTable{T}"/>).</summary>
internal sealed class KeySet
{
    private readonly KeyTable<bool> _keys = new();

    public KeySet(ulong[] keys)
    {
        foreach (var key in keys)
        {
            _keys.Add(key, true);
        }
    }

    /// <summary>The folded words of a text that has nothing but words and spaces.</summary>
    public static KeySet OfWords(string words)
    {
        var all = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var keys = new ulong[all.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = TextWords.Hash(all[i]);
        }

        return new KeySet(keys);
    }

    public static KeySet None { get; } = new([]);

    /// <summary>The keys in the order in which they came.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.Keys;

    public bool Contains(ulong key) => _keys.Contains(key);
}
