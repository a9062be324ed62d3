using OpenUpr.Search.Text;

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
            .Select(word => (Word: word, Distance: word.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : EditDistance.Between(typed.ToLowerInvariant(), word, allowed)))
            .Where(c => c.Distance <= allowed)
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word)
            .Take(Most)];
    }
}
