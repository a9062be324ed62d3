using System.Runtime.CompilerServices;

namespace OpenUpr.Search.Index;

/// <summary>
/// Numbers words in the order in which they are met. A dictionary would do, but an index is built right after the start, when
/// the runtime has not yet optimised its generic code: this table is quick from the first word on.
/// </summary>
internal sealed class WordTable
{
    private int[] _slots = new int[1 << 15];
    private int[] _hashes = new int[1 << 14];
    private string[] _words = new string[1 << 14];

    public int Count { get; private set; }

    public ReadOnlySpan<string> Words => _words.AsSpan(0, Count);

    /// <summary>The word's number; a word that is new gets the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Number(ReadOnlySpan<char> word)
    {
        var hash = string.GetHashCode(word);
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] is var number and > 0)
        {
            if (_hashes[number - 1] == hash && word.SequenceEqual(_words[number - 1]))
            {
                return number - 1;
            }

            slot = (slot + 1) & mask;
        }

        Add(word.ToString(), hash, slot);
        return Count - 1;
    }

    private void Add(string word, int hash, int slot)
    {
        if (Count == _words.Length)
        {
            Array.Resize(ref _words, Count * 2);
            Array.Resize(ref _hashes, Count * 2);
        }

        (_words[Count], _hashes[Count]) = (word, hash);
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var number = 1; number <= Count; number++)
        {
            var slot = _hashes[number - 1] & mask;
            while (_slots[slot] > 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number;
        }
    }
}
