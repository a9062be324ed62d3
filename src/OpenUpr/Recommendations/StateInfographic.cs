using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Recommendations;

/// <summary>What a State received, for one page: by cycle with its answers, by goal, by issue and by category of action. Pairs of a recommendation and a recommending State are counted.</summary>
/// <param name="Goals">Goals of the 2030 Agenda; a recommendation can touch several.</param>
/// <param name="Lacking">Sessions in which the State was reviewed and of which the collection holds nothing, in their order.</param>
public sealed record StateInfographic(StatisticTable Cycles, StatisticTable Goals, StatisticTable Issues, StatisticTable Actions, IReadOnlyList<int> Lacking)
{
    public const int MostGoals = 5;
    public const int MostIssues = 8;

    public StatisticRow Total => Cycles.Total;

    /// <summary>The search that all of it counts.</summary>
    public static SearchQuery QueryOf(string iso3) => StatisticRows.Query(new SearchFilters { Sur = [iso3] });

    public static StateInfographic Read(SearchIndex index, ReferenceData reference, string iso3, DateOnly today)
    {
        var tables = StatisticTable.ReadAll(index, QueryOf(iso3), ["cycle", StatisticFields.Sdg, StatisticFields.Issue, StatisticFields.Action, "session"]);
        var lacking = ReviewLines.OfState(reference, iso3, tables[4], today).Where(r => r.Numbers is null && !r.ToCome).Select(r => r.Session).Order();
        return new StateInfographic(tables[0], tables[1], tables[2], tables[3], [.. lacking]);
    }
}
