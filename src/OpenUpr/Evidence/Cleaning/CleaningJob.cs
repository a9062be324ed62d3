namespace OpenUpr.Evidence.Cleaning;

/// <summary>One cleaning: what it has removed so far, and what it may cost. Evidence comes from anyone; a file made to exhaust the machine meets one of these limits.</summary>
internal sealed class CleaningJob(long size, TimeProvider time, CancellationToken cancel)
{
    /// <summary>Documents within documents.</summary>
    public const int MaxDepth = 3;

    /// <summary>How many times its size a packed document may have unpacked. Word's own files stay below 60.</summary>
    private const int MaxRatio = 200;

    /// <summary>Bytes that any document may unpack to, however small: an empty workbook compresses well.</summary>
    private const long FreeBytes = 32L * 1024 * 1024;

    private static readonly TimeSpan s_maxTime = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, int> _removed = new(StringComparer.Ordinal);
    private readonly long _begun = time.GetTimestamp();
    private long _unpacked;
    private int _steps;

    public int Depth { get; private set; }

    public IReadOnlyDictionary<string, int> Removed => _removed;

    public void Remove(string kind, int count = 1)
    {
        if (count > 0)
        {
            _removed[kind] = _removed.GetValueOrDefault(kind) + count;
        }
    }

    /// <summary>Called for every part of a file, however small.</summary>
    public void Step()
    {
        if ((++_steps & 0xFF) == 0)
        {
            CheckTime();
        }
    }

    /// <summary>Called for every block of bytes that is unpacked.</summary>
    public void Unpack(long bytes)
    {
        _unpacked += bytes;
        CheckTime();
        if (_unpacked > FreeBytes && _unpacked > size * MaxRatio)
        {
            throw new CleaningException(Blocks.TooMuch);
        }
    }

    /// <summary>Cleans something that lies inside the file.</summary>
    public void Inside(Action clean)
    {
        if (++Depth > MaxDepth)
        {
            throw new CleaningException(Blocks.TooMuch);
        }

        clean();
        Depth--;
    }

    private void CheckTime()
    {
        cancel.ThrowIfCancellationRequested();
        if (time.GetElapsedTime(_begun) > s_maxTime)
        {
            throw new CleaningException(Blocks.TooMuch);
        }
    }
}
