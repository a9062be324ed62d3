namespace OpenUpr.Taxonomy.Classification;

/// <summary>
/// The features that a model knows, by hash, each with a place from 0 to <see cref="Places"/> (a sixth of them stays empty): weights stand in arrays by place.
/// A hash is kept as its lower half; with the place, which the upper half chose, hardly one unknown feature in a million is taken for another.
/// </summary>
public sealed class FeatureTable
{
    private const int LeastPlaces = 16;

    private readonly uint[] _keys;

    private FeatureTable(uint[] keys) => _keys = keys;

    /// <summary>Number of places.</summary>
    public int Places => _keys.Length;

    /// <summary>A table of these hashes; the same set gives the same table, in whichever order.</summary>
    public static FeatureTable Of(IEnumerable<ulong> hashes)
    {
        var sorted = hashes.Distinct().Order().ToList();
        var table = new FeatureTable(new uint[Math.Max(LeastPlaces, checked(sorted.Count * 6 / 5) + 1)]);
        foreach (var hash in sorted)
        {
            var place = table.First(hash);
            while (table._keys[place] != 0 && table._keys[place] != Key(hash))
            {
                place = place + 1 == table._keys.Length ? 0 : place + 1;
            }

            table._keys[place] = Key(hash);
        }

        return table;
    }

    /// <exception cref="InvalidDataException">The table is damaged.</exception>
    public static FeatureTable Read(BinaryReader reader)
    {
        var keys = reader.ReadArray<uint>();
        // Without an empty place a search for an unknown feature would never end.
        return keys.Length >= LeastPlaces && HasEmpty(keys)
            ? new FeatureTable(keys)
            : throw new InvalidDataException("its table of features is damaged");
    }

    public void Write(BinaryWriter writer) => writer.WriteArray<uint>(_keys);

    /// <summary>The places of many features at once. The keys are fetched first, all side by side, and compared then: memory is what takes the time.</summary>
    public void Find(ReadOnlySpan<ulong> hashes, Span<int> places)
    {
        var keys = _keys;
        for (var i = 0; i < hashes.Length; i++)
        {
            places[i] = (int)keys[First(hashes[i])];
        }

        for (var i = 0; i < hashes.Length; i++)
        {
            var first = (uint)places[i];
            places[i] = first == Key(hashes[i]) ? First(hashes[i]) : first == 0 ? -1 : Find(hashes[i]);
        }
    }

    /// <summary>The place of a feature; -1 when the model does not know it.</summary>
    public int Find(ulong hash)
    {
        var keys = _keys;
        var (place, key) = (First(hash), Key(hash));
        while (true)
        {
            var found = keys[place];
            if (found == key)
            {
                return place;
            }

            if (found == 0)
            {
                return -1;
            }

            place = place + 1 == keys.Length ? 0 : place + 1;
        }
    }

    private static bool HasEmpty(uint[] keys)
    {
        foreach (var key in keys)
        {
            if (key == 0)
            {
                return true;
            }
        }

        return false;
    }

    private int First(ulong hash) => (int)(((hash >> 32) * (ulong)_keys.Length) >> 32);

    private static uint Key(ulong hash) => Math.Max(1u, (uint)hash);
}
