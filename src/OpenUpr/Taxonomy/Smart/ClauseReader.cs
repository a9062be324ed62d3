using System.Collections.Frozen;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>
/// Cuts a draft into the actions that it asks for. Where a verb may as well belong to a purpose ("measures to prevent and punish")
/// no cut is made: a missed second action does less harm than an invented one.
/// </summary>
internal sealed class ClauseReader(TextWords words)
{
    /// <summary>So many words may stand before the first verb ("The Government should ...").</summary>
    private const int Preface = 14;

    private const int MostClauses = 40;

    private static readonly FrozenSet<ulong> _adverbs = Set("to", "please", "also", "further", "fully", "better", "once", "duly", "thereby", "additionally");
    private static readonly FrozenSet<ulong> _demands = Set("should", "shall", "must", "to", "that", "please");
    private static readonly FrozenSet<ulong> _prefaces = Set("in", "with", "as", "while", "when", "given", "following", "noting", "recalling", "considering", "building", "for", "based", "regarding", "within", "through", "on");
    private static readonly FrozenSet<ulong> _opensObject = Set("the", "a", "an", "its", "all", "their", "any", "those", "these", "this", "every", "each", "full", "no", "more", "both", "such");
    private static readonly FrozenSet<ulong> _subordinates = Set("which", "who", "whose", "whom", "that", "where", "while", "whether", "if", "may", "can", "could", "would", "are", "is");
    private static readonly ulong _and = TextWords.Hash("and"), _or = TextWords.Hash("or"), _to = TextWords.Hash("to"), _asWell = TextWords.Hash("as");

    public IReadOnlyList<Clause> Read()
    {
        var clauses = new List<Clause>();
        var at = Opening();
        while (at >= 0 && clauses.Count < MostClauses)
        {
            var verbs = Verbs(Adverbs(at), out var choice);
            var (end, next) = EndOf(verbs[^1].End);
            clauses.Add(new Clause(at, end, verbs, choice));
            at = next;
        }

        return clauses;
    }

    private int Opening()
    {
        // "In the framework of its reform, adopt ...": the action comes behind the comma.
        for (var i = 1; words.Count > 0 && _prefaces.Contains(words.Hashes[0]) && i < words.Count; i++)
        {
            if (words.Marks[i] == ',' && Adverbs(i) is var after && after < words.Count && ActionVerb.At(words, after) is not null)
            {
                return i;
            }
        }

        for (var i = 0; i < Math.Min(words.Count, Preface); i++)
        {
            var verb = Adverbs(i);
            if (verb >= words.Count || ActionVerb.At(words, verb) is not { } found)
            {
                continue;
            }

            if (i == 0 || (i > 0 && _demands.Contains(words.Hashes[i - 1])) || !found.IsNounToo)
            {
                // The particle of an infinitive belongs to no action: "to ratify" is "ratify".
                return words.Hashes[i] == _to ? i + 1 : i;
            }
        }

        return -1;
    }

    /// <summary>The first word from here on that is no adverb.</summary>
    private int Adverbs(int at)
    {
        var i = at;
        while (i < words.Count && IsAdverb(i) && i - at < 4)
        {
            i++;
        }

        return i;
    }

    private bool IsAdverb(int word)
    {
        if (_adverbs.Contains(words.Hashes[word]))
        {
            return word + 1 < words.Count && (words.Marks[word + 1] == ' ' || words.Marks[word + 1] == ',');
        }

        var written = words.Written(word);
        return written.Length > 4 && written.EndsWith("ly", StringComparison.OrdinalIgnoreCase) && ActionVerb.At(words, word) is null;
    }

    private List<VerbUse> Verbs(int at, out bool choice)
    {
        var verbs = new List<VerbUse> { new(at, ActionVerb.At(words, at)!) };
        choice = false;
        while (verbs[^1].End is var i && i < words.Count && verbs.Count < 5)
        {
            var joined = words.Hashes[i] == _and || words.Hashes[i] == _or;
            var verb = Adverbs(joined ? i + 1 : i);
            if ((!joined && words.Marks[i] is not (',' or '/')) || verb >= words.Count || ActionVerb.At(words, verb) is not { } found
                || (found.IsNounToo && ActionVerb.At(words, verb)!.Category < verbs[0].Verb.Category))
            {
                break;
            }

            choice |= words.Hashes[i] == _or || words.Marks[i] == '/';
            verbs.Add(new VerbUse(verb, found));
        }

        return verbs;
    }

    /// <summary>Where an action ends, and where the next begins (-1: nowhere).</summary>
    private (int End, int Next) EndOf(int at)
    {
        var purpose = false;
        for (var i = at; i < words.Count; i++)
        {
            var hash = words.Hashes[i];
            var stop = words.Marks[i] is ';' or '.';
            purpose &= !stop;
            var joined = hash == _and || (hash == _asWell && i + 2 < words.Count && words.Hashes[i + 2] == _asWell);
            if (i > at && (stop || joined || words.Marks[i] == ','))
            {
                var next = i + (hash == _and ? 1 : joined ? 3 : 0);
                if (next < words.Count && Begins(next, stop, purpose) is var begin and >= 0)
                {
                    return (i, begin);
                }
            }

            purpose |= _subordinates.Contains(hash) || (hash == _to && i + 1 < words.Count && ActionVerb.At(words, Adverbs(i + 1) is var v && v < words.Count ? v : i) is not null);
        }

        return (words.Count, -1);
    }

    private int Begins(int at, bool stop, bool purpose)
    {
        if (purpose && !stop)
        {
            return -1;
        }

        var verb = Adverbs(at);
        if (verb >= words.Count || ActionVerb.At(words, verb) is not { } found)
        {
            return -1;
        }

        var after = verb + found.Words;
        var hasObject = after < words.Count && (_opensObject.Contains(words.Hashes[after]) || char.IsUpper(words.Written(after)[0]));
        var certain = (!found.IsNounToo || hasObject || (stop && (words.Marks[at] == ';' || char.IsUpper(words.Written(at)[0])))) && after < words.Count && words.Marks[after] is not (',' or '.' or ';');
        // ", especially to ensure ..." is a purpose; "and to ensure ..." is an action.
        return certain && (stop || words.Marks[at] == ' ' || !words.Hashes[at..verb].Contains(_to)) ? (words.Hashes[at] == _to ? at + 1 : at) : -1;
    }

    private static FrozenSet<ulong> Set(params string[] all) => all.Select(w => TextWords.Hash(w)).ToFrozenSet();
}
