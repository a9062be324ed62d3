using System.Runtime.CompilerServices;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.StateMentions;

/// <summary>
/// The names of States as a tree of words, so that the longest name that begins at a word is found in one walk: "Guinea" is not found in
/// "Papua New Guinea". Codes are left out (they are words and abbreviations too), and so are dictionary forms with a comma.
/// </summary>
internal sealed class NameLexicon
{
    private static readonly ConditionalWeakTable<ReferenceData, Dictionary<string, NameLexicon>> _cache = [];

    private readonly Node _root = new();
    private readonly Dictionary<string, State?> _squeezed = [];

    private NameLexicon(ReferenceData reference, string language)
    {
        foreach (var printed in reference.Names.Printed.Where(p => (p.Language == "en" || p.Language == language) && !p.Name.Contains(',', StringComparison.Ordinal)))
        {
            var node = _root;
            var key = StateNames.Key(printed.Name);
            foreach (var word in key.Split(' '))
            {
                node = node.Next.TryGetValue(word, out var next) ? next : node.Next[word] = new Node();
            }

            node.State = printed.State;
            node.IsAbbreviation |= printed.Name.All(c => char.IsUpper(c) || c == '.');
            var squeezed = key.Replace(" ", "", StringComparison.Ordinal);
            _squeezed[squeezed] = !_squeezed.TryGetValue(squeezed, out var known) || known == printed.State ? printed.State : null;
        }
    }

    /// <summary>The names of a language together with the English ones, which papers of every language use.</summary>
    public static NameLexicon For(ReferenceData reference, string language)
    {
        var languages = _cache.GetOrCreateValue(reference);
        lock (languages)
        {
            return languages.TryGetValue(language, out var lexicon) ? lexicon : languages[language] = new NameLexicon(reference, language);
        }
    }

    /// <summary>The longest name that begins at the word, and the place behind its last word; null where none begins.</summary>
    public (State State, int End)? Longest(IReadOnlyList<NameWord> words, int at)
    {
        var found = Walk(_root, words, at, at);
        return found is { } match && IsWritten(words, at, match) ? (match.Node.State!, match.End) : null;
    }

    /// <summary>The State whose name this can only be: spaces lost or added, or one letter wrong in a name of six or more. Null where there are none or several.</summary>
    public State? Guess(string words)
    {
        var key = StateNames.Key(words).Replace(" ", "", StringComparison.Ordinal);
        if (key.Length is < 4 or > 60)
        {
            return null;
        }

        if (_squeezed.TryGetValue(key, out var exact))
        {
            return exact;
        }

        var near = key.Length < 6 ? [] : _squeezed.Where(n => n.Key.Length >= 6 && Misprint.IsOneLetter(n.Key, key)).Select(n => n.Value).Distinct().Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    private static (Node Node, int End)? Walk(Node node, IReadOnlyList<NameWord> words, int start, int at)
    {
        (Node, int)? best = node.State is null ? null : (node, at);
        if (at == words.Count || (at > start && !words[at].JoinsName))
        {
            return best;
        }

        // An article inside a name counts as little here as in StateNames.Key.
        if (at > start && words[at].Key == "the" && at + 1 < words.Count && words[at + 1].JoinsName && words[at + 1].Key != "the")
        {
            return Walk(node, words, start, at + 1) is { } behind && behind.End > at + 1 ? behind : best;
        }

        return Step(node, words, start, at) ?? best;
    }

    private static (Node Node, int End)? Step(Node node, IReadOnlyList<NameWord> words, int start, int at)
    {
        if (node.Next.TryGetValue(words[at].Key, out var next) && Walk(next, words, start, at + 1) is { } whole)
        {
            return whole;
        }

        // "Uzbeki- stan": a word that was parted at the end of a line.
        if (at + 1 < words.Count && words[at + 1].FollowsHyphen
            && node.Next.TryGetValue(words[at].Key + words[at + 1].Key, out next) && Walk(next, words, start, at + 2) is { } joined)
        {
            return joined;
        }

        return words[at].Owner is { } owner && node.Next.TryGetValue(owner, out next) && next.State is not null ? (next, at + 1) : null;
    }

    /// <summary>Names are written with capitals ("turkey" is none), and abbreviations with nothing else ("us" is none).</summary>
    private static bool IsWritten(IReadOnlyList<NameWord> words, int start, (Node Node, int End) match)
    {
        var inside = Enumerable.Range(start, match.End - start).Select(i => words[i]);
        return match.Node.IsAbbreviation ? inside.All(w => w.IsUpper) : inside.Any(w => w.HasCapital && w.Key != "the");
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = [];

        public State? State { get; set; }

        public bool IsAbbreviation { get; set; }
    }
}
