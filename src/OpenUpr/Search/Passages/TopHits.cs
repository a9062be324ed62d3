namespace OpenUpr.Search.Passages;

/// <summary>Keeps the best so many hits: a higher score comes first, then the order of papers and paragraphs.</summary>
internal sealed class TopHits(long wanted, bool byScore)
{
    private readonly PriorityQueue<ulong, ulong> _heap = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));
    private ulong _worst = ulong.MaxValue;

    public void Add(int doc, ushort score)
    {
        var key = ((ulong)(byScore ? ushort.MaxValue - score : 0) << 32) | (uint)doc;
        if (key >= _worst || wanted == 0)
        {
            return;
        }

        if (_heap.Count < wanted)
        {
            _heap.Enqueue(key, key);
        }
        else
        {
            _heap.DequeueEnqueue(key, key);
        }

        _worst = _heap.Count == wanted ? _heap.Peek() : ulong.MaxValue;
    }

    /// <summary>Best first.</summary>
    public int[] Sorted() => [.. _heap.UnorderedItems.Select(i => i.Element).Order().Select(k => (int)(k & uint.MaxValue))];
}
