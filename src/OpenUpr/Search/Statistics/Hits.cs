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

/// <summary>The pairs that a search found, ready to be counted by any field or any two.</summary>
internal sealed class Hits
{
    private readonly Records _records;
    private readonly int[] _docs;
    private readonly int[]? _unitOf;
    private readonly byte[] _byMachine;
    private readonly Dictionary<Dimension, int[]> _byTraits = [];

    /// <param name="docs">Ascending.</param>
    public Hits(Records records, DocTable table, int[] docs, CountUnit unit, int count)
    {
        (_records, _byMachine, Unit, Count) = (records, table.ByMachine, unit, count);
        (_docs, _unitOf) = unit switch
        {
            CountUnit.Texts => (docs, table.TextOf),
            CountUnit.Paragraphs => Paragraphs(table, docs),
            _ => (docs, null),
        };
    }

    public CountUnit Unit { get; }

    /// <summary>How many were found, in the unit.</summary>
    public int Count { get; }

    /// <summary>False where the search looked at people's labels alone.</summary>
    public bool MayBeMachines { get; init; } = true;

    /// <summary>How many were found of which a machine read some of these labels.</summary>
    public int CountByMachine(MachineLabels labels)
    {
        var (count, last) = (0, -1);
        foreach (var doc in MayBeMachines ? _docs : [])
        {
            if (((MachineLabels)_byMachine[doc] & labels) == 0)
            {
                continue;
            }

            // Pairs of one unit stand together.
            var unit = _unitOf is null ? doc : _unitOf[doc];
            count += unit == last ? 0 : 1;
            last = unit;
        }

        return count;
    }

    public FacetField Field(string name) => _records.Fields.First(f => f.Name == name);

    /// <summary>By value of the field: how many carry it.</summary>
    public int[] CountBy(string name) => CountCells(ValueLists.Of(Field(name)), ValueLists.One);

    /// <summary>By value of the field, the details of what carries it; a row more than values, for what has none.</summary>
    public CrossCounts Details(string name)
    {
        var field = ValueLists.Of(Field(name), withNone: true);

        // Neighbours in the index share entries, and there are fewer entries than hits in any large result: count those, once for all fields of the dimension.
        var cells = Unit == CountUnit.Pairs && _docs.Length > _records.Sizes[(int)field.Dimension]
            ? DetailsOfEntries(field)
            : CountCells(field, ValueLists.Details);
        return new CrossCounts(cells, ValueLists.Details.Size);
    }

    /// <summary>The details of all that was found.</summary>
    public CrossCounts Details() => new(CountCells(ValueLists.One, ValueLists.Details), ValueLists.Details.Size);

    public CrossCounts Cross(string rows, string columns)
    {
        var (first, second) = (ValueLists.Of(Field(rows)), ValueLists.Of(Field(columns)));
        return new CrossCounts(CountCells(first, second), second.Size);
    }

    /// <summary>What is in paragraphs that are known, with those of one paragraph together.</summary>
    private static (int[] Docs, int[] ParagraphOf) Paragraphs(DocTable table, int[] docs)
    {
        var paragraphOf = Array.ConvertAll(table.TextOf, text => table.ParagraphOf[text]);
        var known = Array.FindAll(docs, doc => paragraphOf[doc] >= 0);
        Array.Sort(Array.ConvertAll(known, doc => paragraphOf[doc]), known);
        return (known, paragraphOf);
    }

    private int[] CountCells(ValueLists rows, ValueLists columns)
    {
        var cells = new int[rows.Size * columns.Size];
        if (_unitOf is not null)
        {
            CountUnits(rows, columns, cells, _unitOf);
            return cells;
        }

        var (ofRows, ofColumns) = (_records.Holding(rows.Dimension), _records.Holding(columns.Dimension));
        foreach (var doc in _docs)
        {
            var across = columns.At(ofColumns[doc]);
            foreach (var row in rows.At(ofRows[doc]))
            {
                foreach (var column in across)
                {
                    cells[(row * columns.Size) + column]++;
                }
            }
        }

        return cells;
    }

    /// <summary>Pairs of one unit stand together, so in each cell the last unit seen is enough to count each once.</summary>
    private void CountUnits(ValueLists rows, ValueLists columns, int[] cells, int[] unitOf)
    {
        var last = new int[cells.Length];
        Array.Fill(last, -1);
        var (ofRows, ofColumns) = (_records.Holding(rows.Dimension), _records.Holding(columns.Dimension));
        foreach (var doc in _docs)
        {
            var across = columns.At(ofColumns[doc]);
            foreach (var row in rows.At(ofRows[doc]))
            {
                foreach (var column in across)
                {
                    var cell = (row * columns.Size) + column;
                    cells[cell] += last[cell] == unitOf[doc] ? 0 : 1;
                    last[cell] = unitOf[doc];
                }
            }
        }
    }

    private int[] DetailsOfEntries(ValueLists field)
    {
        var details = ValueLists.Details;
        var cells = new int[field.Size * details.Size];
        var counts = ByTraits(field.Dimension);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0)
            {
                continue;
            }

            foreach (var value in field.OfEntry(i / Traits.Size))
            {
                foreach (var detail in details.OfEntry(i % Traits.Size))
                {
                    cells[(value * details.Size) + detail] += counts[i];
                }
            }
        }

        return cells;
    }

    /// <summary>Pairs by entry of a dimension and, within it, by traits.</summary>
    private int[] ByTraits(Dimension dimension)
    {
        if (_byTraits.TryGetValue(dimension, out var counts))
        {
            return counts;
        }

        counts = new int[_records.Sizes[(int)dimension] * Traits.Size];
        var (packed, holding) = (_records.Packed, _records.Holding(dimension));
        var (shift, mask) = Records.Place(dimension);
        foreach (var doc in _docs)
        {
            counts[((int)(holding[doc] >> shift & mask) * Traits.Size) + Records.TraitsOf(packed[doc])]++;
        }

        _byTraits.Add(dimension, counts);
        return counts;
    }
}
