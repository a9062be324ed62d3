using OpenUpr.Reviews;
using OpenUpr.Search.Text;

namespace OpenUpr.Search;

/// <summary>An expression with the field's synonyms added as alternatives, and what was added in words for the reader.</summary>
internal sealed record ExpandedQuery(QueryNode? Expression, IReadOnlyList<string> Added);

/// <summary>
/// Names that mean the same (synonyms.csv): instruments, bodies and their abbreviations, spellings. A word, a run of unquoted
/// words or a whole phrase that is an entry also finds the entry's equivalents, in both directions, never further.
/// </summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly int _longest;

    private Synonyms()
    {
        foreach (var row in ReferenceTable.Read("OpenUpr.Search.Data.synonyms.csv"))
        {
            Add(row["term"], row["equivalent"]);
            Add(row["equivalent"], row["term"]);
        }

        _longest = _entries.Keys.Max(k => k.Count(c => c == ' ') + 1);
    }

    public static Synonyms Current { get; } = new();

    /// <summary>Whether the word is an entry by itself, so that it finds something although no text holds it.</summary>
    public bool Knows(string word) => _entries.ContainsKey(Key([word]));

    public ExpandedQuery Expand(QueryNode? expression)
    {
        if (expression is null)
        {
            return new ExpandedQuery(null, []);
        }

        var added = new List<string>();
        var expanded = Of(expression, added);
        return new ExpandedQuery(expanded, [.. added.Distinct()]);
    }

    private QueryNode Of(QueryNode node, List<string> added) => node switch
    {
        WordNode word => Alternatives(node, [word.Word], added),
        PhraseNode phrase => Alternatives(node, phrase.Words, added),
        AndNode and => new AndNode([.. Runs(and.Parts, added)]),
        OrNode or => new OrNode([.. or.Parts.Select(p => Of(p, added))]),
        NotNode not => new NotNode(Of(not.Part, added)),
        _ => node,
    };

    /// <summary>Looks for the longest run of words that is an entry, from each word on.</summary>
    private IEnumerable<QueryNode> Runs(IReadOnlyList<QueryNode> parts, List<string> added)
    {
        // Each word is stemmed once, however many runs it could belong to.
        var keys = parts.Select(p => p is WordNode word ? Key([word.Word]) : null).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var run = keys.Skip(i).Take(_longest).TakeWhile(k => k is not null).ToList();
            while (run.Count > 1 && !_entries.ContainsKey(string.Join(' ', run)))
            {
                run.RemoveAt(run.Count - 1);
            }

            if (run.Count > 1)
            {
                var words = parts.Skip(i).Take(run.Count).Cast<WordNode>().ToList();
                yield return Alternatives(new AndNode([.. words]), words.Select(w => w.Word), added);
                i += run.Count - 1;
            }
            else
            {
                yield return Of(parts[i], added);
            }
        }
    }

    private QueryNode Alternatives(QueryNode node, IEnumerable<string> words, List<string> added)
    {
        if (!_entries.TryGetValue(Key(words), out var entry))
        {
            return node;
        }

        added.Add($"{entry.Name} = {string.Join(", ", entry.Equivalents.Select(e => e.Name))}");
        return new OrNode([node, .. entry.Equivalents.Select(e => e.Node)]);
    }

    private void Add(string name, string equivalent)
    {
        var words = Tokenizer.Words(equivalent);
        QueryNode node = words.Count == 1 ? new WordNode(words[0]) : new PhraseNode(words);
        var key = Key([name]);
        if (!_entries.TryGetValue(key, out var entry))
        {
            _entries.Add(key, entry = new Entry(name, []));
        }

        if (Key([equivalent]) != key && entry.Equivalents.All(e => e.Name != equivalent))
        {
            entry.Equivalents.Add((equivalent, node));
        }
    }

    private static string Key(IEnumerable<string> words) => string.Join(' ', words.SelectMany(Tokenizer.Words).Select(w => Porter.Stem(w)));

    private sealed record Entry(string Name, List<(string Name, QueryNode Node)> Equivalents);
}
