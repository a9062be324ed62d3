using OpenUpr.Reviews;
using OpenUpr.Search.Text;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Search;

/// <summary>An expression with the field's synonyms added as alternatives, and what was added in words for the reader.</summary>
internal sealed record ExpandedQuery(QueryNode? Expression, IReadOnlyList<string> Added);

/// <summary>
/// Names that mean the same: those of instruments and bodies (<see cref="EntityList"/>), other abbreviations and spellings (synonyms.csv).
/// A word, a run of unquoted words or a whole phrase that is an entry also finds the entry's equivalents, in both directions, never further.
/// </summary>
internal sealed class Synonyms
{
    /// <summary>So many names of an entity are searched too; an instrument has dozens of slips of the pen, and each costs time.</summary>
    private const int MostNames = 6;

    /// <summary>The one abbreviation that is also a word which queries hold (the World Health Organization's).</summary>
    private const string Word = "who";

    private readonly Dictionary<string, Entry> _entries = [];
    private readonly int _longest;

    private Synonyms()
    {
        foreach (var row in ReferenceTable.Read("OpenUpr.Search.Data.synonyms.csv"))
        {
            Add(row["term"], row["equivalent"]);
            Add(row["equivalent"], row["term"]);
        }

        foreach (var entity in EntityList.Current.All.Where(e => !e.IsGeneric))
        {
            Add(entity);
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

    /// <summary>Every name finds the first names of the file that are not part of one another: a phrase also finds the longer names that hold it.</summary>
    private void Add(Entity entity)
    {
        var names = entity.Names.Select(n => (Name: n, Key: $" {Key([n])} ")).ToList();
        var searched = names.Where(n => !names.Any(o => o.Key.Length < n.Key.Length && n.Key.Contains(o.Key, StringComparison.Ordinal))).Take(MostNames).ToList();
        foreach (var (name, _) in names.Where(n => n.Key.Trim() != Word))
        {
            foreach (var (equivalent, _) in searched)
            {
                Add(name, equivalent);
            }
        }
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
