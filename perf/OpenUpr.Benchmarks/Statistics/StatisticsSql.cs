using OpenUpr.Benchmarks.Search;
using OpenUpr.Search;

namespace OpenUpr.Benchmarks.Statistics;

/// <summary>What a page of statistics asks, as plain GROUP BY: the whole, four tables with positions and categories, and the matrix of groups.</summary>
internal static class StatisticsSql
{
    private const string Details = """
        count(*) AS n, count(*) FILTER (WHERE response = 'supported'), count(*) FILTER (WHERE response = 'noted'), count(*) FILTER (WHERE response = 'pending'),
        count(*) FILTER (WHERE action = 1), count(*) FILTER (WHERE action = 2), count(*) FILTER (WHERE action = 3), count(*) FILTER (WHERE action = 4), count(*) FILTER (WHERE action = 5)
        """;

    private static readonly string[] Single = ["sur", "rs", "session"];

    public static IReadOnlyList<string> For(SearchQuery query)
    {
        var dialect = new PeerDialect("docs d", null, "", (_, _) => "", values => $"d.issues && ARRAY[{values}]", GroupsAtOnce: true);
        var where = string.Join(" AND ", PeerSql.Conditions(query.Filters, dialect).Select(c => c.Sql));
        var rows = $"FROM docs d{(where.Length == 0 ? "" : " WHERE " + where)}";
        return
        [
            $"SELECT {Details} {rows}",
            .. Single.Select(field => $"SELECT {field}, {Details} {rows} GROUP BY {field} ORDER BY n DESC, {field}"),
            $"SELECT value, {Details} FROM (SELECT response, action, unnest(issues) AS value {rows}) AS listed GROUP BY value ORDER BY n DESC, value",
            $"SELECT rs_group, sur_group, count(*) {rows} GROUP BY rs_group, sur_group",
        ];
    }
}
