using System.Text;

namespace OpenUpr.Papers;

/// <summary>How much two wordings of a text differ.</summary>
public enum DifferenceSize
{
    /// <summary>Nothing but articles, "to", spelling, hyphens, capitals and punctuation.</summary>
    Small,

    /// <summary>Other words, words that one of them lacks, or another order.</summary>
    Words,
}

/// <summary>Two wordings of a text: whether a reader would care, and how much parts them. It sorts what waits for a person; nothing is decided by it.</summary>
/// <param name="Words">Words that one wording has and the other has not.</param>
public readonly record struct TextDifference(DifferenceSize Size, int Words)
{
    /// <summary>A letter more or less is a matter of spelling only in words of at least this length: "Iran" and "Iraq" are two words.</summary>
    private const int ShortestSpelt = 6;

    /// <summary>Articles, and the "to" with which some sources begin every recommendation.</summary>
    private static readonly HashSet<string> _articles = ["a", "an", "the", "to"];

    public static TextDifference Of(string first, string second)
    {
        var (a, b) = (Split(first), Split(second));
        if (string.Concat(a) == string.Concat(b))
        {
            return new TextDifference(DifferenceSize.Small, 0);
        }

        var (onlyFirst, onlySecond) = (Without(a, b), Without(b, a));
        var count = Math.Max(onlyFirst.Count, onlySecond.Count);
        return (onlyFirst.Count == 0 && onlySecond.Count == 0) || !onlyFirst.All(word => TakeSpeltAlike(onlySecond, word)) || onlySecond.Count > 0
            ? new TextDifference(DifferenceSize.Words, Math.Max(1, count))
            : new TextDifference(DifferenceSize.Small, count);
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD).Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsWhiteSpace(c) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words.FindAll(w => !_articles.Contains(w));
    }

    private static List<string> Without(List<string> words, List<string> others)
    {
        var left = others.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return words.FindAll(w => !left.TryGetValue(w, out var count) || (left[w] = count - 1) < 0);
    }

    private static bool TakeSpeltAlike(List<string> others, string word) => others.FindIndex(o => SpeltAlike(o, word)) is var at and >= 0 && TakeAt(others, at);

    private static bool TakeAt(List<string> words, int at)
    {
        words.RemoveAt(at);
        return true;
    }

    /// <summary>One letter added, left out or put for another, or two neighbours changed; never the first, and never a digit.</summary>
    private static bool SpeltAlike(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < ShortestSpelt || Math.Abs(a.Length - b.Length) > 1 || a[0] != b[0] || a.Any(char.IsDigit) || b.Any(char.IsDigit))
        {
            return false;
        }

        var start = a.AsSpan().CommonPrefixLength(b);
        var (x, y) = (a[start..], b[start..]);
        return x.Length == y.Length
            ? x[1..] == y[1..] || (x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..])
            : x.Length > y.Length ? x[1..] == y : y[1..] == x;
    }
}
