using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Recommendations;

/// <summary>Small steps that every profile takes with counted rows.</summary>
public static class StatisticRows
{
    /// <summary>The row of this key, or null where nothing carries it.</summary>
    public static StatisticRow? Find(this StatisticTable table, string key) => table.Rows.FirstOrDefault(r => r.Key == key);

    public static StatisticRow? Find(this StatisticTable table, int key) => table.Find(Code(key));

    /// <summary>What is left of a whole without a part of it.</summary>
    public static StatisticRow Less(this StatisticRow whole, StatisticRow part) => whole with
    {
        Count = whole.Count - part.Count,
        Supported = whole.Supported - part.Supported,
        Noted = whole.Noted - part.Noted,
        Pending = whole.Pending - part.Pending,
        Actions = [.. whole.Actions.Zip(part.Actions, (w, p) => w - p)],
    };

    /// <summary>A number as the query language writes it.</summary>
    internal static string Code(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The number that a key of a session or cycle stands for.</summary>
    internal static int Number(this StatisticRow row) => int.Parse(row.Key, System.Globalization.CultureInfo.InvariantCulture);

    internal static SearchQuery Query(SearchFilters filters) => new(null, filters);
}
