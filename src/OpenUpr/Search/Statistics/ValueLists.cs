using OpenUpr.Recommendations;
using OpenUpr.Search.Counting;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Statistics;

/// <summary>The values of a field by entry of its dimension, as one flat list that the counting loop reads without a call into the field.</summary>
internal sealed class ValueLists
{
    private readonly int[] _start;
    private readonly int[] _values;
    private readonly int _shift;
    private readonly ulong _mask;

    private ValueLists(Dimension dimension, int[] start, int[] values, int size)
    {
        (Dimension, _start, _values, Size) = (dimension, start, values, size);
        (_shift, _mask) = Records.Place(dimension);
    }

    /// <summary>One value that every pair carries.</summary>
    public static ValueLists One { get; } = new(Dimension.Traits, [.. Enumerable.Range(0, Traits.Size + 1)], new int[Traits.Size], 1);

    /// <summary>What a statistic says of everything that it counts: 0 that it is there, 1 to 3 its position, 4 to 8 its action category.</summary>
    public static ValueLists Details { get; } = Of(Dimension.Traits, Traits.Size, traits => (int[])
    [
        0,
        .. Traits.Position(traits) is { } position ? [(int)position] : Array.Empty<int>(),
        .. Traits.Action(traits) is { } action ? [(int)Position.Pending + action] : Array.Empty<int>(),
    ], 9);

    public Dimension Dimension { get; }

    /// <summary>How many values there are.</summary>
    public int Size { get; }

    /// <param name="withNone">Adds a last value that the entries carry which have no other.</param>
    public static ValueLists Of(FacetField field, bool withNone = false)
    {
        int[] none = withNone ? [field.Values.Length] : [];
        return Of(field.Dimension, field.EntryCount, entry => field.ValuesOf(entry) is { Length: > 0 } values ? values : none, field.Values.Length + none.Length);
    }

    /// <param name="record">Of the records that hold the dimension.</param>
    public ReadOnlySpan<int> At(ulong record) => OfEntry((int)(record >> _shift & _mask));

    public ReadOnlySpan<int> OfEntry(int entry) => _values.AsSpan(_start[entry], _start[entry + 1] - _start[entry]);

    private static ValueLists Of(Dimension dimension, int entries, Func<int, ReadOnlySpan<int>> valuesOf, int size)
    {
        var start = new int[entries + 1];
        var values = new List<int>(entries);
        for (var entry = 0; entry < entries; entry++)
        {
            values.AddRange(valuesOf(entry));
            start[entry + 1] = values.Count;
        }

        return new ValueLists(dimension, start, [.. values], size);
    }
}
