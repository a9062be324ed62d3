using OpenUpr.Search.Counting;

namespace OpenUpr.Search.Statistics;

/// <summary>The values of a field by entry of its dimension, as one flat list that the counting loop reads without a call into the field.</summary>
internal sealed class ValueLists
{
    private readonly Dimension _dimension;
    private readonly int[] _start;
    private readonly int[] _values;

    private ValueLists(Dimension dimension, int[] start, int[] values, int size) => (_dimension, _start, _values, Size) = (dimension, start, values, size);

    /// <summary>One value that every pair carries.</summary>
    public static ValueLists One { get; } = new(Dimension.Traits, [.. Enumerable.Range(0, Index.Traits.Size + 1)], new int[Index.Traits.Size], 1);

    /// <summary>How many values there are.</summary>
    public int Size { get; }

    /// <param name="withNone">Adds a last value that the entries carry which have no other.</param>
    public static ValueLists Of(FacetField field, bool withNone = false)
    {
        var size = field.Values.Length + (withNone ? 1 : 0);
        var start = new int[field.EntryCount + 1];
        var values = new List<int>(field.EntryCount);
        for (var entry = 0; entry < field.EntryCount; entry++)
        {
            values.AddRange(field.ValuesOf(entry));
            if (withNone && values.Count == start[entry])
            {
                values.Add(size - 1);
            }

            start[entry + 1] = values.Count;
        }

        return new ValueLists(field.Dimension, start, [.. values], size);
    }

    public ReadOnlySpan<int> At(ulong record)
    {
        var entry = Records.Entry(record, _dimension);
        return _values.AsSpan(_start[entry], _start[entry + 1] - _start[entry]);
    }
}
