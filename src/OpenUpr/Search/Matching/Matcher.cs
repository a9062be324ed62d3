namespace OpenUpr.Search.Matching;

/// <summary>
/// Part of a query at work. Pairs are looked at in windows small enough for the first cache: a matcher either writes the
/// score of every pair of a window (good where much matches) or goes through a short list of candidates (good where little
/// does). Windows and lists only move forward.
/// </summary>
internal abstract class Matcher
{
    /// <summary>Pairs in a window.</summary>
    public const int Window = 4_096;

    /// <summary>At most so many pairs match; the cheapest part of a conjunction leads.</summary>
    public abstract int Cost { get; }

    /// <summary>A length rounded up to whole windows, so that every window is full.</summary>
    public static int Padded(int count) => (count + Window - 1) / Window * Window;

    /// <summary>The first pair from <paramref name="from"/> on that may match; <see cref="int.MaxValue"/> when there is none.</summary>
    public virtual int Next(int from) => from;

    /// <summary>Writes the scores of the window's pairs, 0 for no match. False when nothing matches; the scores are then undefined.</summary>
    public abstract bool Fill(int start, Span<ushort> scores);

    /// <summary>Lists the matching pairs of a window with their scores; returns how many.</summary>
    public virtual int Collect(int start, Span<int> docs, Span<ushort> scores, WindowPool pool)
    {
        var window = pool.Rent();
        var count = Fill(start, window) ? Windows.Compress(window, start, docs, scores) : 0;
        pool.Return(window);
        return count;
    }

    /// <summary>Keeps the matching pairs of an ascending list within the window and adds to their scores; returns how many.</summary>
    public virtual int Keep(int start, Span<int> docs, Span<ushort> scores, int count, WindowPool pool)
    {
        var window = pool.Rent();
        var kept = 0;
        if (Fill(start, window))
        {
            for (var i = 0; i < count; i++)
            {
                if (window[docs[i] - start] is var own and > 0)
                {
                    docs[kept] = docs[i];
                    scores[kept++] = Windows.Sum(scores[i], own);
                }
            }
        }

        pool.Return(window);
        return kept;
    }
}

/// <summary>Windows that matchers borrow while they work; one pool serves one search at a time.</summary>
internal sealed class WindowPool
{
    private readonly Stack<ushort[]> _windows = new();
    private readonly Stack<int[]> _lists = new();

    public ushort[] Rent() => _windows.TryPop(out var window) ? window : new ushort[Matcher.Window];

    public void Return(ushort[] window) => _windows.Push(window);

    public int[] RentList() => _lists.TryPop(out var list) ? list : new int[Matcher.Window];

    public void Return(int[] list) => _lists.Push(list);
}
