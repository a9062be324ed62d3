using OpenUpr.Recommendations;

namespace OpenUpr.Search.Statistics;

/// <summary>A value at the side or the head of a matrix; the count is its row's or column's total.</summary>
public sealed record StatisticHead(string Key, string Label, int Count);

/// <summary>What a search finds, counted by two fields at once: who recommends to whom, what share of an issue each response got.</summary>
/// <param name="Total">All that was found.</param>
/// <param name="Rows">Highest count first, then by key; so the columns.</param>
public sealed record StatisticMatrix(
    string RowField, string ColumnField, CountUnit Unit, int Total, IReadOnlyList<StatisticHead> Rows, IReadOnlyList<StatisticHead> Columns, IReadOnlyList<IReadOnlyList<int>> Cells)
{
    /// <summary>How many of <see cref="Total"/> count here by a label that a machine read, for want of a person's.</summary>
    public int ByMachine { get; init; }

    public static StatisticMatrix Read(SearchIndex index, SearchQuery query, string rowField, string columnField, CountUnit unit = CountUnit.Pairs)
    {
        var hits = index.Hits(query, unit);
        var cross = hits.Cross(rowField, columnField);
        var rows = Heads(hits, rowField);
        var columns = Heads(hits, columnField);
        return new StatisticMatrix(
            rowField, columnField, unit, hits.Count,
            [.. rows.Select(r => r.Head)], [.. columns.Select(c => c.Head)],
            [.. rows.Select(r => (IReadOnlyList<int>)[.. columns.Select(c => cross.At(r.Value, c.Value))])])
        {
            ByMachine = hits.CountByMachine(StatisticFields.LabelsOf(query, rowField, columnField)),
        };
    }

    private static List<(int Value, StatisticHead Head)> Heads(Hits hits, string name)
    {
        var counts = hits.CountBy(name);
        var field = hits.Field(name);
        return [.. counts.Select((count, value) => (Value: value, Head: new StatisticHead(field.Values[value], field.Labels[value], count)))
            .Where(h => h.Head.Count > 0).OrderByDescending(h => h.Head.Count).ThenBy(h => h.Head.Key, StringComparer.Ordinal)];
    }
}
