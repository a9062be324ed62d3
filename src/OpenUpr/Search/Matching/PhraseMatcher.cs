using OpenUpr.Search.Index;

namespace OpenUpr.Search.Matching;

/// <summary>
/// Stems that must follow one another. Candidates hold all of them, and hold frequent neighbours in that order; what is then
/// still open is looked up in the texts. It scores as its words do.
/// </summary>
/// <param name="candidates">Pairs that hold the stems and the frequent neighbours.</param>
/// <param name="verify">False when the candidates are exact: two stems with a list of their own.</param>
internal sealed class PhraseMatcher(AndMatcher candidates, int[] stems, bool verify, DocTable table, WindowPool pool) : Matcher
{
    public override int Cost => candidates.Cost;

    public override int Next(int from) => candidates.Next(from);

    public override bool Fill(int start, Span<ushort> scores)
    {
        if (!verify)
        {
            return candidates.Fill(start, scores);
        }

        var (docs, found) = (pool.RentList(), pool.Rent());
        var count = Collect(start, docs, found, pool);
        Windows.Scatter(docs.AsSpan(0, count), found, start, scores);
        pool.Return(docs);
        pool.Return(found);
        return count > 0;
    }

    public override int Collect(int start, Span<int> docs, Span<ushort> scores, WindowPool pool) =>
        Verify(docs, scores, candidates.Collect(start, docs, scores, pool));

    public override int Keep(int start, Span<int> docs, Span<ushort> scores, int count, WindowPool pool) =>
        Verify(docs, scores, candidates.Keep(start, docs, scores, count, pool));

    private int Verify(Span<int> docs, Span<ushort> scores, int count)
    {
        if (!verify)
        {
            return count;
        }

        var (kept, lastText, lastHolds) = (0, -1, false);
        for (var i = 0; i < count; i++)
        {
            var text = table.TextOf[docs[i]];
            if (text != lastText)
            {
                (lastText, lastHolds) = (text, table.TokensOfText(text).IndexOf(stems) >= 0);
            }

            if (lastHolds)
            {
                docs[kept] = docs[i];
                scores[kept++] = scores[i];
            }
        }

        return kept;
    }
}
