using System.Text.RegularExpressions;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Search.Text;
using OpenUpr.Sources.Csv;

namespace OpenUpr.Benchmarks.Uptake;

/// <summary>How a text was worded anew.</summary>
internal enum RewordingKind
{
    Synonyms,
    Order,
    Shortened,

    /// <summary>One draft of two things that two States took apart.</summary>
    Split,

    /// <summary>One of two drafts that a State put together.</summary>
    Merged,

    /// <summary>Synonyms, another order, and shorter.</summary>
    All,
}

/// <summary>
/// Words recommendations as a coalition might have asked for them: words exchanged by a list that shares no pair with the engine's own (rewording.csv; where it does, the pair is not used),
/// clauses and phrases moved, what follows a comma or "including", "in line with", "through" left out, two texts in one, one action of several.
/// </summary>
internal sealed partial class CoalitionWording
{
    private const double Heavy = 0.8, Light = 0.4;
    private readonly List<(Regex Word, string Other)> _pairs;

    public CoalitionWording(string file)
    {
        using var reader = new StreamReader(file);
        var all = new CsvParser(reader).ReadAll().Skip(1).Select(r => (Word: r.Fields[0], Other: r.Fields[1])).ToList();
        var used = all.Where(p => SameWords.Read(p.Word) != SameWords.Read(p.Other)).ToList();
        (Pairs, Shared) = (used.Count, all.Count - used.Count);
        _pairs = [.. used.OrderByDescending(p => p.Word.Length).Select(p => (new Regex($@"\b{Regex.Escape(p.Word)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), p.Other))];
    }

    public int Pairs { get; }

    /// <summary>Pairs that the engine knows too, and that are not used.</summary>
    public int Shared { get; }

    /// <summary>What a coalition may have written, and the same before words were exchanged.</summary>
    public (string Draft, string Before) Of(RewordingKind kind, string text, string second, Random random)
    {
        var before = kind switch
        {
            RewordingKind.Synonyms => text,
            RewordingKind.Order => Move(text),
            RewordingKind.Shortened => Shorten(text),
            RewordingKind.Split => $"{text.TrimEnd('.', ';', ' ')}, and {Lower(second)}",
            RewordingKind.Merged => AskParts.Of(text) is [_, ..] parts ? parts[random.Next(parts.Count)] : text,
            _ => Shorten(Move(text)),
        };
        return (Exchange(before, kind is RewordingKind.Synonyms or RewordingKind.All ? Heavy : Light, random), before);
    }

    /// <summary>A part that tells something; one "continue its efforts" would be anybody's.</summary>
    public static bool CanMerge(string text) => AskParts.Of(text) is { Count: > 1 } parts && parts.All(p => Tokenizer.Words(p).Count >= 6);

    private string Exchange(string text, double share, Random random)
    {
        // Every place at most once: what was put in is not exchanged again.
        var taken = new List<(int From, int To, string Other)>();
        foreach (var (word, other) in _pairs)
        {
            foreach (var match in word.Matches(text).Where(m => !taken.Exists(t => m.Index < t.To && t.From < m.Index + m.Length)))
            {
                taken.Add((match.Index, match.Index + match.Length, random.NextDouble() < share ? other : match.Value));
            }
        }

        foreach (var (from, to, other) in taken.OrderByDescending(t => t.From))
        {
            text = string.Concat(text.AsSpan(0, from), other, text.AsSpan(to));
        }

        return text;
    }

    private static string Move(string text)
    {
        if (AskParts.Of(text) is { Count: > 1 } parts)
        {
            return string.Join(", and ", parts.Reverse());
        }

        var plain = text.TrimEnd('.', ';', ' ');
        var at = Joints().Matches(plain) is { Count: > 0 } joints ? joints[joints.Count / 2].Index : HalfWay(plain);
        return $"{plain[at..].Trim(' ', ',')}, {Lower(plain[..at].Trim(' ', ','))}";
    }

    private static string Shorten(string text)
    {
        var plain = text.TrimEnd('.', ';', ' ');
        var words = plain.Split(' ').Length;
        foreach (Match joint in Joints().Matches(plain))
        {
            if (plain[..joint.Index].Split(' ').Length >= Math.Max(6, words * 2 / 5))
            {
                return plain[..joint.Index];
            }
        }

        return words < 10 ? plain : string.Join(' ', plain.Split(' ').Take(words * 2 / 3));
    }

    private static int HalfWay(string text) => text.IndexOf(' ', text.Length / 2) is var at and > 0 ? at : text.LastIndexOf(' ') is var last and > 0 ? last : 0;

    private static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex(@"(, | including | in line with | in accordance with | through | by | with a view to | in order to | especially | in particular | while | as well as | so that | such as )", RegexOptions.CultureInvariant)]
    private static partial Regex Joints();
}
