using OpenUpr.App.Features.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.Statistics;

/// <summary>The rows behind a number of a statistic.</summary>
public static class RowLink
{
    /// <summary>The search with one value of a field more, which finds exactly what the row of that value counts.</summary>
    public static SearchQuery With(SearchQuery query, string name, string value)
    {
        var field = FilterField.All.First(f => f.Name == name);
        var chosen = field.Get(query.Filters);
        if (chosen.Count == 0 || chosen.Contains(value) || !StatisticFields.HasSeveral(name))
        {
            var all = name == "issue" && query.Filters.AllIssues;
            return query with { Filters = field.With(query.Filters, all ? [.. chosen.Union([value])] : [value]) };
        }

        // Counted beside the values that the filter asks for: both must hold, which a list of alternatives cannot say.
        var also = new FieldNode(field.With(SearchFilters.None with { Kind = KindFilter.All }, [value]));
        return query with { Expression = query.Expression switch { null => also, AndNode and => new AndNode([.. and.Parts, also]), var one => new AndNode([one, also]) } };
    }

    public static string To(SearchQuery query, params ReadOnlySpan<(string Field, string Value)> more)
    {
        foreach (var (field, value) in more)
        {
            query = With(query, field, value);
        }

        return SearchLink.To(query);
    }

    /// <summary>The page about a value itself; null where it has none.</summary>
    public static string? Page(string field, string value) => value == Reviews.State.Unknown ? null : field switch
    {
        "sur" or "rs" => $"/states/{value}",
        "issue" => $"/issues/{value}",
        "session" => $"/sessions/{value}",
        "cycle" => $"/cycles/{value}",
        "sur-group" or "rs-group" => $"/groups/{value}",
        "sur-org" or "rs-org" => $"/organisations/{value}",
        _ => null,
    };
}
