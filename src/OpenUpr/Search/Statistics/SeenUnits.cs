namespace OpenUpr.Search.Statistics;

/// <summary>
/// Which text or paragraph was counted in which cell already. Pairs of one text stand together in the index, so the last one seen
/// in a cell is enough; texts of one paragraph may stand apart, so every paragraph is kept.
/// </summary>
internal sealed class SeenUnits(int? cells)
{
    private readonly int[]? _last = cells is { } size ? Filled(size) : null;
    private readonly HashSet<(int, int)> _all = [];

    /// <summary>True the first time.</summary>
    public bool Add(int cell, int unit)
    {
        if (_last is null)
        {
            return _all.Add((cell, unit));
        }

        var first = _last[cell] != unit;
        _last[cell] = unit;
        return first;
    }

    private static int[] Filled(int size)
    {
        var last = new int[size];
        Array.Fill(last, -1);
        return last;
    }
}
