using OpenUpr.Search.Index;

namespace OpenUpr.Search.Matching;

/// <summary>A matcher of one word. Its weight is known once the whole query is: the weights of all words share one scale.</summary>
internal abstract class LeafMatcher(double idf) : Matcher
{
    /// <summary>What all weights of a query add up to, so that the best possible score still fits a window's number.</summary>
    private const int Scale = ushort.MaxValue / Postings.MaxImpact - 1;

    public double Idf { get; } = idf;

    protected ushort Weight { get; private set; } = 1;

    public void SetWeight(double allIdf) => Weight = (ushort)Math.Max(1, (int)(Idf / allIdf * Scale));
}

/// <summary>A word with a byte for every pair.</summary>
internal sealed class DenseMatcher(byte[] impacts, int cost, double idf) : LeafMatcher(idf)
{
    public override int Cost { get; } = cost;

    public override bool Fill(int start, Span<ushort> scores)
    {
        Windows.Weigh(impacts.AsSpan(start, Window), Weight, scores);
        return true;
    }

    public override int Keep(int start, Span<int> docs, Span<ushort> scores, int count, WindowPool pool)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (impacts[docs[i]] is var impact and > 0)
            {
                docs[kept] = docs[i];
                scores[kept++] = Windows.Sum(scores[i], impact * Weight);
            }
        }

        return kept;
    }
}

/// <summary>A word with a list of pairs.</summary>
/// <param name="impacts">Empty when the list only restricts (two words that follow one another): each of its pairs then scores 1.</param>
internal sealed class ListMatcher(ArraySegment<int> docs, ArraySegment<byte> impacts, double idf) : LeafMatcher(idf)
{
    private int _at;

    public override int Cost => docs.Count;

    public override int Next(int from)
    {
        Seek(from);
        return _at < docs.Count ? docs[_at] : int.MaxValue;
    }

    public override bool Fill(int start, Span<ushort> scores)
    {
        Seek(start);
        var end = start + Window;
        if (_at == docs.Count || docs[_at] >= end)
        {
            return false;
        }

        scores.Clear();
        var list = docs.AsSpan();
        for (var i = _at; i < list.Length && list[i] < end; i++)
        {
            scores[list[i] - start] = Score(i);
        }

        return true;
    }

    public override int Collect(int start, Span<int> found, Span<ushort> scores, WindowPool pool)
    {
        Seek(start);
        var (count, end) = (0, start + Window);
        var list = docs.AsSpan();
        for (var i = _at; i < list.Length && list[i] < end; i++)
        {
            found[count] = list[i];
            scores[count++] = Score(i);
        }

        return count;
    }

    public override int Keep(int start, Span<int> found, Span<ushort> scores, int count, WindowPool pool)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (Next(found[i]) == found[i])
            {
                scores[kept] = Windows.Sum(scores[i], Score(_at));
                found[kept++] = found[i];
            }
        }

        return kept;
    }

    private ushort Score(int i) => impacts.Count == 0 ? (ushort)1 : (ushort)(impacts[i] * Weight);

    /// <summary>Moves on to the first pair at or behind <paramref name="from"/>: in growing steps, then by halves.</summary>
    private void Seek(int from)
    {
        var list = docs.AsSpan();
        if (_at >= list.Length || list[_at] >= from)
        {
            return;
        }

        var (low, step) = (_at, 1);
        while (low + step < list.Length && list[low + step] < from)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, list.Length);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle] < from ? (middle, high) : (low, middle);
        }

        _at = high;
    }
}
