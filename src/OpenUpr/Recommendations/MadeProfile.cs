using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>What a State recommended, to whom, and what became of it: for the delegation that wants to follow up.</summary>
/// <param name="Everyone">What all recommending States made.</param>
/// <param name="Group">What the States of its regional group made, itself included; null where it belongs to none.</param>
/// <param name="Newest">Of the newest session first.</param>
public sealed record MadeProfile(
    StatisticTable UnderReview,
    StatisticTable Issues,
    StatisticTable Actions,
    StatisticTable Cycles,
    StatisticRow Everyone,
    (string Code, StatisticRow Made)? Group,
    IReadOnlyList<RecommendationRow> Newest)
{
    private const int NewestShown = 10;

    public StatisticRow Total => UnderReview.Total;

    public static async Task<MadeProfile> ReadAsync(Store store, SearchIndex index, string iso3, DateOnly today, CancellationToken cancel = default)
    {
        var own = StatisticRows.Query(new SearchFilters { Rs = [iso3] });
        var tables = StatisticTable.ReadAll(index, own, ["sur", "issue", "action", "cycle"]);
        var newest = index.Run(own, new SearchPage(SortBy.NewestSession, 0, NewestShown, Facets: false, MissingWords: false)).Ids;
        var group = store.Reference.GroupOf(iso3, today) ?? store.Reference.GroupOf(iso3);
        return new MadeProfile(
            tables[0], tables[1], tables[2], tables[3],
            WholeCollection.Of(index).By("cycle").Total,
            group is null ? null : (group, StatisticTable.Read(index, StatisticRows.Query(new SearchFilters { RsGroups = [group] }), "cycle").Total),
            await RecommendationRows.ByIdsAsync(store, newest, cancel));
    }
}
