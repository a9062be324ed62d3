using OpenUpr.Search.Language;

namespace OpenUpr.Search;

/// <summary>Writes a query back as field values, for permanent links: parsing them again gives the same query.</summary>
public static class SearchAddress
{
    /// <summary>Name and value pairs in a fixed order: "q" for the words, then each filter ("sur" = "CUB,FRA"). What is as usual is left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(SearchQuery query)
    {
        var fields = new List<KeyValuePair<string, string>>();
        if (query.Expression is { } expression)
        {
            fields.Add(KeyValuePair.Create(SearchFields.Text, Top(expression)));
        }

        fields.AddRange(SearchFilterText.Fields(query.Filters, inExpression: false));
        if (query.Filters.Kind == KindFilter.Recommendation && KindFields.Any(query.Expression))
        {
            fields.Add(KeyValuePair.Create(SearchFields.Kind, SearchFilterText.Kind(query.Filters.Kind)));
        }

        if (!query.UseSynonyms)
        {
            fields.Add(KeyValuePair.Create(SearchFields.Synonyms, "off"));
        }

        if (query.Labels == LabelScope.People)
        {
            fields.Add(KeyValuePair.Create(SearchFields.Labels, "people"));
        }

        return fields;
    }

    /// <summary>The whole query as it would be typed into the search box: the words, then field:value. Empty for everything.</summary>
    public static string Typed(SearchQuery query) => string.Join(' ', Fields(query).Select(f => f.Key == SearchFields.Text ? f.Value : $"{f.Key}:{f.Value}"));

    /// <summary>The expression in the query language.</summary>
    private static string Top(QueryNode node) => node is FieldNode ? $"({Write(node)})" : Write(node);

    private static string Write(QueryNode node) => node switch
    {
        WordNode { Word: "OR" or "AND" or "NOT" } word => $"\"{word.Word}\"",
        WordNode word => word.Word,
        PrefixNode prefix => prefix.Prefix + "*",
        PhraseNode phrase => $"\"{string.Join(' ', phrase.Words)}\"",
        FieldNode field => string.Join(' ', SearchFilterText.Fields(field.Filters, inExpression: true).Select(f => $"{f.Key}:{f.Value}")),
        AndNode and => string.Join(' ', and.Parts.Select(p => p is OrNode or FieldNode ? $"({Write(p)})" : Write(p))),
        OrNode or => string.Join(" OR ", or.Parts.Select(Write)),
        NotNode not => not.Part is AndNode or OrNode || (not.Part is FieldNode && Write(not.Part).Contains(' ')) ? $"-({Write(not.Part)})" : "-" + Write(not.Part),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };
}
