using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Recommendations;

/// <summary>
/// Counts of everything that a collection holds, each made when it is first asked for and kept as long as its index lives. Many
/// pages set their own numbers beside these; an index never changes, so neither do they.
/// </summary>
internal sealed class WholeCollection
{
    private static readonly ConditionalWeakTable<SearchIndex, WholeCollection> s_known = [];
    private readonly ConcurrentDictionary<string, StatisticTable> _tables = [];
    private readonly ConcurrentDictionary<(string Rows, string Columns), StatisticMatrix> _matrices = [];
    private readonly SearchIndex _index;

    private WholeCollection(SearchIndex index) => _index = index;

    public static WholeCollection Of(SearchIndex index) => s_known.GetValue(index, i => new WholeCollection(i));

    public StatisticTable By(string field) => _tables.GetOrAdd(field, f => StatisticTable.Read(_index, SearchQuery.Everything, f));

    public StatisticMatrix By(string rows, string columns) => _matrices.GetOrAdd((rows, columns), f => StatisticMatrix.Read(_index, SearchQuery.Everything, f.Rows, f.Columns));
}
