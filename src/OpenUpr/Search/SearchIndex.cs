using System.Collections.Concurrent;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search.Counting;
using OpenUpr.Search.Index;
using OpenUpr.Search.Matching;
using OpenUpr.Search.Statistics;
using OpenUpr.Search.Text;

namespace OpenUpr.Search;

/// <summary>
/// All pairs of a store in memory, ready to be searched, counted and ordered. It never changes: an update makes a new one, and
/// any number of searches run on it at once. The store stays the truth; this can always be made again from it.
/// </summary>
public sealed class SearchIndex
{
    private readonly Postings _postings;
    private readonly Counter _all;
    private readonly Lazy<Counter> _people;
    private readonly SortOrders _orders;

    internal SearchIndex(DocTable table, ReferenceData reference, SnapshotStamp? madeOf = null)
    {
        MadeOf = madeOf;
        Table = table;
        Reference = reference;
        _postings = new Postings(table);
        _all = new Counter(new Records(table, reference), table);
        _people = new Lazy<Counter>(() => new Counter(new Records(table, reference, LabelScope.People), table));
        _orders = new SortOrders(table, _all.Records);
        _orders.Of(SortBy.Id);
    }

    /// <summary>Pairs in the index.</summary>
    public int Count => Table.Count;

    /// <summary>The store's newest change that this index holds; 0 for an index of no store.</summary>
    public long Generation => MadeOf?.Sequence ?? 0;

    /// <summary>A word for exactly these rows: the same on every node and after every start, another after any change of the store.</summary>
    public string Stamp => MadeOf is { } stamp ? $"{stamp.World}-{stamp.Sequence:x}-{stamp.LastId:x}-{Count:x}" : $"none-{Count:x}";

    internal SnapshotStamp? MadeOf { get; }

    internal DocTable Table { get; }

    internal ReferenceData Reference { get; }

    internal Postings Postings => _postings;

    internal Records Records => _all.Records;

    /// <summary>Builds the index from rows of which those of one text come together.</summary>
    public static Task<SearchIndex> BuildAsync(IAsyncEnumerable<IndexRow> rows, ReferenceData reference, CancellationToken cancel = default) =>
        BuildAsync(rows, reference, null, cancel);

    internal static async Task<SearchIndex> BuildAsync(IAsyncEnumerable<IndexRow> rows, ReferenceData reference, SnapshotStamp? madeOf, CancellationToken cancel)
    {
        var table = new DocTableBuilder();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            table.Add(row);
        }

        return new SearchIndex(table.Build(), reference, madeOf);
    }

    public SearchResult Run(SearchQuery query, SearchPage page)
    {
        var expanded = query.UseSynonyms ? Synonyms.Current.Expand(query.Expression) : new ExpandedQuery(query.Expression, []);
        var counter = CounterOf(query);
        var masks = new FilterMasks(counter.Records, query.Filters);
        var workspace = counter.Take();
        var ranking = new Ranking(_orders, page, QueryWords.Leaves(query.Expression).Any());
        workspace.Tally.Begin(masks, page.Facets);
        Search(expanded.Expression, counter.Records, workspace, ranking);
        var result = new SearchResult(
            workspace.Tally.Pairs,
            workspace.Tally.Texts,
            workspace.Tally.Paragraphs,
            workspace.Tally.PairsWithoutParagraph,
            [.. ranking.Page().Select(doc => Table.Ids[doc])],
            page.Facets ? FacetLists.Make(workspace.Tally, counter.Records, masks) : [],
            page.MissingWords ? MissingWords.Find(query.Expression, query.UseSynonyms, _postings) : [],
            expanded.Added) { Next = ranking.Next() };
        counter.Return(workspace);
        return result;
    }

    /// <summary>The ids of the whole result in order, for exports.</summary>
    public IReadOnlyList<long> AllIds(SearchQuery query, SortBy sort) => Run(query, new SearchPage(sort, 0, int.MaxValue, Facets: false, MissingWords: false)).Ids;

    /// <summary>All that a search finds, for statistics.</summary>
    internal Hits Hits(SearchQuery query, CountUnit unit)
    {
        var expression = query.UseSynonyms ? Synonyms.Current.Expand(query.Expression).Expression : query.Expression;
        var counter = CounterOf(query);
        var workspace = counter.Take();
        var found = new HitList();
        workspace.Tally.Begin(new FilterMasks(counter.Records, query.Filters), facets: false);
        Search(expression, counter.Records, workspace, found);
        var count = unit switch
        {
            CountUnit.Texts => workspace.Tally.Texts,
            CountUnit.Paragraphs => workspace.Tally.Paragraphs,
            _ => workspace.Tally.Pairs,
        };
        counter.Return(workspace);
        return new Hits(counter.Records, Table, found.ToArray(), unit, count) { MayBeMachines = query.Labels == LabelScope.All };
    }

    private Counter CounterOf(SearchQuery query) => query.Labels == LabelScope.People ? _people.Value : _all;

    private void Search(QueryNode? expression, Records records, Workspace workspace, IHitSink sink)
    {
        var matcher = new MatcherBuilder(_postings, filters => new FieldMatcher(records, new FilterMasks(records, filters)), workspace.Pool).Build(expression);
        Span<int> docs = workspace.Docs;
        Span<ushort> scores = workspace.Scores;
        for (var next = matcher.Next(0); next < Count; next = matcher.Next(next))
        {
            var start = next / Matcher.Window * Matcher.Window;
            var found = matcher.Collect(start, docs, scores, workspace.Pool);
            var hits = workspace.Tally.Add(docs, scores, found);
            sink.Add(docs[..hits], scores[..hits]);
            next = start + Matcher.Window;
        }
    }

    /// <summary>What counts hits, with all labels or with people's alone.</summary>
    private sealed class Counter(Records records, DocTable table)
    {
        private readonly ConcurrentBag<Workspace> _workspaces = [];

        public Records Records => records;

        public Workspace Take() => _workspaces.TryTake(out var free) ? free : new Workspace(records, table);

        public void Return(Workspace workspace) => _workspaces.Add(workspace);
    }

    /// <summary>The arrays that one search at a time works in.</summary>
    private sealed class Workspace(Records records, DocTable table)
    {
        public Tally Tally { get; } = new(records, table);

        public WindowPool Pool { get; } = new();

        public int[] Docs { get; } = new int[Matcher.Window];

        public ushort[] Scores { get; } = new ushort[Matcher.Window];
    }
}
