namespace OpenUpr.Taxonomy.Classification;

/// <summary>
/// What was gathered from one text, in room that the next text uses again. A list, but compiled when the program is published and not at every
/// start, as a list of small values would be (see <see cref="KeyTable{T}"/>).
/// </summary>
internal sealed class Gathered<T>
    where T : struct
{
    private T[] _items = new T[64];

    public int Count { get; private set; }

    public T this[int place] => _items[place];

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            var more = new T[Count * 2];
            Array.Copy(_items, more, Count);
            _items = more;
        }

        _items[Count++] = item;
    }

    public void Clear() => Count = 0;

    /// <summary>A list of them, for training and for reasons.</summary>
    public List<T> ToList() => [.. _items.AsSpan(0, Count)];

    /// <summary>Puts the items in order; those that are alike keep theirs. For the few of one text.</summary>
    /// <param name="compare">Below 0 where the first comes first.</param>
    public void Sort(Func<T, T, int> compare)
    {
        for (var i = 1; i < Count; i++)
        {
            var (item, place) = (_items[i], i);
            for (; place > 0 && compare(_items[place - 1], item) > 0; place--)
            {
                _items[place] = _items[place - 1];
            }

            _items[place] = item;
        }
    }
}
