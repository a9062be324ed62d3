using System.Runtime.CompilerServices;
using OpenUpr.Search.Matching;

namespace OpenUpr.Search.Index;

/// <summary>Turns the table's texts around: from the words of each text to the pairs of each word, in two passes.</summary>
internal sealed class PostingsBuilder
{
    /// <summary>A stem in at least one of so many pairs gets a byte for every pair.</summary>
    private const int DenseShare = 8;

    private readonly DocTable _table;
    private readonly int[] _pairsOfText;
    private readonly int[] _seenIn;

    public PostingsBuilder(DocTable table, int[] pairsOfText)
    {
        (_table, _pairsOfText) = (table, pairsOfText);
        _seenIn = new int[table.Stems.Length];
        Frequency = CountPairs();
        Start = new int[table.Stems.Length + 1];
        Dense = new byte[]?[table.Stems.Length];
        for (var stem = 0; stem < Frequency.Length; stem++)
        {
            var dense = Frequency[stem] > 0 && Frequency[stem] >= table.Count / DenseShare;
            Dense[stem] = dense ? new byte[Matcher.Padded(table.Count)] : null;
            Start[stem + 1] = Start[stem] + (dense ? 0 : Frequency[stem]);
        }

        Docs = new int[Start[^1]];
        Impacts = new byte[Start[^1]];
        Fill();
    }

    public int[] Start { get; }

    public int[] Docs { get; }

    public byte[] Impacts { get; }

    public byte[]?[] Dense { get; }

    public int[] Frequency { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] CountPairs()
    {
        var frequency = new int[_table.Stems.Length];
        Array.Fill(_seenIn, -1);
        for (var text = 0; text < _table.TextCount; text++)
        {
            var pairs = _pairsOfText[text + 1] - _pairsOfText[text];
            foreach (var stem in _table.TokensOfText(text))
            {
                if (_seenIn[stem] != text)
                {
                    _seenIn[stem] = text;
                    frequency[stem] += pairs;
                }
            }
        }

        return frequency;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill()
    {
        var next = Start.AsSpan(0, _table.Stems.Length).ToArray();
        var times = new int[_table.Stems.Length];
        var different = new List<int>();
        var average = AverageLength();
        Array.Fill(_seenIn, -1);
        for (var text = 0; text < _table.TextCount; text++)
        {
            different.Clear();
            var tokens = _table.TokensOfText(text);
            foreach (var stem in tokens)
            {
                if (_seenIn[stem] != text)
                {
                    _seenIn[stem] = text;
                    times[stem] = 0;
                    different.Add(stem);
                }

                times[stem]++;
            }

            foreach (var stem in different)
            {
                Put(stem, text, Bm25.Impact(times[stem], tokens.Length, average), next);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(int stem, int text, byte impact, int[] next)
    {
        var (first, end) = (_pairsOfText[text], _pairsOfText[text + 1]);
        if (Dense[stem] is { } dense)
        {
            dense.AsSpan(first, end - first).Fill(impact);
            return;
        }

        for (var doc = first; doc < end; doc++)
        {
            Docs[next[stem]] = doc;
            Impacts[next[stem]++] = impact;
        }
    }

    private double AverageLength()
    {
        var total = 0L;
        for (var text = 0; text < _table.TextCount; text++)
        {
            total += (long)(_table.TokenStart[text + 1] - _table.TokenStart[text]) * (_pairsOfText[text + 1] - _pairsOfText[text]);
        }

        return Math.Max(1, (double)total / Math.Max(1, _table.Count));
    }
}
