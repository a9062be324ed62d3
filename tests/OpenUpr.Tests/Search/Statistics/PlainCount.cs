using System.Collections.Concurrent;
using OpenUpr.Recommendations;
using OpenUpr.Search;

namespace OpenUpr.Tests.Search.Statistics;

/// <summary>Statistics by a plain walk over rows that were found without the index: what every table must agree with.</summary>
internal sealed class PlainCount(IReadOnlyList<IndexRow> hits, CountUnit unit)
{
    // Asked for each of many thousand rows, and the same for all rows of a State and a session.
    private static readonly ConcurrentDictionary<(string, DateOnly?), string[]> s_groups = [];
    private static readonly ConcurrentDictionary<(string, DateOnly?), string[]> s_organisations = [];

    public static readonly string[] Fields = ["sur", "rs", "issue", "sdg", "theme", "person", "instrument", "action", "response", "session", "cycle", "sur-group", "rs-group", "sur-org", "rs-org"];

    public int Total => Count(hits);

    public int TotalOf(Func<IndexRow, bool> wanted) => Count(hits.Where(wanted));

    /// <summary>By value: key, count, and the counts of supported, noted, pending and categories 1 to 5; highest first, then by key.</summary>
    public IEnumerable<string> Rows(string field) => Grouped(field)
        .Select(g => (Key: g.Key, Count: Count(g.Value), g.Value))
        .Where(g => g.Count > 0)
        .OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Key} {g.Count} {Details(g.Value)}");

    public string Details(IReadOnlyList<IndexRow> rows) => string.Join(' ',
        new Position?[] { Position.Supported, Position.Noted, Position.Pending }.Select(p => Count(rows.Where(r => r.Position == p)))
            .Concat(Enumerable.Range(1, 5).Select(a => Count(rows.Where(r => r.Action == a)))));

    public int Without(string field) => Count(hits.Where(r => Values(r, field).Length == 0));

    public Dictionary<string, int> Matrix(string rows, string columns)
    {
        var cells = new Dictionary<string, List<IndexRow>>();
        foreach (var hit in hits)
        {
            foreach (var row in Values(hit, rows))
            {
                foreach (var column in Values(hit, columns))
                {
                    (cells.TryGetValue($"{row} {column}", out var list) ? list : cells[$"{row} {column}"] = []).Add(hit);
                }
            }
        }

        return cells.Select(c => (c.Key, Count: Count(c.Value))).Where(c => c.Count > 0).ToDictionary(c => c.Key, c => c.Count);
    }

    public static string[] Values(IndexRow r, string field)
    {
        var reference = SearchHarness.Reference;
        var day = reference.FindSession(r.Session)?.Start;
        return field switch
        {
            "sur" => [r.Sur],
            "rs" => [r.Rs],
            "issue" => [.. r.Issues],
            "sdg" => [.. r.Sdgs.Select(g => $"{g}")],
            "theme" => [.. r.Themes],
            "person" => [.. r.Persons],
            "instrument" => [.. BruteForce.Instruments(r.Text)],
            "action" => r.Action is { } a ? [$"{a}"] : [],
            "response" => r.Position is { } p ? [p.ToString().ToLowerInvariant()] : [],
            "session" => [$"{r.Session}"],
            "cycle" => reference.CycleOf(r.Session) is { } c ? [$"{c}"] : [],
            "sur-group" => Group(r.Sur, day),
            "rs-group" => Group(r.Rs, day),
            "sur-org" => Organisations(r.Sur, day),
            "rs-org" => Organisations(r.Rs, day),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private static string[] Group(string state, DateOnly? day) =>
        s_groups.GetOrAdd((state, day), key => SearchHarness.Reference.GroupOf(key.Item1, key.Item2) is { } group ? [group] : []);

    private static string[] Organisations(string state, DateOnly? day) =>
        s_organisations.GetOrAdd((state, day), key => [.. SearchHarness.Reference.OrganisationsOf(key.Item1, key.Item2)]);

    private Dictionary<string, List<IndexRow>> Grouped(string field)
    {
        var groups = new Dictionary<string, List<IndexRow>>();
        foreach (var hit in hits)
        {
            foreach (var value in Values(hit, field))
            {
                (groups.TryGetValue(value, out var list) ? list : groups[value] = []).Add(hit);
            }
        }

        return groups;
    }

    private int Count(IEnumerable<IndexRow> rows) => unit switch
    {
        CountUnit.Texts => rows.Select(r => r.TextId).Distinct().Count(),
        CountUnit.Paragraphs => rows.Where(r => r.ParagraphId is not null).Select(r => r.ParagraphId).Distinct().Count(),
        _ => rows.Count(),
    };
}
