namespace OpenUpr.Search.Counting;

/// <summary>
/// Keeps the hits that a page shows. A hit is one number, smaller is better: the score turned around above the id's place, or
/// the place in the order asked for. Early pages need a small heap; far pages and exports sort all hits.
/// </summary>
internal sealed class Ranking : IHitSink
{
    /// <summary>Up to so many rows a heap is quicker than sorting what was found.</summary>
    private const int MaxHeap = 1_000;

    private readonly SortOrders _orders;
    private readonly SortBy _sort;
    private readonly SortOrder _order;
    private readonly bool _byScore;
    private readonly ulong _first;
    private readonly long _offset;
    private readonly long _wanted;
    private readonly bool _useHeap;
    private readonly List<ulong> _keys = [];
    private readonly PriorityQueue<ulong, ulong> _heap = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));
    private ulong _worst = ulong.MaxValue;
    private ulong _last;
    private bool _more;

    public Ranking(SortOrders orders, SearchPage page, bool hasWords)
    {
        _byScore = page.Sort == SortBy.Relevance && hasWords;
        _orders = orders;
        _sort = _byScore ? SortBy.Id : page.Sort;
        _order = orders.Of(_sort);
        _first = page.After is { } after ? (_byScore ? Turned(after.Score) : 0) | (uint)orders.PlacesUpTo(_sort, after) : 0;
        _offset = Math.Max(0, page.Offset);
        _wanted = page.Limit <= 0 ? 0 : _offset + page.Limit;
        _useHeap = _wanted <= MaxHeap;
    }

    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<ushort> scores)
    {
        if (_wanted == 0)
        {
            return;
        }

        for (var i = 0; i < docs.Length; i++)
        {
            var first = _byScore ? Turned(scores[i]) : 0;
            if (first > _worst)
            {
                _more = true;
                continue;
            }

            var key = first | (uint)_order.PlaceOf[docs[i]];
            if (key < _first)
            {
                continue;
            }

            if (!_useHeap)
            {
                _keys.Add(key);
            }
            else if (key < _worst)
            {
                Push(key);
            }
            else
            {
                _more = true;
            }
        }
    }

    /// <summary>The pairs of the page, best first.</summary>
    public IReadOnlyList<int> Page()
    {
        _keys.AddRange(_heap.UnorderedItems.Select(i => i.Element));
        if (_offset >= _keys.Count)
        {
            return [];
        }

        _keys.Sort();
        var end = (int)Math.Min(_wanted, _keys.Count);
        _more |= _keys.Count > end;
        _last = _keys[end - 1];
        var docs = new int[end - (int)_offset];
        for (var i = 0; i < docs.Length; i++)
        {
            docs[i] = _order.DocAt[(int)(_keys[(int)_offset + i] & uint.MaxValue)];
        }

        return docs;
    }

    /// <summary>The end of the page; null when nothing comes after it. Asked for after <see cref="Page"/>.</summary>
    public SearchCursor? Next() => _more && _keys.Count > _offset
        ? _orders.CursorAt(_sort, _order.DocAt[(int)(_last & uint.MaxValue)], _byScore ? ushort.MaxValue - (int)(_last >> 32) : 0)
        : null;

    /// <summary>The best score becomes the smallest number.</summary>
    private static ulong Turned(int score) => (ulong)(ushort.MaxValue - score) << 32;

    private void Push(ulong key)
    {
        if (_heap.Count < _wanted)
        {
            _heap.Enqueue(key, key);
        }
        else
        {
            _heap.DequeueEnqueue(key, key);
            _more = true;
        }

        if (_heap.Count == _wanted)
        {
            _worst = _heap.Peek();
        }
    }
}
