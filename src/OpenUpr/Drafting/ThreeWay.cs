using System.Text;

namespace OpenUpr.Drafting;

/// <summary>Who changed a part of a text since both writers had the same one before them.</summary>
public enum PartOf
{
    /// <summary>Nobody, or both in the same way.</summary>
    Both,

    Mine,

    Theirs,

    /// <summary>Both, each in their own way: a person chooses.</summary>
    Conflict,
}

/// <summary>A part of a text with what became of it on each side; empty where it is not there. Spaces at the end belong to the part.</summary>
public sealed record MergePart(PartOf Of, string Base, string Mine, string Theirs)
{
    /// <summary>What stands in the merged text: where the two disagree, the words of both, theirs first, so that none is lost.</summary>
    public string Merged => Of switch
    {
        PartOf.Theirs => Theirs,
        PartOf.Conflict => Theirs + Gap(Theirs) + Mine,
        _ => Mine,
    };

    private static string Gap(string before) => before.Length == 0 || char.IsWhiteSpace(before[^1]) ? "" : " ";
}

/// <summary>
/// Two changes of one text put together word by word (diff3): a part that one side changed is taken from it, a part that both changed differently is a
/// conflict. Pure; words are told apart by white space, and white space alone is no change of words.
/// </summary>
public sealed record ThreeWay(IReadOnlyList<MergePart> Parts)
{
    /// <summary>Both changes in one text; in a conflict the words of both.</summary>
    public string Text => Join(Parts.Select(p => p.Merged));

    public bool HasConflict => Parts.Any(p => p.Of == PartOf.Conflict);

    /// <param name="origin">What both writers had before them.</param>
    /// <param name="mine">What one of them made of it.</param>
    /// <param name="theirs">What the other made of it, and was stored first.</param>
    public static ThreeWay Merge(string origin, string mine, string theirs)
    {
        var (o, a, b) = (Words.Of(origin), Words.Of(mine), Words.Of(theirs));
        var (inMine, inTheirs) = (WordMatch.Of(o.Bare, a.Bare), WordMatch.Of(o.Bare, b.Bare));
        var parts = new List<MergePart>();
        var (i, x, y) = (0, 0, 0);
        while (i < o.Count || x < a.Count || y < b.Count)
        {
            // As far as all three go on alike.
            var run = 0;
            while (i + run < o.Count && inMine[i + run] == x + run && inTheirs[i + run] == y + run)
            {
                run++;
            }

            if (run > 0)
            {
                parts.Add(new MergePart(PartOf.Both, o.Text(i, i + run), Spaced(o, a, b, (i, x, y), run), b.Text(y, y + run)));
                (i, x, y) = (i + run, x + run, y + run);
                continue;
            }

            // Up to the next word that all three have.
            var next = i;
            while (next < o.Count && (inMine[next] < 0 || inTheirs[next] < 0))
            {
                next++;
            }

            var (toMine, toTheirs) = next < o.Count ? (inMine[next], inTheirs[next]) : (a.Count, b.Count);
            parts.AddRange(Split(o, a, b, (i, next), (x, toMine), (y, toTheirs)));
            (i, x, y) = (next, toMine, toTheirs);
        }

        return new ThreeWay(parts);
    }

    /// <summary>A part in which the three differ; what both sides begin or end alike with stands once, before and after what they disagree about.</summary>
    private static IEnumerable<MergePart> Split(Words o, Words a, Words b, (int From, int To) origin, (int From, int To) mine, (int From, int To) theirs)
    {
        var whole = Part(o, a, b, origin, mine, theirs);
        if (whole.Of != PartOf.Conflict)
        {
            return [whole];
        }

        var (head, tail) = (0, 0);
        var most = Math.Min(mine.To - mine.From, theirs.To - theirs.From);
        while (head < most && a.Bare[mine.From + head] == b.Bare[theirs.From + head])
        {
            head++;
        }

        while (tail < most - head && a.Bare[mine.To - 1 - tail] == b.Bare[theirs.To - 1 - tail])
        {
            tail++;
        }

        return new[]
        {
            new MergePart(PartOf.Both, "", a.Text(mine.From, mine.From + head), b.Text(theirs.From, theirs.From + head)),
            new MergePart(PartOf.Conflict, o.Text(origin.From, origin.To), a.Text(mine.From + head, mine.To - tail), b.Text(theirs.From + head, theirs.To - tail)),
            new MergePart(PartOf.Both, "", a.Text(mine.To - tail, mine.To), b.Text(theirs.To - tail, theirs.To)),
        }.Where(p => p.Mine.Length + p.Theirs.Length > 0 || p.Of == PartOf.Conflict);
    }

    private static MergePart Part(Words o, Words a, Words b, (int From, int To) origin, (int From, int To) mine, (int From, int To) theirs)
    {
        var (was, left, right) = (o.Bare[origin.From..origin.To], a.Bare[mine.From..mine.To], b.Bare[theirs.From..theirs.To]);
        var of = left.SequenceEqual(right) ? PartOf.Both : was.SequenceEqual(left) ? PartOf.Theirs : was.SequenceEqual(right) ? PartOf.Mine : PartOf.Conflict;
        return new MergePart(of, o.Text(origin.From, origin.To), a.Text(mine.From, mine.To), b.Text(theirs.From, theirs.To));
    }

    /// <summary>Words that nobody changed, with the white space of whoever changed that: line breaks are somebody's work too.</summary>
    private static string Spaced(Words o, Words a, Words b, (int O, int A, int B) at, int run)
    {
        var text = new StringBuilder();
        for (var k = 0; k < run; k++)
        {
            var (was, mine, theirs) = (o.Space(at.O + k), a.Space(at.A + k), b.Space(at.B + k));
            text.Append(a.Bare[at.A + k]).Append(mine != was && mine.Length > 0 ? mine : theirs.Length > 0 ? theirs : mine);
        }

        return text.ToString();
    }

    /// <summary>The last word of a version has no space behind it; in the merged text it may stand before others.</summary>
    private static string Join(IEnumerable<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts.Where(p => p.Length > 0))
        {
            text.Append(text.Length > 0 && !char.IsWhiteSpace(text[^1]) ? " " : "").Append(part);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A text as words, each with the white space behind it.</summary>
    private sealed class Words(string text, List<(int From, int End, int To)> places)
    {
        public int Count => places.Count;

        public string[] Bare { get; } = [.. places.Select(p => text[p.From..p.End])];

        public static Words Of(string text)
        {
            var places = new List<(int, int, int)>();
            for (var at = 0; ; )
            {
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == text.Length)
                {
                    return new Words(text, places);
                }

                var (from, end) = (at, at);
                while (end < text.Length && !char.IsWhiteSpace(text[end]))
                {
                    end++;
                }

                for (at = end; at < text.Length && char.IsWhiteSpace(text[at]); at++)
                {
                }

                places.Add((from, end, at));
            }
        }

        public string Space(int word) => text[places[word].End..places[word].To];

        public string Text(int from, int to) => from < to ? text[places[from].From..places[to - 1].To] : "";
    }
}
