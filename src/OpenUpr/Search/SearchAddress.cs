namespace OpenUpr.Search;

/// <summary>Writes a query back as field values, for permanent links: parsing them again gives the same query.</summary>
public static class SearchAddress
{
    /// <summary>Name and value pairs in a fixed order: "q" for the words, then each filter ("sur" = "CUB,FRA").</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(SearchQuery query) => throw new NotImplementedException();
}
