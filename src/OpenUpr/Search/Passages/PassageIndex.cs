using OpenUpr.Search.Index;
using OpenUpr.Search.Matching;

namespace OpenUpr.Search.Passages;

/// <summary>What a search in papers found.</summary>
/// <param name="Total">Paragraphs, whatever part of them is shown.</param>
/// <param name="Ids">Of the paragraphs of the page asked for, best first; without words in the order of the papers.</param>
public sealed record PassageResult(int Total, IReadOnlyList<long> Ids, IReadOnlyList<Facet> Facets, IReadOnlyList<MissingWord> MissingWords, IReadOnlyList<string> Synonyms);

/// <summary>
/// The paragraphs of all stored papers in memory, with the words' lists, matchers and ranking of the recommendations' index. It
/// keeps words and places, no texts: those come from the store. It never changes; an update makes a new one.
/// </summary>
public sealed class PassageIndex
{
    private readonly Postings _postings;

    internal PassageIndex(DocTable table, PassageColumns columns, string stamp)
    {
        (Table, Columns, Stamp) = (table, columns, stamp);
        _postings = new Postings(table);
    }

    /// <summary>Paragraphs in the index.</summary>
    public int Count => Table.Count;

    /// <summary>Every stored paper, newest session first.</summary>
    public IReadOnlyList<PassageDocument> Documents => Columns.Documents;

    /// <summary>A word for exactly these paragraphs, the same on every node.</summary>
    public string Stamp { get; }

    internal DocTable Table { get; }

    internal PassageColumns Columns { get; }

    /// <param name="limit">Paragraphs wanted; 0 for none (counts only), <see cref="int.MaxValue"/> for all.</param>
    public PassageResult Run(PassageQuery query, int offset = 0, int limit = 20)
    {
        var words = query.Words;
        var expanded = words.UseSynonyms ? Synonyms.Current.Expand(words.Expression) : new ExpandedQuery(words.Expression, []);
        var top = new TopHits(limit <= 0 ? 0 : (long)offset + limit, QueryWords.Leaves(words.Expression).Any());
        var tally = new PassageTally(Columns, new PassageMasks(Columns, query));
        Search(expanded.Expression, tally, top);
        return new PassageResult(
            tally.Hits,
            [.. top.Sorted().Skip(offset).Select(doc => Table.Ids[doc])],
            tally.Facets(),
            MissingWords.Find(words.Expression, words.UseSynonyms, _postings),
            expanded.Added);
    }

    private void Search(QueryNode? expression, PassageTally tally, TopHits top)
    {
        var pool = new WindowPool();
        var matcher = new MatcherBuilder(_postings, filters => new PassageFieldMatcher(Columns, filters), pool).Build(expression);
        var (docs, scores) = (pool.RentList(), pool.Rent());
        for (var next = matcher.Next(0); next < Count; next = matcher.Next(next))
        {
            var start = next / Matcher.Window * Matcher.Window;
            var found = matcher.Collect(start, docs, scores, pool);
            for (var i = 0; i < found; i++)
            {
                if (tally.Add(docs[i]))
                {
                    top.Add(docs[i], scores[i]);
                }
            }

            next = start + Matcher.Window;
        }
    }
}
