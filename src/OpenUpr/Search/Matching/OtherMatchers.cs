using OpenUpr.Search.Counting;

namespace OpenUpr.Search.Matching;

/// <summary>Every pair, for searches by filters alone.</summary>
internal sealed class AllMatcher(int count) : Matcher
{
    public override int Cost => count;

    public override bool Fill(int start, Span<ushort> scores)
    {
        var end = Math.Min(Window, count - start);
        scores[..end].Fill(1);
        scores[end..].Clear();
        return true;
    }

    public override int Collect(int start, Span<int> docs, Span<ushort> scores, WindowPool pool)
    {
        var end = Math.Min(Window, count - start);
        for (var i = 0; i < end; i++)
        {
            docs[i] = start + i;
        }

        scores[..end].Fill(1);
        return end;
    }

    public override int Keep(int start, Span<int> docs, Span<ushort> scores, int count, WindowPool pool) => count;
}

/// <summary>No pair: a word that nothing holds.</summary>
internal sealed class EmptyMatcher : Matcher
{
    public override int Cost => 0;

    public override int Next(int from) => int.MaxValue;

    public override bool Fill(int start, Span<ushort> scores) => false;

    public override int Keep(int start, Span<int> docs, Span<ushort> scores, int count, WindowPool pool) => 0;
}

/// <summary>A field filter inside an expression; a pair that passes scores 1.</summary>
internal sealed class FieldMatcher(Records records, FilterMasks masks) : Matcher
{
    public override int Cost => records.Packed.Length;

    public override bool Fill(int start, Span<ushort> scores)
    {
        var count = Math.Min(Window, records.Packed.Length - start);
        for (var i = 0; i < count; i++)
        {
            scores[i] = masks.Fails(start + i) == 0 ? (ushort)1 : (ushort)0;
        }

        scores[count..].Clear();
        return true;
    }

    public override int Keep(int start, Span<int> docs, Span<ushort> scores, int count, WindowPool pool)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (masks.Fails(docs[i]) == 0)
            {
                docs[kept] = docs[i];
                scores[kept++] = Windows.Sum(scores[i], 1);
            }
        }

        return kept;
    }
}
