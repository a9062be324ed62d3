using OpenUpr.Recommendations;

namespace OpenUpr.Search.Statistics;

/// <summary>What a search finds, counted by one field.</summary>
/// <param name="By">One of <see cref="StatisticFields.All"/>.</param>
/// <param name="Total">All that was found, with or without a value in the field; its key and label are empty.</param>
/// <param name="Without">What was found and carries no value in the field: an untagged text, a State of no group.</param>
/// <param name="Rows">Highest count first, then by key. Values that nothing carries are not there.</param>
public sealed record StatisticTable(string By, CountUnit Unit, StatisticRow Total, int Without, IReadOnlyList<StatisticRow> Rows)
{
    /// <summary>How many of <see cref="Total"/> count here by a label that a machine read, for want of a person's: an action category always, an issue or a goal where the table or the search is about these.</summary>
    public int ByMachine { get; init; }

    /// <summary>Counts with every filter of the query in force, also one on the field itself.</summary>
    public static StatisticTable Read(SearchIndex index, SearchQuery query, string by, CountUnit unit = CountUnit.Pairs) => ReadAll(index, query, [by], unit)[0];

    /// <summary>Several tables of one search, which is run once.</summary>
    public static IReadOnlyList<StatisticTable> ReadAll(SearchIndex index, SearchQuery query, IReadOnlyList<string> fields, CountUnit unit = CountUnit.Pairs)
    {
        var hits = index.Hits(query, unit);
        var total = Row(string.Empty, string.Empty, hits.Details().Row(0));
        return [.. fields.Select(by => Read(hits, by, total) with { ByMachine = hits.CountByMachine(MachineLabels.Action | StatisticFields.LabelsOf(query, by)) })];
    }

    /// <summary>The rows in the order of their numbers, for trends; meant for sessions, cycles and action categories.</summary>
    public IReadOnlyList<StatisticRow> InOrder() => [.. Rows.OrderBy(r => int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture))];

    private static StatisticTable Read(Hits hits, string by, StatisticRow total)
    {
        var details = hits.Details(by);
        var field = hits.Field(by);
        var rows = Enumerable.Range(0, field.Values.Length)
            .Select(value => Row(field.Values[value], field.Labels[value], details.Row(value)))
            .Where(row => row.Count > 0)
            .OrderByDescending(r => r.Count).ThenBy(r => r.Key, StringComparer.Ordinal);
        return new StatisticTable(by, hits.Unit, total, details.At(field.Values.Length, 0), [.. rows]);
    }

    /// <param name="details">As <see cref="ValueLists.Details"/> orders them.</param>
    private static StatisticRow Row(string key, string label, ReadOnlySpan<int> details) => new(
        key, label, details[0],
        details[(int)Position.Supported], details[(int)Position.Noted], details[(int)Position.Pending],
        details[((int)Position.Pending + 1)..].ToArray());
}
