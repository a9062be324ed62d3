using OpenUpr.Recommendations;
using OpenUpr.Reviews;

namespace OpenUpr.Search.Statistics;

/// <summary>The figures of UPR Info's "Global" page, for everything or for any search.</summary>
/// <param name="Total">All that was found; <see cref="StatisticRow.Specific"/> is the total of category 5.</param>
/// <param name="FirstSession">Null when nothing was found.</param>
/// <param name="MadeNone">Member States of the UN that made none of what was found, by English name; null where the search itself chooses recommending States.</param>
/// <param name="UnderReview">By State under review, highest first; so the other two.</param>
public sealed record GlobalStatistics(
    StatisticRow Total,
    int? FirstSession,
    int? LastSession,
    IReadOnlyList<string>? MadeNone,
    StatisticTable UnderReview,
    StatisticTable Recommending,
    StatisticTable Issues,
    StatisticTable Sessions)
{
    public static GlobalStatistics Read(SearchIndex index, SearchQuery query, CountUnit unit = CountUnit.Pairs)
    {
        var tables = StatisticTable.ReadAll(index, query, ["sur", "rs", "issue", "session"], unit);
        var sessions = tables[3].InOrder();
        return new GlobalStatistics(
            tables[0].Total,
            Number(sessions.Count > 0 ? sessions[0] : null),
            Number(sessions.Count > 0 ? sessions[^1] : null),
            ChoosesRecommendingStates(query.Filters) ? null : MadeNoneOf(index.Reference, tables[1]),
            tables[0], tables[1], tables[2], tables[3]);
    }

    private static bool ChoosesRecommendingStates(SearchFilters filters) => filters.Rs.Count + filters.RsGroups.Count + filters.RsOrganisations.Count > 0;

    private static IReadOnlyList<string> MadeNoneOf(ReferenceData reference, StatisticTable recommending)
    {
        var made = recommending.Rows.Select(r => r.Key).ToHashSet();
        return [.. reference.States.Where(s => s.Status == StateStatus.Member && !made.Contains(s.Iso3)).Select(s => s.Iso3)];
    }

    private static int? Number(StatisticRow? session) => session is null ? null : int.Parse(session.Key, System.Globalization.CultureInfo.InvariantCulture);
}
