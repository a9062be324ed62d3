namespace OpenUpr.Search.Counting;

/// <summary>Takes the hits of a search as they are found, ascending.</summary>
internal interface IHitSink
{
    void Add(ReadOnlySpan<int> docs, ReadOnlySpan<ushort> scores);
}

/// <summary>Keeps every hit.</summary>
internal sealed class HitList : IHitSink
{
    private int[] _docs = new int[1_024];
    private int _count;

    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<ushort> scores)
    {
        if (_count + docs.Length > _docs.Length)
        {
            Array.Resize(ref _docs, Math.Max(_docs.Length * 2, _count + docs.Length));
        }

        docs.CopyTo(_docs.AsSpan(_count));
        _count += docs.Length;
    }

    public int[] ToArray() => _docs[.._count];
}
