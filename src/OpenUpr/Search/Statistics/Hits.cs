using OpenUpr.Recommendations;
using OpenUpr.Search.Counting;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Statistics;

/// <summary>Counts of two fields' values together: a row for each value of the first.</summary>
internal readonly struct CrossCounts(int[] cells, int columns)
{
    public ReadOnlySpan<int> Row(int value) => cells.AsSpan(value * columns, columns);

    public int At(int row, int column) => cells[(row * columns) + column];
}

/// <summary>The pairs that a search found, in the index's order, ready to be counted by any field or any two.</summary>
internal sealed class Hits
{
    private readonly Records _records;
    private readonly DocTable _table;
    private readonly int[] _docs;

    public Hits(Records records, DocTable table, int[] docs, CountUnit unit, int count) =>
        (_records, _table, _docs, Unit, Count) = (records, table, docs, unit, count);

    public CountUnit Unit { get; }

    /// <summary>How many were found, in the unit.</summary>
    public int Count { get; }

    public FacetField Field(string name) => _records.Fields.First(f => f.Name == name);

    /// <summary>By value of the field: how many carry it; and how many carry none.</summary>
    public (int[] Counts, int Without) CountBy(string name)
    {
        // A column more than values, for what has none; and one row.
        var field = ValueLists.Of(Field(name), withNone: true);
        var counts = CountCells(ValueLists.One, field);
        return (counts[..^1], counts[^1]);
    }

    public CrossCounts Cross(string rows, string columns)
    {
        var (first, second) = (ValueLists.Of(Field(rows)), ValueLists.Of(Field(columns)));
        return new CrossCounts(CountCells(first, second), second.Size);
    }

    private int[] CountCells(ValueLists rows, ValueLists columns)
    {
        var cells = new int[rows.Size * columns.Size];
        var seen = Unit switch
        {
            CountUnit.Texts => new SeenUnits(cells.Length),
            CountUnit.Paragraphs => new SeenUnits(null),
            _ => null,
        };
        var packed = _records.Packed;
        foreach (var doc in _docs)
        {
            var record = packed[doc];
            var unit = seen is null ? 0 : UnitOf(doc);
            if (unit < 0)
            {
                continue;
            }

            var across = columns.At(record);
            foreach (var row in rows.At(record))
            {
                foreach (var column in across)
                {
                    var cell = (row * columns.Size) + column;
                    if (seen is null || seen.Add(cell, unit))
                    {
                        cells[cell]++;
                    }
                }
            }
        }

        return cells;
    }

    /// <summary>The number of the pair's text or paragraph; -1 where its paragraph is not known.</summary>
    private int UnitOf(int doc) => Unit == CountUnit.Texts ? _table.TextOf[doc] : _table.ParagraphOf[_table.TextOf[doc]];
}
