namespace OpenUpr.Drafting;

/// <summary>Which words of two texts are the same, in order: the longest common run of words, as diff finds it.</summary>
internal static class WordMatch
{
    /// <summary>Words of the changed part of a text that are compared one by one; where both have more, all of it counts as changed. A page has some five hundred.</summary>
    public const int MaxWords = 2_500;

    /// <summary>For each word of <paramref name="a"/> the place of its like in <paramref name="b"/>, rising; -1 for those that have none.</summary>
    public static int[] Of(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var match = new int[a.Length];
        Array.Fill(match, -1);

        // Two versions mostly begin and end alike; what is left between is compared by the square of its words.
        var (head, tail) = (0, 0);
        while (head < a.Length && head < b.Length && a[head] == b[head])
        {
            match[head] = head;
            head++;
        }

        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            match[a.Length - 1 - tail] = b.Length - 1 - tail;
            tail++;
        }

        if ((a.Length - head - tail) * (long)(b.Length - head - tail) <= MaxWords * MaxWords)
        {
            Middle(a[head..^tail], b[head..^tail], match, head);
        }

        return match;
    }

    private static void Middle(ReadOnlySpan<string> a, ReadOnlySpan<string> b, int[] match, int head)
    {
        var common = new ushort[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                match[head + i++] = head + j++;
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
    }
}
