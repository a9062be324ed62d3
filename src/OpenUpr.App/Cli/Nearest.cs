namespace OpenUpr.App.Cli;

/// <summary>Finds what was probably meant by a mistyped word.</summary>
internal static class Nearest
{
    private const int Most = 3;

    /// <summary>The known words that are a slip or two away, or that the typed one begins, nearest first.</summary>
    public static IReadOnlyList<string> To(string typed, IEnumerable<string> known)
    {
        var allowed = Math.Max(1, typed.TrimStart('-').Length / 3);
        return [.. known.Distinct()
            .Select(word => (Word: word, Distance: word.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(typed.ToLowerInvariant(), word)))
            .Where(c => c.Distance <= allowed)
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word)
            .Take(Most)];
    }

    /// <summary>Letters to add, drop, change or swap with the neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
