using System.Numerics;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>
/// The features that a model knows, by hash, each with a place from 0 to <see cref="Places"/> (some places stay empty): weights stand in arrays by place.
/// A hash is kept as its lower half; with the place, which the upper half chose, one unknown feature in 100 million is taken for another.
/// </summary>
public sealed class FeatureTable
{
    private readonly uint[] _keys;
    private readonly int _shift;

    private FeatureTable(uint[] keys)
    {
        _keys = keys;
        _shift = 64 - BitOperations.Log2((uint)keys.Length);
    }

    /// <summary>Number of places: a power of two.</summary>
    public int Places => _keys.Length;

    /// <summary>A table of these hashes; the same set gives the same table, in whichever order.</summary>
    public static FeatureTable Of(IEnumerable<ulong> hashes)
    {
        var sorted = hashes.Distinct().Order().ToList();
        var table = new FeatureTable(new uint[Math.Max(16, (int)BitOperations.RoundUpToPowerOf2((uint)(sorted.Count * 5L / 4) + 1))]);
        foreach (var hash in sorted)
        {
            var place = (int)(hash >> table._shift);
            while (table._keys[place] != 0 && table._keys[place] != Key(hash))
            {
                place = (place + 1) & (table._keys.Length - 1);
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
        return keys.Length >= 16 && BitOperations.IsPow2(keys.Length) && keys.AsSpan().Contains(0u)
            ? new FeatureTable(keys)
            : throw new InvalidDataException("its table of features is damaged");
    }

    public void Write(BinaryWriter writer) => writer.WriteArray<uint>(_keys);

    /// <summary>The place of a feature; -1 when the model does not know it.</summary>
    public int Find(ulong hash)
    {
        var keys = _keys;
        var (place, key) = ((int)(hash >> _shift), Key(hash));
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

            place = (place + 1) & (keys.Length - 1);
        }
    }

    private static uint Key(ulong hash) => Math.Max(1u, (uint)hash);
}
