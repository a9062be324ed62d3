using OpenUpr.App.Features.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Passages;

namespace OpenUpr.App.Features.Documents;

/// <summary>From a search of recommendations to the same words in the papers.</summary>
internal static class PapersLink
{
    /// <summary>Null where there is nothing to lead to: no papers, no words, or filters inside the words that papers do not have.</summary>
    public static (string Address, int Count)? Of(SearchQuery query, PassageIndex? papers, ReferenceData reference)
    {
        if (papers is not { Count: > 0 } || query.Expression is null)
        {
            return null;
        }

        var (sur, sessions, cycles) = (query.Filters.Sur, query.Filters.Sessions, query.Filters.Cycles);
        var same = new PassageQuery(query with { Filters = new SearchFilters { Sur = sur, Sessions = sessions, Cycles = cycles } });
        var fields = same.Fields();
        return PassageParser.Parse(null, fields.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[f.Value]), reference).Query is null || papers.Run(same, limit: 0).Total is not (var count and > 0)
            ? null
            : (SearchLink.ToFields(fields, SearchModel.Address), count);
    }
}
