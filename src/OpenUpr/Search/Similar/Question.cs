namespace OpenUpr.Search.Similar;

/// <summary>The text that others are compared with: its units, the most telling first, and how they follow one another.</summary>
internal sealed class Question
{
    /// <summary>How much of a score the order of the words decides.</summary>
    private const double OrderPart = 0.1;

    /// <summary>The score of the same words in another order, or with other words repeated, stays below that of the same text.</summary>
    private const double BestOfOthers = 0.999;

    private readonly UnitIndex _index;
    private readonly int[] _sequence;
    private readonly HashSet<long> _bigrams = [];
    private readonly HashSet<int> _different = [];
    private readonly double _bigramMass;

    public Question(UnitIndex index, List<int> units)
    {
        (_index, _sequence) = (index, [.. units]);
        var mass = 0.0;
        foreach (var unit in _sequence)
        {
            if (unit == TextUnits.Unknown)
            {
                mass += index.UnknownWeight;
            }
            else if (_different.Add(unit))
            {
                mass += index.Weight[unit];
            }
        }

        Mass = mass;
        Terms = [.. _different];
        Array.Sort(Array.ConvertAll(Terms, t => -index.Weight[t]), Terms);
        for (var i = 1; i < _sequence.Length; i++)
        {
            _bigramMass += _bigrams.Add(Pair(_sequence[i - 1], _sequence[i])) ? WeightOf(_sequence[i - 1], _sequence[i]) : 0;
        }
    }

    /// <summary>The different units that the index knows, the rarest first.</summary>
    public int[] Terms { get; }

    /// <summary>The weights of all different units together.</summary>
    public double Mass { get; }

    /// <summary>The highest score of a text of some mass that shares so much with the question.</summary>
    public double AtMost(double shared, double mass) => Math.Min(1, 2 * shared / (Mass + mass));

    /// <summary>The lowest score of such a text.</summary>
    public double AtLeast(double shared, double mass) => (1 - OrderPart) * AtMost(shared, mass);

    /// <summary>The exact score of a text.</summary>
    public double Score(int text, HashSet<int> seen)
    {
        var units = _index.UnitsOf(text);
        if (units.SequenceEqual(_sequence))
        {
            return 1;
        }

        seen.Clear();
        var (shared, sharedOrder, order) = (0.0, 0.0, 0.0);
        for (var i = 0; i < units.Length; i++)
        {
            if (_different.Contains(units[i]) && seen.Add(units[i]))
            {
                shared += _index.Weight[units[i]];
            }

            if (i > 0)
            {
                var weight = WeightOf(units[i - 1], units[i]);
                order += weight;
                sharedOrder += _bigrams.Contains(Pair(units[i - 1], units[i])) ? weight : 0;
            }
        }

        var inOrder = order + _bigramMass > 0 ? Math.Min(1, 2 * sharedOrder / (order + _bigramMass)) : 0;
        return Math.Min(BestOfOthers, AtMost(shared, _index.Mass[text]) * (1 - OrderPart + (OrderPart * inOrder)));
    }

    private double WeightOf(int first, int second) =>
        (first < 0 ? _index.UnknownWeight : _index.Weight[first]) + (second < 0 ? _index.UnknownWeight : _index.Weight[second]);

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;
}
