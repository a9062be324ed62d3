namespace OpenUpr.Papers;

/// <summary>A run of words of one of two versions, and whether the other version has them too.</summary>
public readonly record struct WordRun(string Text, bool Differs);

/// <summary>Two versions of a text word by word, so that a reader sees at a glance where they part.</summary>
public static class WordDifference
{
    /// <summary>Longer texts than this are shown whole: comparing takes time by the square of the words.</summary>
    private const int MaxWords = 1500;

    private const string Marks = ".,;:()\"'“”‘’";

    public static (IReadOnlyList<WordRun> First, IReadOnlyList<WordRun> Second) Of(string first, string second)
    {
        var (a, b) = (first.Split(' ', StringSplitOptions.RemoveEmptyEntries), second.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (a.Length > MaxWords || b.Length > MaxWords)
        {
            return ([new WordRun(first, true)], [new WordRun(second, true)]);
        }

        // The longest sequence of words that both have in the same order; what is not in it differs.
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = Same(a[i], b[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (inBoth, inBothToo) = (new bool[a.Length], new bool[b.Length]);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (Same(a[i], b[j]))
            {
                inBoth[i++] = inBothToo[j++] = true;
            }
            else if (common[i + 1, j] >= common[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (Runs(a, inBoth), Runs(b, inBothToo));
    }

    /// <summary>Capitals and punctuation at the ends are no difference of words.</summary>
    private static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase) || (a.AsSpan().Trim(Marks) is { Length: > 0 } x && x.Equals(b.AsSpan().Trim(Marks), StringComparison.OrdinalIgnoreCase));

    private static List<WordRun> Runs(string[] words, bool[] inBoth)
    {
        var runs = new List<WordRun>();
        for (int start = 0, end; start < words.Length; start = end)
        {
            for (end = start + 1; end < words.Length && inBoth[end] == inBoth[start]; end++)
            {
            }

            runs.Add(new WordRun(string.Join(' ', words[start..end]), !inBoth[start]));
        }

        return runs;
    }
}
