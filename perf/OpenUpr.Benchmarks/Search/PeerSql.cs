using OpenUpr.Search;
using OpenUpr.Search.Counting;

namespace OpenUpr.Benchmarks.Search;

/// <summary>What differs between the two databases in the statement that answers a search.</summary>
/// <param name="Match">Restricts the rows of "d" to the words' hits; null for filters alone.</param>
/// <param name="Rank">Smaller is better.</param>
/// <param name="List">Gives "value" for each entry of a list column of the rows of a source (name, column).</param>
/// <param name="HasIssue">Whether a row of "d" has one of the issues.</param>
/// <param name="GroupsAtOnce">GROUPING SETS instead of one GROUP BY for each facet.</param>
internal sealed record PeerDialect(string From, string? Match, string Rank, Func<string, string, string> List, Func<string, string> HasIssue, bool GroupsAtOnce);

/// <summary>
/// One statement for a whole answer: 20 ids by rank, pairs, texts, and twelve facets that stay true under their own filter. The
/// words are looked up once: "base" keeps what fails at most one filter, "hits" what fails none; a field without a filter is
/// counted over the hits, a field with one over what passes all others.
/// </summary>
internal static class PeerSql
{
    private static readonly string[] Ids = ["id", "text_id"];
    private static readonly string[] Plain = ["sur", "rs", "sur_group", "rs_group", "response", "action", "session", "cycle", "kind"];
    private static readonly string[] Lists = ["sur_orgs", "rs_orgs", "issues"];

    public static string For(SearchQuery query, PeerDialect dialect)
    {
        var conditions = Conditions(query.Filters, dialect);
        var passes = conditions.Select((_, i) => $"p{i}").ToList();
        var failed = passes.Count < 2 ? "" : $" WHERE {string.Join(" + ", passes.Select(p => $"(CASE WHEN {p} THEN 0 ELSE 1 END)"))} <= 1";
        var all = passes.Count == 0 ? "" : $" WHERE {string.Join(" AND ", passes)}";
        var columns = string.Join(", ", Ids.Concat(Plain).Select(c => "d." + c)) + (dialect.GroupsAtOnce ? ", " + string.Join(", ", Lists.Select(c => "d." + c)) : "");
        var flags = string.Concat(conditions.Select((c, i) => $", COALESCE({c.Sql}, FALSE) AS p{i}"));
        var parts = new List<string>
        {
            "SELECT 'page' AS facet, CAST(id AS TEXT) AS value, 0 AS n FROM (SELECT id FROM hits ORDER BY rank, id LIMIT 20) AS page",
            "SELECT 'pairs', NULL, count(*) FROM hits",
            "SELECT 'texts', NULL, count(DISTINCT text_id) FROM hits",
        };
        var free = Plain.Where(f => conditions.All(c => c.Column != f)).ToList();
        parts.AddRange(dialect.GroupsAtOnce ? [Sets(free)] : free.Select(f => Group(f, "hits", "")));
        parts.AddRange(Lists.Where(l => conditions.All(c => c.Column != l)).Select(l => Listed(l, "hits", "", dialect)));
        for (var i = 0; i < conditions.Count; i++)
        {
            var others = passes.Where((_, k) => k != i).ToList();
            var where = others.Count == 0 ? "" : " WHERE " + string.Join(" AND ", others);
            parts.Add(Lists.Contains(conditions[i].Column) ? Listed(conditions[i].Column, "base", where, dialect) : Group(conditions[i].Column, "base", where));
        }

        return $"WITH found AS MATERIALIZED (SELECT {columns}, {dialect.Rank} AS rank{flags} FROM {dialect.From}{(dialect.Match is { } m ? " WHERE " + m : "")}), "
            + $"base AS {(passes.Count < 2 ? "NOT " : "")}MATERIALIZED (SELECT * FROM found{failed}), hits AS MATERIALIZED (SELECT * FROM base{all}) "
            + string.Join(" UNION ALL ", parts);
    }

    private static string Group(string column, string source, string where) => $"SELECT '{column}', CAST({column} AS TEXT), count(*) FROM {source}{where} GROUP BY {column}";

    private static string Listed(string column, string source, string where, PeerDialect dialect) =>
        $"SELECT '{column}', value, count(*) FROM {dialect.List(source, column)}{where} GROUP BY value";

    private static string Sets(IReadOnlyList<string> columns)
    {
        // One pass over the hits counts all single-valued fields; GROUPING tells which field a row is of.
        var names = string.Concat(columns.Select(c => $" WHEN GROUPING({c}) = 0 THEN '{c}'"));
        var values = string.Concat(columns.Select(c => $" WHEN GROUPING({c}) = 0 THEN CAST({c} AS TEXT)"));
        return $"SELECT CASE{names} END, CASE{values} END, count(*) FROM hits GROUP BY GROUPING SETS ({string.Join(", ", columns.Select(c => $"({c})"))})";
    }

    internal static List<(string Column, string Sql)> Conditions(SearchFilters f, PeerDialect dialect)
    {
        (string Column, IEnumerable<string> Values)[] lists =
        [
            ("sur", f.Sur.Select(Quoted)), ("rs", f.Rs.Select(Quoted)), ("sur_group", f.SurGroups.Select(Quoted)), ("rs_group", f.RsGroups.Select(Quoted)),
            ("response", f.Positions.Select(p => Quoted(FacetFields.Code(p)))), ("action", f.Actions.Select(FacetFields.Code)),
            ("session", f.Sessions.Select(FacetFields.Code)), ("cycle", f.Cycles.Select(FacetFields.Code)),
            ("kind", f.Kind == KindFilter.All ? [] : [f.Kind == KindFilter.Pledge ? "'pledge'" : "'recommendation'"]),
        ];
        var conditions = lists.Where(l => l.Values.Any()).Select(l => (l.Column, $"d.{l.Column} IN ({string.Join(", ", l.Values)})")).ToList();
        if (f.Issues.Count > 0)
        {
            conditions.Add(("issues", dialect.HasIssue(string.Join(", ", f.Issues.Select(Quoted)))));
        }

        return conditions;
    }

    private static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
