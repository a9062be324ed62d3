using System.Globalization;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Recommendations;

/// <summary>Pairs of one cycle, or of all cycles when <paramref name="Cycle"/> is null.</summary>
/// <param name="Specific">Pairs of action category 5.</param>
public sealed record CycleLine(int? Cycle, int Pairs, int Supported, int Noted, int Pending, int Specific);

/// <summary>What one State received, or what it made.</summary>
/// <param name="Others">The States on the other side, most pairs first.</param>
public sealed record StateSide(IReadOnlyList<CycleLine> Cycles, CycleLine Total, IReadOnlyList<FacetValue> Issues, IReadOnlyList<FacetValue> Others, IReadOnlyList<FacetValue> Sessions);

/// <summary>A State in numbers, as State under review and as recommending State. Every number is a search, so that page and search never disagree.</summary>
public sealed record StateProfile(StateSide UnderReview, StateSide Recommending, int Pledges)
{
    public static StateProfile Read(SearchIndex index, ReferenceData reference, string iso3)
    {
        var received = new SearchFilters { Sur = [iso3] };
        return new StateProfile(
            Side(index, reference, received, "rs"),
            Side(index, reference, new SearchFilters { Rs = [iso3] }, "sur"),
            Run(index, received with { Kind = KindFilter.Pledge }, facets: false).Pairs);
    }

    private static StateSide Side(SearchIndex index, ReferenceData reference, SearchFilters filters, string others)
    {
        var all = Run(index, filters);
        var cycles = Values(all, "cycle").Where(c => c.Count > 0)
            .Select(c => int.Parse(c.Value, CultureInfo.InvariantCulture)).Order()
            .Select(c => Line(c, Run(index, filters with { Cycles = [c] })));
        return new StateSide([.. cycles], Line(null, all), Ranked(all, "issue"), Ranked(all, others), [.. Values(all, "session").Where(v => v.Count > 0)]);
    }

    private static CycleLine Line(int? cycle, SearchResult result) => new(
        cycle, result.Pairs, Count(result, "response", "supported"), Count(result, "response", "noted"), Count(result, "response", "pending"), Count(result, "action", "5"));

    private static SearchResult Run(SearchIndex index, SearchFilters filters, bool facets = true) =>
        index.Run(new SearchQuery(null, filters), new SearchPage(Limit: 0, Facets: facets));

    private static IReadOnlyList<FacetValue> Values(SearchResult result, string field) => result.Facets.FirstOrDefault(f => f.Field == field)?.Values ?? [];

    private static IReadOnlyList<FacetValue> Ranked(SearchResult result, string field) =>
        [.. Values(result, field).Where(v => v.Count > 0).OrderByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.Ordinal)];

    private static int Count(SearchResult result, string field, string value) => Values(result, field).FirstOrDefault(v => v.Value == value)?.Count ?? 0;
}
