namespace OpenUpr.Search.Similar;

/// <summary>
/// Finds the best texts without scoring all: the question's units are gone through from the rarest on, until no text that none of them has
/// named can be among the best; then only texts that still can be are scored exactly. One search at a time works in it.
/// </summary>
internal sealed class Candidates(UnitIndex index)
{
    /// <summary>Texts scored exactly at most, the most promising first: a question of two frequent words would have them all.</summary>
    private const int MostScored = 4_000;

    /// <summary>Share of the question's weight that may still be unread when the best are first estimated.</summary>
    private const double FirstStop = 0.2;

    /// <summary>How much of what is missing to 1 agreeing tags add.</summary>
    private const double TagPart = 0.05;

    /// <summary>What summing in single precision may take from a bound.</summary>
    private const double Rounding = 1e-5;

    private readonly float[] _shared = new float[index.TextCount];
    private readonly int[] _named = new int[index.TextCount];
    private readonly HashSet<int> _seen = [];
    private readonly List<(double AtMost, int Text)> _possible = [];
    private readonly PriorityQueue<int, (double Score, int Turned)> _best = new();
    private int _count;

    /// <summary>The best texts, at most <paramref name="wanted"/>, best first.</summary>
    public List<(int Text, double Score)> Best(Question question, TextFilter filter, int wanted)
    {
        var unread = Read(question, filter, wanted);
        Gather(question, filter, wanted, unread);
        foreach (var text in _named.AsSpan(0, _count))
        {
            _shared[text] = 0;
        }

        _count = 0;
        return Score(question, filter, wanted);
    }

    /// <summary>Adds up what each text shares; returns the weight of the units that were not read.</summary>
    private double Read(Question question, TextFilter filter, int wanted)
    {
        var unread = question.Terms.Sum(t => (double)index.Weight[t]);
        var check = unread * FirstStop;
        foreach (var term in question.Terms)
        {
            if (unread <= check)
            {
                // A text that shares only what is unread would have at least that weight itself.
                if (Boosted(question.AtMost(unread, unread), filter) < Worst(question, filter, wanted))
                {
                    return unread;
                }

                check = unread / 2;
            }

            Read(term);
            unread -= index.Weight[term];
        }

        return 0;
    }

    private void Read(int term)
    {
        var weight = index.Weight[term];
        foreach (var text in index.Postings.AsSpan(index.PostingStart[term], index.PostingStart[term + 1] - index.PostingStart[term]))
        {
            if (_shared[text] == 0)
            {
                _named[_count++] = text;
            }

            _shared[text] += weight;
        }
    }

    /// <summary>What the last of the best has at least, as far as is known; 0 while there are too few.</summary>
    private double Worst(Question question, TextFilter filter, int wanted)
    {
        _best.Clear();
        var worst = 0.0;
        foreach (var text in _named.AsSpan(0, _count))
        {
            var least = question.AtLeast(_shared[text], index.Mass[text]);
            if (least > worst && filter.Passes(text))
            {
                _best.Enqueue(text, (least, 0));
                if (_best.Count > wanted)
                {
                    _best.Dequeue();
                }

                worst = _best.Count == wanted && _best.TryPeek(out _, out var last) ? last.Score : 0;
            }
        }

        return worst;
    }

    /// <summary>Collects the texts that can still be among the best, the most promising first.</summary>
    private void Gather(Question question, TextFilter filter, int wanted, double unread)
    {
        var worst = Worst(question, filter, wanted);
        _possible.Clear();
        foreach (var text in _named.AsSpan(0, _count))
        {
            // It cannot share more than it weighs.
            var most = Boosted(question.AtMost(Math.Min(_shared[text] + unread, index.Mass[text]), index.Mass[text]), filter) + Rounding;
            if (most >= worst && filter.Passes(text))
            {
                _possible.Add((most, text));
            }
        }

        _possible.Sort(static (a, b) => a.AtMost != b.AtMost ? b.AtMost.CompareTo(a.AtMost) : a.Text.CompareTo(b.Text));
    }

    private List<(int Text, double Score)> Score(Question question, TextFilter filter, int wanted)
    {
        _best.Clear();
        var scored = 0;
        foreach (var (most, text) in _possible)
        {
            if (scored++ == MostScored || (_best.Count == wanted && _best.TryPeek(out _, out var last) && most < last.Score))
            {
                break;
            }

            var own = question.Score(text, _seen);
            _best.Enqueue(text, (filter.HasTags ? own + ((1 - own) * TagPart * filter.Agreement(text)) : own, -text));
            if (_best.Count > wanted)
            {
                _best.Dequeue();
            }
        }

        var found = new List<(int Text, double Score)>(_best.Count);
        while (_best.TryDequeue(out var text, out var rank))
        {
            found.Add((text, rank.Score));
        }

        found.Reverse();
        return found;
    }

    private static double Boosted(double score, TextFilter filter) => filter.HasTags ? score + ((1 - score) * TagPart) : score;
}
