namespace OpenUpr.Search.Similar;

/// <summary>
/// In how many places two texts differ: the fewest units to exchange, leave out, add or swap with a neighbour that turn one into the other, found with
/// one bit for each unit (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003). One instance serves
/// one question after another.
/// </summary>
internal sealed class WordOrder(int unitCount)
{
    private const int Bits = 64;

    /// <summary>By unit: number of its row of bits, from 1; row 0 is of what the question does not have.</summary>
    private readonly int[] _rowOf = new int[unitCount];
    private readonly int[] _seen = new int[unitCount];
    private readonly List<int> _different = [];
    private ulong[] _places = new ulong[Bits];
    private Column[] _columns = new Column[1];
    private int _asked;
    private int _blocks;
    private int _length;

    /// <summary>The question's different known units.</summary>
    public IReadOnlyList<int> Different => _different;

    /// <summary>Forgets the question before and takes the next.</summary>
    public WordOrder Begin(ReadOnlySpan<int> units)
    {
        foreach (var unit in _different)
        {
            _rowOf[unit] = 0;
        }

        _different.Clear();
        (_length, _blocks) = (units.Length, Math.Max(1, (units.Length + Bits - 1) / Bits));
        if (_places.Length < (units.Length + 1) * _blocks)
        {
            _places = new ulong[(units.Length + 1) * _blocks];
        }

        Array.Clear(_places);
        _columns = _columns.Length < _blocks ? new Column[_blocks] : _columns;
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i] == TextUnits.Unknown)
            {
                continue;
            }

            ref var row = ref _rowOf[units[i]];
            if (row == 0)
            {
                _different.Add(units[i]);
                row = _different.Count;
            }

            _places[(row * _blocks) + (i / Bits)] |= 1UL << (i % Bits);
        }

        return this;
    }

    /// <summary>0 to 1: the share of the longer text that stays as it is.</summary>
    public double Kept(ReadOnlySpan<int> units)
    {
        var longer = Math.Max(units.Length, _length);
        return longer == 0 ? 0 : 1 - ((double)Distance(units) / longer);
    }

    /// <summary>The weights of the different units that a text shares with the question, and of all its units (one that comes again counts again in neither).</summary>
    public (double Shared, double All) Shared(ReadOnlySpan<int> units, float[] weights)
    {
        _asked++;
        var (shared, all) = (0.0, 0.0);
        foreach (var unit in units)
        {
            if (_seen[unit] != _asked)
            {
                _seen[unit] = _asked;
                all += weights[unit];
                shared += _rowOf[unit] > 0 ? weights[unit] : 0;
            }
        }

        return (shared, all);
    }

    /// <summary>In how many places a text differs from the question.</summary>
    public int Distance(ReadOnlySpan<int> units)
    {
        if (_length == 0)
        {
            return units.Length;
        }

        var columns = _columns.AsSpan(0, _blocks);
        columns.Fill(new Column { Up = ulong.MaxValue });
        var (distance, last) = (_length, 1UL << ((_length - 1) % Bits));
        foreach (var unit in units)
        {
            var places = _places.AsSpan(_rowOf[unit] * _blocks, _blocks);
            var (up, down, swap) = (1UL, 0UL, 0UL);
            for (var block = 0; block < columns.Length; block++)
            {
                var (more, less) = columns[block].Step(places[block], ref up, ref down, ref swap);
                if (block == columns.Length - 1)
                {
                    distance += ((more & last) != 0 ? 1 : 0) - ((less & last) != 0 ? 1 : 0);
                }
            }
        }

        return distance;
    }

    /// <summary>64 rows of the table of distances: how each differs from the row above, and what the next column needs of this one.</summary>
    private struct Column
    {
        public ulong Up;
        private ulong _down;
        private ulong _zero;
        private ulong _places;

        /// <summary>Moves one column on; the last three carry from block to block. Returns where the distance grows and shrinks along the rows.</summary>
        public (ulong More, ulong Less) Step(ulong places, ref ulong up, ref ulong down, ref ulong swap)
        {
            var swappable = ~_zero & places;
            var swapped = ((swappable << 1) | swap) & _places;
            swap = swappable >> (Bits - 1);
            var matched = places | down;
            var zero = (((matched & Up) + Up) ^ Up) | matched | _down | swapped;
            var (more, less) = (_down | ~(zero | Up), zero & Up);
            var (upNext, downNext) = ((more << 1) | up, (less << 1) | down);
            (up, down) = (more >> (Bits - 1), less >> (Bits - 1));
            (Up, _down, _zero, _places) = (downNext | ~(zero | upNext), upNext & zero, zero, places);
            return (more, less);
        }
    }
}
