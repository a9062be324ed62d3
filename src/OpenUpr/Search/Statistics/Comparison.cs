using OpenUpr.Recommendations;

namespace OpenUpr.Search.Statistics;

/// <summary>One of the States or issues that are compared, counted with every filter of the search in force but the one on its own field.</summary>
/// <param name="Partners">By the States on the other side: for an issue, by State under review.</param>
public sealed record ComparedSide(string Key, SearchQuery Query, StatisticRow Total, StatisticTable Issues, StatisticTable Partners, StatisticTable Cycles);

/// <summary>Two to five States, or two to five issues, side by side.</summary>
public static class Comparison
{
    public const int Least = 2;
    public const int Most = 5;

    /// <param name="field">"sur", "rs" or "issue": what the keys are.</param>
    public static IReadOnlyList<ComparedSide> Read(SearchIndex index, SearchQuery query, string field, IReadOnlyList<string> keys, CountUnit unit = CountUnit.Pairs) =>
        [.. keys.Select(key => Side(index, query with { Filters = With(query.Filters, field, key) }, field, key, unit))];

    /// <summary>The field of the other side's States.</summary>
    public static string PartnerOf(string field) => field == "sur" ? "rs" : "sur";

    private static ComparedSide Side(SearchIndex index, SearchQuery query, string field, string key, CountUnit unit)
    {
        var tables = StatisticTable.ReadAll(index, query, ["issue", PartnerOf(field), "cycle"], unit);
        return new ComparedSide(key, query, tables[0].Total, tables[0], tables[1], tables[2]);
    }

    private static SearchFilters With(SearchFilters filters, string field, string key) => field switch
    {
        "sur" => filters with { Sur = [key] },
        "rs" => filters with { Rs = [key] },
        "issue" => filters with { Issues = [key], AllIssues = false },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };
}
