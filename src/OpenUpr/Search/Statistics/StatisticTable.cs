using OpenUpr.Recommendations;
using OpenUpr.Search.Counting;

namespace OpenUpr.Search.Statistics;

/// <summary>What a search finds, counted by one field.</summary>
/// <param name="By">One of <see cref="StatisticFields.All"/>.</param>
/// <param name="Total">All that was found, with or without a value in the field; its key and label are empty.</param>
/// <param name="Without">What was found and carries no value in the field: an untagged text, a State of no group.</param>
/// <param name="Rows">Highest count first, then by key. Values that nothing carries are not there.</param>
public sealed record StatisticTable(string By, CountUnit Unit, StatisticRow Total, int Without, IReadOnlyList<StatisticRow> Rows)
{
    /// <summary>Counts with every filter of the query in force, also one on the field itself.</summary>
    public static StatisticTable Read(SearchIndex index, SearchQuery query, string by, CountUnit unit = CountUnit.Pairs) => ReadAll(index, query, [by], unit)[0];

    /// <summary>Several tables of one search, which is run once.</summary>
    public static IReadOnlyList<StatisticTable> ReadAll(SearchIndex index, SearchQuery query, IReadOnlyList<string> fields, CountUnit unit = CountUnit.Pairs)
    {
        var hits = index.Hits(query, unit);
        var total = TotalOf(hits);
        return [.. fields.Select(by => Read(hits, by, total))];
    }

    /// <summary>The rows in the order of their numbers, for trends; meant for sessions, cycles and action categories.</summary>
    public IReadOnlyList<StatisticRow> InOrder() => [.. Rows.OrderBy(r => int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture))];

    private static StatisticTable Read(Hits hits, string by, StatisticRow total)
    {
        var (counts, without) = hits.CountBy(by);
        var responses = hits.Cross(by, StatisticFields.Response);
        var actions = hits.Cross(by, StatisticFields.Action);
        var field = hits.Field(by);
        var rows = new List<StatisticRow>(counts.Length);
        for (var value = 0; value < counts.Length; value++)
        {
            if (counts[value] > 0)
            {
                rows.Add(Row(hits, field.Values[value], field.Labels[value], counts[value], responses.Row(value), actions.Row(value)));
            }
        }

        return new StatisticTable(by, hits.Unit, total, without, [.. rows.OrderByDescending(r => r.Count).ThenBy(r => r.Key, StringComparer.Ordinal)]);
    }

    private static StatisticRow TotalOf(Hits hits) =>
        Row(hits, string.Empty, string.Empty, hits.Count, hits.CountBy(StatisticFields.Response).Counts, hits.CountBy(StatisticFields.Action).Counts);

    private static StatisticRow Row(Hits hits, string key, string label, int count, ReadOnlySpan<int> responses, ReadOnlySpan<int> actions)
    {
        var numbers = new int[5];
        for (var action = 0; action < numbers.Length; action++)
        {
            numbers[action] = At(actions, hits.Field(StatisticFields.Action), FacetFields.Code(action + 1));
        }

        var field = hits.Field(StatisticFields.Response);
        return new StatisticRow(
            key, label, count,
            At(responses, field, FacetFields.Code(Position.Supported)), At(responses, field, FacetFields.Code(Position.Noted)), At(responses, field, FacetFields.Code(Position.Pending)),
            numbers);
    }

    private static int At(ReadOnlySpan<int> counts, FacetField field, string value) => field.Find(value) is var number and >= 0 ? counts[number] : 0;
}
