namespace OpenUpr.Search.Similar;

/// <summary>
/// Finds the best texts without scoring all. The question's units are read from the rarest on, and what each text shares is added up; the units
/// that nearly every text has are left out, because they tell next to nothing. Only the most promising texts are scored exactly.
/// </summary>
internal sealed class Candidates(UnitIndex index)
{
    /// <summary>Texts scored exactly, unless more are wanted.</summary>
    public const int Scored = 600;

    /// <summary>Share of the question's weight that need not be read.</summary>
    private const double Unread = 0.2;

    /// <summary>How much of what is missing to 1 agreeing tags add.</summary>
    private const double TagPart = 0.05;

    /// <summary>Steps by which promising texts are told apart.</summary>
    private const int Steps = 2_048;

    private readonly float[] _shared = new float[index.TextCount];
    private readonly int[] _named = new int[index.TextCount];
    private readonly int[] _steps = new int[Steps + 1];
    private readonly PriorityQueue<int, (double Score, int Turned)> _best = new();
    private int _count;

    /// <summary>The best texts, best first.</summary>
    /// <param name="wanted">As many are looked for among all texts, if need be.</param>
    /// <param name="most">No more are given.</param>
    public List<(int Text, double Score)> Best(Question question, TextFilter filter, int wanted, int most)
    {
        _best.Clear();
        var unread = question.KnownMass;
        var next = 0;
        for (; next < question.Terms.Length && unread > question.KnownMass * Unread; next++)
        {
            Read(question.Terms[next]);
            unread -= index.Weight[question.Terms[next]];
        }

        var least = Promising(question, filter, most, out var found);
        if (found < wanted && next < question.Terms.Length)
        {
            for (; next < question.Terms.Length; next++)
            {
                Read(question.Terms[next]);
            }

            least = Promising(question, filter, most, out _);
        }

        Score(question, filter, most, least);
        return Sorted();
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

    /// <summary>The step from which on texts are scored, so that at least so many are (or all that pass).</summary>
    private int Promising(Question question, TextFilter filter, int wanted, out int found)
    {
        Array.Clear(_steps);
        found = 0;
        foreach (var text in _named.AsSpan(0, _count))
        {
            if (filter.Passes(text))
            {
                _steps[Step(question, text)]++;
                found++;
            }
        }

        var (step, above) = (Steps, _steps[Steps]);
        while (step > 0 && above < wanted)
        {
            above += _steps[--step];
        }

        return step;
    }

    private int Step(Question question, int text) => (int)(question.Common(_shared[text], index.Mass[text]) * Steps);

    private void Score(Question question, TextFilter filter, int wanted, int least)
    {
        foreach (var text in _named.AsSpan(0, _count))
        {
            if (Step(question, text) >= least && filter.Passes(text))
            {
                var own = question.Score(text);
                Keep(text, filter.HasTags ? own + ((1 - own) * TagPart * filter.Agreement(text)) : own, wanted);
            }

            _shared[text] = 0;
        }

        _count = 0;
    }

    private void Keep(int text, double score, int wanted)
    {
        if (_best.Count < wanted)
        {
            _best.Enqueue(text, (score, -text));
        }
        else
        {
            _best.EnqueueDequeue(text, (score, -text));
        }
    }

    private List<(int Text, double Score)> Sorted()
    {
        var found = new List<(int Text, double Score)>(_best.Count);
        while (_best.TryDequeue(out var text, out var rank))
        {
            found.Add((text, rank.Score));
        }

        found.Reverse();
        return found;
    }
}
