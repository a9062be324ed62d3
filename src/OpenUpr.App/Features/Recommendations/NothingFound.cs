using OpenUpr.App.Shared;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>A change to a search without results that would find something.</summary>
/// <param name="Removed">What is taken out, as the page names it.</param>
/// <param name="Count">Pairs that the search then finds.</param>
public sealed record WayOut(string Removed, SearchQuery Query, int Count);

public static class NothingFound
{
    /// <summary>More parts than this are not tried one by one: each is a search.</summary>
    private const int MaxTried = 40;

    /// <summary>What finds something when one filter or one word is taken out, most first.</summary>
    public static IReadOnlyList<WayOut> WaysOut(SearchIndex index, SearchQuery query, Labels labels) =>
        [.. WholeFilters(query, labels).Concat(Chip.Parts(query)).Take(MaxTried)
            .Where(c => !AsksForEverything(c.Without))
            .Select(c => new WayOut(c.Label, c.Without, Count(index, c.Without)))
            .Where(w => w.Count > 0)
            .OrderByDescending(w => w.Count)];

    // Values of one filter are alternatives: taking one of several out can never find more, so a filter goes as a whole.
    private static IEnumerable<Chip> WholeFilters(SearchQuery query, Labels labels)
    {
        var chips = Chip.Filters(query, labels);
        foreach (var field in FilterField.All)
        {
            var values = field.Get(query.Filters);
            if (values.Count > 0)
            {
                var without = query with { Filters = field.With(query.Filters, []) };
                yield return new Chip(Numbers.Fill(Resources.Words.Chip_Filter, Labels.Field(field.Name), string.Join(", ", values.Select(v => labels.Value(field.Name, v)))), without);
            }
        }

        foreach (var chip in chips.Where(c => c.Without.Filters.Kind != query.Filters.Kind || c.Without.Filters.AllIssues != query.Filters.AllIssues || c.Without.UseSynonyms != query.UseSynonyms))
        {
            yield return chip;
        }
    }

    /// <summary>A change that leaves nothing of the search is no help; the page offers to start again anyway.</summary>
    private static bool AsksForEverything(SearchQuery query) => query.Expression is null && FilterField.All.All(f => f.Get(query.Filters).Count == 0);

    private static int Count(SearchIndex index, SearchQuery query) => index.Run(query, new SearchPage(Limit: 0, Facets: false, MissingWords: false)).Pairs;
}
