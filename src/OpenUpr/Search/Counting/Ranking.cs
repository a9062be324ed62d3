namespace OpenUpr.Search.Counting;

/// <summary>
/// Keeps the hits that a page shows. A hit is one number, smaller is better: the score turned around above the id's place, or
/// the place in the order asked for. Early pages need a small heap; far pages and exports sort all hits.
/// </summary>
internal sealed class Ranking : IHitSink
{
    /// <summary>Up to so many rows a heap is quicker than sorting what was found.</summary>
    private const int MaxHeap = 1_000;

    private readonly SortOrder _order;
    private readonly bool _byScore;
    private readonly long _offset;
    private readonly long _wanted;
    private readonly bool _useHeap;
    private readonly List<ulong> _keys = [];
    private readonly PriorityQueue<ulong, ulong> _heap = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));
    private ulong _worst = ulong.MaxValue;

    public Ranking(SortOrders orders, SearchPage page, bool hasWords)
    {
        _byScore = page.Sort == SortBy.Relevance && hasWords;
        _order = orders.Of(_byScore ? SortBy.Id : page.Sort);
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
            var first = _byScore ? (ulong)(ushort.MaxValue - scores[i]) << 32 : 0;
            if (first > _worst)
            {
                continue;
            }

            var key = first | (uint)_order.PlaceOf[docs[i]];
            if (!_useHeap)
            {
                _keys.Add(key);
            }
            else if (key < _worst)
            {
                Push(key);
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
        var docs = new int[end - (int)_offset];
        for (var i = 0; i < docs.Length; i++)
        {
            docs[i] = _order.DocAt[(int)(_keys[(int)_offset + i] & uint.MaxValue)];
        }

        return docs;
    }

    private void Push(ulong key)
    {
        if (_heap.Count < _wanted)
        {
            _heap.Enqueue(key, key);
        }
        else
        {
            _heap.DequeueEnqueue(key, key);
        }

        if (_heap.Count == _wanted)
        {
            _worst = _heap.Peek();
        }
    }
}
