using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>
/// Values by keys of eight bytes, such as hashes of words. It does what a dictionary does; but a dictionary of numbers is compiled anew at every start of the
/// program, and a person who reads one text waits for that, while a type of our own is compiled once, when the program is published.
/// </summary>
internal sealed class KeyTable<T>
{
    private const int LeastSlots = 16;

    private ulong[] _keys = new ulong[LeastSlots / 2];
    private T[] _values = new T[LeastSlots / 2];

    // Each slot has the number of an entry, counted from 1; 0 where it is free.
    private int[] _slots = new int[LeastSlots];

    public int Count { get; private set; }

    /// <summary>The keys in the order in which they came.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    /// <summary>The value of a key, or <paramref name="other"/> where there is none.</summary>
    public T Find(ulong key, T other) => _slots[SlotOf(key)] is > 0 and var entry ? _values[entry - 1] : other;

    public bool TryFind(ulong key, [MaybeNullWhen(false)] out T value)
    {
        var entry = _slots[SlotOf(key)];
        value = entry > 0 ? _values[entry - 1] : default;
        return entry > 0;
    }

    public bool Contains(ulong key) => _slots[SlotOf(key)] > 0;

    /// <summary>False, and nothing changes, when the key is there already.</summary>
    public bool Add(ulong key, T value)
    {
        var slot = SlotOf(key);
        if (_slots[slot] > 0)
        {
            return false;
        }

        if (Count == _keys.Length)
        {
            Grow();
            slot = SlotOf(key);
        }

        (_keys[Count], _values[Count]) = (key, value);
        _slots[slot] = ++Count;
        return true;
    }

    /// <summary>The slot of a key, or the free one where it belongs.</summary>
    private int SlotOf(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)_slots.Length)));
        while (_slots[slot] is > 0 and var entry && _keys[entry - 1] != key)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        var (keys, values) = (new ulong[Count * 2], new T[Count * 2]);
        Array.Copy(_keys, keys, Count);
        Array.Copy(_values, values, Count);
        (_keys, _values, _slots) = (keys, values, new int[Count * 4]);
        for (var entry = 0; entry < Count; entry++)
        {
            _slots[SlotOf(keys[entry])] = entry + 1;
        }
    }
}
