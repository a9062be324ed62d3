using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Entities;

/// <summary>
/// Says which protocols are meant: "the first and second Optional Protocols to the ICCPR", "CRPD and its Optional Protocol", "the Optional
/// Protocols to CAT and CEDAW", "the Optional Protocol to the CRC on the sale of children". What stays unclear stays the class.
/// </summary>
internal sealed class ProtocolReader
{
    /// <summary>So many words may stand between an instrument and "its Optional Protocol".</summary>
    private const int Reach = 6;

    /// <summary>So many words behind a protocol may say which one it is.</summary>
    private const int CueReach = 14;

    private static readonly EntityList _list = EntityList.Current;
    private static readonly int _class = _list.IndexOf("optional-protocols");
    private static readonly ulong _protocols = TextWords.Hash("protocols"), _ops = TextWords.Hash("ops"), _thereto = TextWords.Hash("thereto"), _their = TextWords.Hash("their");
    private static readonly ulong[][] _cues = [.. _list.All.Select(e => e.Cues.Select(c => TextWords.Hash(c)).ToArray())];

    private readonly List<EntityMention> _out = [];

    public void Resolve(EntityFinder finder, TextWords words, ReadOnlySpan<int> ids, List<EntityMention> found)
    {
        _out.Clear();
        for (var i = 0; i < found.Count;)
        {
            i = found[i].Entity == _class ? Read(finder, words, ids, found, i) : Keep(found, i);
        }

        found.Clear();
        found.AddRange(_out);
    }

    private int Keep(List<EntityMention> found, int i)
    {
        _out.Add(found[i]);
        return i + 1;
    }

    /// <summary>Reads one "Optional Protocol(s)" and what belongs to it; gives the mention behind.</summary>
    private int Read(EntityFinder finder, TextWords words, ReadOnlySpan<int> ids, List<EntityMention> found, int i)
    {
        var counted = ProtocolCount.Read(words, found[i]);
        var plural = words.Hashes.Slice(found[i].FirstWord, found[i].Words).IndexOfAny(_protocols, _ops) >= 0;
        if (i + 1 < found.Count && _list.ProtocolsOf(found[i + 1].Entity).Length > 0 && OnlySmall(words, ids, counted.End, found[i + 1].FirstWord))
        {
            var named = IsRepeated(found, i + 1) ? i + 2 : i + 1;
            var end = found[named].FirstWord + found[named].Words;
            AddTitled(finder, words, ids, found[i + 1].Entity, counted with { End = end }, plural, NextStart(found, named + 1, ids));
            return plural && counted.Numbers == 0 ? Distribute(words, ids, found, named) : named + 1;
        }

        if (Owner(words, counted, found[i]) is var owner and >= 0)
        {
            var last = _out.Count - 1;
            AddTitled(finder, words, ids, owner, counted, plural, NextStart(found, i + 1, ids));
            for (var other = last - 1; counted.First > 0 && words.Hashes[counted.First - 1] == _their && other >= 0 && _list.ProtocolsOf(_out[other].Entity).Length > 0; other--)
            {
                AddCounted(words, _list.ProtocolsOf(_out[other].Entity), counted, plural, counted.End);
            }
        }
        else if (found[i].Words > 1 || plural)
        {
            _out.Add(found[i]);
        }

        return i + 1;
    }

    /// <summary>Adds the protocols of an instrument that are meant: those counted, else those whose title follows, else by single words, else all or the first.</summary>
    private void AddTitled(EntityFinder finder, TextWords words, ReadOnlySpan<int> ids, int owner, ProtocolCount counted, bool plural, int limit)
    {
        var protocols = _list.ProtocolsOf(owner);
        var before = _out.Count;
        var end = counted.End;
        for (var at = end; protocols.Length > 1 && at < limit;)
        {
            at += ids[at] == NameWords.And ? 1 : 0;
            while (at < limit && ids[at] == NameWords.Small)
            {
                at++;
            }

            var title = at < limit ? finder.Longest(words, ids, EntityNames.Current.ProtocolHead, at) : NameMatch.None;
            if (title.Entity < 0 || !protocols.Contains(title.Entity))
            {
                break;
            }

            _out.Add(_out.Count == before
                ? new EntityMention(title.Entity, counted.First, at + title.Words - counted.First)
                : new EntityMention(title.Entity, at, title.Words));
            at += title.Words;
        }

        if (_out.Count == before)
        {
            AddCounted(words, protocols, counted, plural, limit);
        }
    }

    private void AddCounted(TextWords words, ReadOnlySpan<int> protocols, ProtocolCount counted, bool plural, int limit)
    {
        var before = _out.Count;
        foreach (var protocol in protocols)
        {
            if (counted.Has(_list.All[protocol].Number!.Value) || (protocols.Length > 1 && counted.Numbers == 0 && HasCue(words, protocol, counted, limit)))
            {
                Add(protocol, counted);
            }
        }

        if (_out.Count == before)
        {
            var many = counted.Many > 0 ? counted.Many : plural ? protocols.Length : 1;
            foreach (var protocol in protocols[..Math.Min(many, protocols.Length)])
            {
                Add(protocol, counted);
            }
        }
    }

    /// <summary>"The Optional Protocols to CAT and CEDAW": the conventions that follow stand for their protocols.</summary>
    private int Distribute(TextWords words, ReadOnlySpan<int> ids, List<EntityMention> found, int i)
    {
        var single = _list.ProtocolsOf(found[i].Entity).Length == 1;
        for (i++; i < found.Count && _list.ProtocolsOf(found[i].Entity).Length > 0; i++)
        {
            var gap = found[i - 1].FirstWord + found[i - 1].Words;
            var last = ids[gap..found[i].FirstWord].Contains(NameWords.And);
            if (!(last || single || IsAbbreviated(words, found[i - 1], found[i])) || !IsList(words, ids, gap, found[i].FirstWord))
            {
                break;
            }

            foreach (var protocol in _list.ProtocolsOf(found[i].Entity))
            {
                _out.Add(found[i] with { Entity = protocol });
            }

            if (last)
            {
                return i + 1;
            }
        }

        return i;
    }

    /// <summary>"The Optional Protocols to ICCPR, ICESCR and CAT": a row of abbreviations is one list.</summary>
    private static bool IsAbbreviated(TextWords words, EntityMention before, EntityMention after) =>
        before.Words == 1 && after.Words == 1 && EntityFinder.IsInCapitals(words.Written(before.FirstWord)) && EntityFinder.IsInCapitals(words.Written(after.FirstWord));

    private int Owner(TextWords words, ProtocolCount counted, EntityMention head)
    {
        if (_out.Count == 0 || counted.First - (_out[^1].FirstWord + _out[^1].Words) is var gap && gap > Reach && words.Hashes[head.FirstWord + head.Words - 1] != _thereto)
        {
            return -1;
        }

        var owner = _out[^1].Entity;
        for (var i = _out[^1].FirstWord + _out[^1].Words; i < counted.First; i++)
        {
            if (words.Marks[i] is ';' or ':' or '.')
            {
                return -1;
            }
        }

        return _list.ProtocolsOf(owner).Length > 0 ? owner : -1;
    }

    /// <summary>"Convention on the Rights of the Child (CRC)": the abbreviation says it again.</summary>
    private static bool IsRepeated(List<EntityMention> found, int i) =>
        i + 1 < found.Count && found[i + 1].Entity == found[i].Entity && found[i + 1].FirstWord == found[i].FirstWord + found[i].Words;

    private void Add(int protocol, ProtocolCount counted) => _out.Add(new EntityMention(protocol, counted.First, counted.End - counted.First));

    private static bool HasCue(TextWords words, int protocol, ProtocolCount counted, int limit) =>
        words.Hashes[counted.End..Math.Min(limit, counted.End + CueReach)].IndexOfAny(_cues[protocol]) >= 0;

    private static int NextStart(List<EntityMention> found, int i, ReadOnlySpan<int> ids) => i < found.Count ? found[i].FirstWord : ids.Length;

    private static bool OnlySmall(TextWords words, ReadOnlySpan<int> ids, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (ids[i] != NameWords.Small && (ids[i] < 0 || !EntityNames.Current.Words.IsLoose(ids[i])))
            {
                return false;
            }
        }

        return to >= from && words.Marks[to] is not (',' or ';' or ':' or '.');
    }

    private static bool IsList(TextWords words, ReadOnlySpan<int> ids, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (ids[i] is not (NameWords.Small or NameWords.And))
            {
                return false;
            }
        }

        return words.Marks[from] is not (';' or ':' or '.');
    }
}
