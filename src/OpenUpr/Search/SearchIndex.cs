using OpenUpr.Reviews;

namespace OpenUpr.Search;

public sealed class SearchIndex
{
    /// <summary>Pairs in the index.</summary>
    public int Count => throw new NotImplementedException();

    public static Task<SearchIndex> BuildAsync(IAsyncEnumerable<IndexRow> rows, ReferenceData reference, CancellationToken cancel = default) => throw new NotImplementedException();

    public SearchResult Run(SearchQuery query, SearchPage page) => throw new NotImplementedException();

    /// <summary>The ids of the whole result in order, for exports.</summary>
    public IReadOnlyList<long> AllIds(SearchQuery query, SortBy sort) => throw new NotImplementedException();
}
