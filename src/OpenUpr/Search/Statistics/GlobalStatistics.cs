using OpenUpr.Recommendations;
using OpenUpr.Reviews;

namespace OpenUpr.Search.Statistics;

/// <summary>The figures of UPR Info's "Global" page, for everything or for any search.</summary>
/// <param name="Total">All that was found; <see cref="StatisticRow.Specific"/> is the total of category 5.</param>
/// <param name="FirstSession">Null when nothing was found.</param>
/// <param name="MadeNone">Member States of the UN that made none of what was found, by English name; null where the search itself chooses recommending States, or looks at pledges, which are made to no other State.</param>
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

        // Who made something and in which sessions is a question about all that was found, also what is in no known paragraph.
        var pairs = unit == CountUnit.Paragraphs ? StatisticTable.ReadAll(index, query, ["rs", "session"]) : [tables[1], tables[3]];
        var sessions = pairs[1].InOrder();
        return new GlobalStatistics(
            tables[0].Total,
            Number(sessions.Count > 0 ? sessions[0] : null),
            Number(sessions.Count > 0 ? sessions[^1] : null),
            AsksWhoMadeNone(query) ? MadeNoneOf(index.Reference, pairs[0]) : null,
            tables[0], tables[1], tables[2], tables[3]);
    }

    private static bool AsksWhoMadeNone(SearchQuery query) =>
        query.Filters.Kind == KindFilter.Recommendation && !ChoosesRecommendingStates(query.Filters) && !ChoosesRecommendingStates(query.Expression);

    private static bool ChoosesRecommendingStates(SearchFilters filters) => filters.Rs.Count + filters.RsGroups.Count + filters.RsOrganisations.Count > 0;

    private static bool ChoosesRecommendingStates(QueryNode? node) => node switch
    {
        FieldNode field => ChoosesRecommendingStates(field.Filters),
        AndNode and => and.Parts.Any(ChoosesRecommendingStates),
        OrNode or => or.Parts.Any(ChoosesRecommendingStates),
        NotNode not => ChoosesRecommendingStates(not.Part),
        _ => false,
    };

    private static IReadOnlyList<string> MadeNoneOf(ReferenceData reference, StatisticTable recommending)
    {
        var made = recommending.Rows.Select(r => r.Key).ToHashSet();
        return [.. reference.States.Where(s => s.Status == StateStatus.Member && !made.Contains(s.Iso3)).OrderBy(s => s.NameEn, StringComparer.Ordinal).Select(s => s.Iso3)];
    }

    private static int? Number(StatisticRow? session) => session is null ? null : int.Parse(session.Key, System.Globalization.CultureInfo.InvariantCulture);
}
