using System.Runtime.InteropServices;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>Rows of features that are there or not: each row its features' numbers, ascending and each once.</summary>
public sealed class SparseRows
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _features = [];

    /// <summary>Number of rows.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>The features of a row.</summary>
    public ReadOnlySpan<int> this[int row] => CollectionsMarshal.AsSpan(_features)[_starts[row].._starts[row + 1]];

    /// <summary>Adds a row; negative numbers (unknown features) and repetitions are left out.</summary>
    public void Add(ReadOnlySpan<int> features)
    {
        var begin = _features.Count;
        _features.AddRange(features);
        var row = CollectionsMarshal.AsSpan(_features)[begin..];
        row.Sort();
        var kept = 0;
        foreach (var feature in row)
        {
            if (feature >= 0 && (kept == 0 || row[kept - 1] != feature))
            {
                row[kept++] = feature;
            }
        }

        CollectionsMarshal.SetCount(_features, begin + kept);
        _starts.Add(begin + kept);
    }
}
