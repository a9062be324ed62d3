using System.Runtime.InteropServices;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Entities;

/// <summary>
/// Finds the instruments and bodies that a text names, in the order of the text: the longest name from each word on, then what texts put
/// together ("the Optional Protocols to CAT and CEDAW", "ILO Conventions 169 and 189"). One instance serves many texts and, once warm,
/// allocates nothing; it is not for several threads at once.
/// </summary>
public sealed class EntityFinder
{
    private readonly EntityNames _names = EntityNames.Current;
    private readonly ProtocolReader _protocols = new();
    private int[] _ids = new int[64];

    /// <summary>Fills <paramref name="found"/> with the mentions of a text; what it held before is dropped. Several protocols named by the same words are several mentions of them.</summary>
    public void Find(TextWords words, List<EntityMention> found)
    {
        found.Clear();
        var ids = Ids(words);
        for (var at = 0; at < ids.Length;)
        {
            var match = ids[at] > NameWords.And && _names.Begins(ids[at]) ? Longest(words, ids, EntityNames.Root, at) : NameMatch.None;
            at += Inside(words, ids, at, ref match);
            if (match.Entity < 0)
            {
                at++;
                continue;
            }

            found.Add(new EntityMention(BodyCues.Choose(words, ids, at, match), at, match.Words));
            at = NumberedConventions.IsOne(_names.List, match.Entity)
                ? NumberedConventions.Continue(this, words, ids, at + match.Words, found)
                : Continue(words, ids, at, match, found);
        }

        if (found.Count > 0)
        {
            Lead(words, ids, found);
            _protocols.Resolve(this, words, ids, found);
        }
    }

    /// <summary>The longest name that goes on from <paramref name="node"/> with the word at <paramref name="at"/>.</summary>
    internal NameMatch Longest(TextWords words, ReadOnlySpan<int> ids, int node, int at)
    {
        var (best, head, abbreviated) = (NameMatch.None, -1, false);
        for (var i = at; i < ids.Length; i++)
        {
            if (i > at && Ends(words, ids, i))
            {
                // "Convention on the Rights of the Child (CRC) on the sale of children": the abbreviation may stand within the name.
                if (!abbreviated && best.Entity >= 0 && words.Marks[i] == '(' && Repeats(words, i, best.Entity))
                {
                    abbreviated = true;
                    continue;
                }

                if (!(abbreviated && words.Marks[i] == ')'))
                {
                    break;
                }
            }

            if (ids[i] == NameWords.Small)
            {
                continue;
            }

            var next = ids[i] == NameWords.Unknown ? -1 : _names.Step(node, ids[i]);
            if (next < 0)
            {
                if (i > at && ids[i] != NameWords.Unknown && _names.Words.IsLoose(ids[i]))
                {
                    continue;
                }

                if (!abbreviated && best.Entity >= 0 && Repeats(words, i, best.Entity))
                {
                    abbreviated = true;
                    continue;
                }

                break;
            }

            node = next;
            var place = _names.At(node);
            head = place.IsHead ? node : head;
            if (place.Entity >= 0 && (!place.InCapitals || IsInCapitals(words.Written(i))))
            {
                best = new NameMatch(place.Entity, place.Body, i - at + 1, head);
            }
        }

        return best;
    }

    /// <summary>"International Convention on ...": where only the class of conventions was found from the first word, a name may begin behind it. Gives the words to skip.</summary>
    private int Inside(TextWords words, ReadOnlySpan<int> ids, int at, ref NameMatch match)
    {
        if (match.Entity < 0 || !_names.List.All[match.Entity].IsGeneric || match.Words < 2)
        {
            return 0;
        }

        for (var i = 1; i < match.Words; i++)
        {
            var inside = ids[at + i] > NameWords.And ? Longest(words, ids, EntityNames.Root, at + i) : NameMatch.None;
            if (inside.Entity >= 0 && i + inside.Words > match.Words)
            {
                match = inside;
                return i;
            }
        }

        return 0;
    }

    /// <summary>Whether a sentence, a bracket or an abbreviation of its own begins with this word, so that no name goes on over it.</summary>
    internal bool Ends(TextWords words, ReadOnlySpan<int> ids, int word) => words.Marks[word] switch
    {
        ';' or ':' or '(' or ')' or '"' => true,
        '.' => !_names.Words.IsLoose(ids[word - 1]),
        ',' => IsInCapitals(words.Written(word)),
        _ => false,
    };

    /// <summary>Whether a word is written in capitals ("CAT", "MDGs"); a single letter is not enough.</summary>
    internal static bool IsInCapitals(ReadOnlySpan<char> word) => word.Length > 1 && !word.TrimEnd('s').ContainsAnyExceptInRange('A', 'Z');

    /// <summary>"Special Rapporteurs on torture and on adequate housing": titles go on behind "and" from the same head.</summary>
    private int Continue(TextWords words, ReadOnlySpan<int> ids, int at, NameMatch match, List<EntityMention> found)
    {
        var end = at + match.Words;
        while (match.Head >= 0 && end < ids.Length && !Ends(words, ids, end))
        {
            var next = end;
            if (ids[next] != NameWords.And && words.Marks[next] != ',')
            {
                break;
            }

            next += ids[next] == NameWords.And ? 1 : 0;
            while (next < ids.Length && ids[next] == NameWords.Small)
            {
                next++;
            }

            var more = next < ids.Length ? Longest(words, ids, match.Head, next) : NameMatch.None;
            if (more.Entity < 0 || Longest(words, ids, EntityNames.Root, next).Entity >= 0)
            {
                break;
            }

            found.Add(new EntityMention(more.Entity, next, more.Words));
            end = next + more.Words;
        }

        return end;
    }

    /// <summary>Takes "United Nations", "International" or a year before a name into the mention.</summary>
    private void Lead(TextWords words, ReadOnlySpan<int> ids, List<EntityMention> found)
    {
        foreach (ref var mention in CollectionsMarshal.AsSpan(found))
        {
            var first = mention.FirstWord;
            while (first > 0 && ids[first - 1] > NameWords.And && _names.Words.IsLeading(ids[first - 1]) && words.Marks[first] == ' ')
            {
                first--;
            }

            mention = new EntityMention(mention.Entity, first, mention.Words + mention.FirstWord - first);
        }
    }

    private bool Repeats(TextWords words, int word, int entity)
    {
        var id = _ids[word];
        var node = id == NameWords.Unknown ? -1 : _names.Step(EntityNames.Root, id);
        return node >= 0 && IsInCapitals(words.Written(word)) && _names.At(node).Entity is var named
            && (named == entity || named == _names.List.IndexOf(_names.List.All[entity].Parent));
    }

    private ReadOnlySpan<int> Ids(TextWords words)
    {
        if (_ids.Length < words.Count)
        {
            _ids = new int[words.Count * 2];
        }

        var hashes = words.Hashes;
        for (var i = 0; i < hashes.Length; i++)
        {
            _ids[i] = _names.Words.Find(hashes[i]);
        }

        return _ids.AsSpan(0, words.Count);
    }
}
