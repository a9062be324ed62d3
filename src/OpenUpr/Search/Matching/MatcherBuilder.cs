using OpenUpr.Search.Index;
using OpenUpr.Search.Text;

namespace OpenUpr.Search.Matching;

/// <summary>Makes the matchers of one search, and remembers the words that nothing holds.</summary>
/// <param name="field">Makes the matcher of a field filter inside an expression: what the fields are is not this class's affair.</param>
internal sealed class MatcherBuilder(Postings postings, Func<SearchFilters, Matcher> field, WindowPool pool)
{
    private readonly List<LeafMatcher> _leaves = [];

    private DocTable Table => postings.Table;

    public Matcher Build(QueryNode? expression)
    {
        var matcher = expression is null ? new AllMatcher(Table.Count) : Of(expression);
        var all = _leaves.Sum(l => l.Idf);
        foreach (var leaf in _leaves)
        {
            leaf.SetWeight(all);
        }

        return matcher;
    }

    private Matcher Of(QueryNode node) => node switch
    {
        WordNode word => Phrase(Stems([word.Word])),
        PhraseNode phrase => Phrase(Stems(phrase.Words)),
        PrefixNode prefix => Prefix(prefix),
        FieldNode inside => field(inside.Filters),
        AndNode and => And(and.Parts),
        OrNode or => new OrMatcher([.. or.Parts.Select(Of)], Table.Count, pool),
        NotNode not => new NotMatcher(Of(not.Part), Table.Count),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    private Matcher And(IReadOnlyList<QueryNode> parts)
    {
        var wanted = parts.Where(p => p is not NotNode).Select(Of).ToList();
        var excluded = parts.OfType<NotNode>().Select(n => Of(n.Part)).ToList();
        if (wanted.Count == 0)
        {
            wanted.Add(new AllMatcher(Table.Count));
        }

        return wanted.Count == 1 && excluded.Count == 0 ? wanted[0] : new AndMatcher(wanted, excluded, Table.Count, pool);
    }

    private static string[] Stems(IEnumerable<string> words) => [.. words.SelectMany(Tokenizer.Words).Select(w => Porter.Stem(w))];

    private Matcher Phrase(string[] words)
    {
        if (words.Length == 0)
        {
            return new AllMatcher(Table.Count);
        }

        var stems = Array.ConvertAll(words, postings.Find);
        if (stems.Contains(-1))
        {
            return new EmptyMatcher();
        }

        if (stems.Length == 1)
        {
            return Word(stems[0]);
        }

        var parts = stems.Distinct().Select(Word).ToList<Matcher>();
        var listed = 0;
        for (var i = 1; i < stems.Length; i++)
        {
            if (postings.Bigrams.TryFind(stems[i - 1], stems[i], out var docs))
            {
                parts.Add(new ListMatcher(docs, default, 0));
                listed++;
            }
        }

        var exact = stems.Length == 2 && listed == 1;
        return new PhraseMatcher(new AndMatcher(parts, [], Table.Count, pool), stems, !exact, Table, pool);
    }

    private LeafMatcher Word(int stem)
    {
        var frequency = postings.Frequency[stem];
        var idf = Bm25.Idf(frequency, Table.Count);
        var (start, length) = (postings.Start[stem], postings.Start[stem + 1] - postings.Start[stem]);
        LeafMatcher leaf = postings.Dense[stem] is { } dense
            ? new DenseMatcher(dense, frequency, idf)
            : new ListMatcher(new ArraySegment<int>(postings.Docs, start, length), new ArraySegment<byte>(postings.Impacts, start, length), idf);
        _leaves.Add(leaf);
        return leaf;
    }

    private Matcher Prefix(PrefixNode node)
    {
        if (Stems([node.Prefix]) is not [.., var prefix])
        {
            return new AllMatcher(Table.Count);
        }

        var stems = new List<int>();
        foreach (var stem in postings.WithPrefix(prefix))
        {
            if (postings.Frequency[stem] > 0)
            {
                stems.Add(stem);
            }
        }

        switch (stems.Count)
        {
            case 0:
                return new EmptyMatcher();
            case 1:
                return Word(stems[0]);
            default:
                var (impacts, count) = PrefixUnion.Of(postings, stems);
                var leaf = new DenseMatcher(impacts, count, Bm25.Idf(count, Table.Count));
                _leaves.Add(leaf);
                return leaf;
        }
    }
}
