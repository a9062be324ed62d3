namespace OpenUpr.Search.Index;

/// <summary>Lists of the pairs in which one frequent stem directly follows another. Rarer stems need none: few candidates are verified in the texts themselves.</summary>
internal sealed class Bigrams
{
    /// <summary>A stem in more than one of so many pairs is frequent ...</summary>
    private const int FrequentShare = 64;

    /// <summary>... unless the whole index is so small that verifying is always cheap.</summary>
    private const int SmallestFrequent = 64;

    /// <summary>The table of lists has this many rows and columns at most.</summary>
    private const int MaxFrequent = 1_024;

    private readonly int[] _frequentNumber;
    private readonly int _frequentCount;
    private readonly int[] _start;
    private readonly int[] _docs;

    public Bigrams(DocTable table, int[] pairsOfText, int[] frequency)
    {
        var least = Math.Max(SmallestFrequent, table.Count / FrequentShare);
        var frequent = Enumerable.Range(0, frequency.Length).Where(s => frequency[s] > least).OrderByDescending(s => frequency[s]).Take(MaxFrequent).ToArray();
        _frequentCount = frequent.Length;
        _frequentNumber = new int[frequency.Length];
        Array.Fill(_frequentNumber, -1);
        for (var i = 0; i < frequent.Length; i++)
        {
            _frequentNumber[frequent[i]] = i;
        }

        _start = new int[(_frequentCount * _frequentCount) + 1];
        ForEach(table, pairsOfText, (bigram, first, end) => _start[bigram + 1] += end - first);
        for (var i = 1; i < _start.Length; i++)
        {
            _start[i] += _start[i - 1];
        }

        _docs = new int[_start[^1]];
        var next = _start.AsSpan().ToArray();
        ForEach(table, pairsOfText, (bigram, first, end) =>
        {
            for (var doc = first; doc < end; doc++)
            {
                _docs[next[bigram]++] = doc;
            }
        });
    }

    /// <summary>The pairs in which <paramref name="second"/> directly follows <paramref name="first"/>; false when no list is kept for these stems.</summary>
    public bool TryFind(int first, int second, out ArraySegment<int> docs)
    {
        var (a, b) = (_frequentNumber[first], _frequentNumber[second]);
        if (a < 0 || b < 0)
        {
            docs = default;
            return false;
        }

        var start = _start[(a * _frequentCount) + b];
        docs = new ArraySegment<int>(_docs, start, _start[(a * _frequentCount) + b + 1] - start);
        return true;
    }

    private void ForEach(DocTable table, int[] pairsOfText, Action<int, int, int> use)
    {
        var seenIn = new int[_start.Length];
        Array.Fill(seenIn, -1);
        for (var text = 0; text < table.TextCount; text++)
        {
            var before = -1;
            foreach (var stem in table.TokensOfText(text))
            {
                var current = _frequentNumber[stem];
                if (before >= 0 && current >= 0 && seenIn[(before * _frequentCount) + current] != text)
                {
                    var bigram = (before * _frequentCount) + current;
                    seenIn[bigram] = text;
                    use(bigram, pairsOfText[text], pairsOfText[text + 1]);
                }

                before = current;
            }
        }
    }
}
