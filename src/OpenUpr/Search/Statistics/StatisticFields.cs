namespace OpenUpr.Search.Statistics;

/// <summary>The fields by which recommendations are counted (UPR Info, Database: Statistics). The names are those of the query language.</summary>
public static class StatisticFields
{
    public const string Response = "response";
    public const string Action = "action";

    /// <summary>In the order in which pages and help list them.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["sur", "rs", "issue", Action, Response, "session", "cycle", "sur-group", "rs-group", "sur-org", "rs-org"];

    /// <summary>True where a pair can carry several values, so that the rows of a table add up to more than its total.</summary>
    public static bool HasSeveral(string field) => field is "issue" or "sur-org" or "rs-org";

    /// <summary>True where the values have an order in time, so that a table of them is a trend.</summary>
    public static bool IsTime(string field) => field is "session" or "cycle";
}
