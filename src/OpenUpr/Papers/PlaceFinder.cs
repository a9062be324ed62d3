namespace OpenUpr.Papers;

/// <summary>Finds the lines of a page in which some words stand, although the page breaks them over lines and hyphens.</summary>
internal static class PlaceFinder
{
    /// <summary>The numbers of the lines; none where the words are not there.</summary>
    /// <param name="excerpt">The words in doubt as printed; null where only the number is known.</param>
    /// <param name="number">The paragraph's number as printed.</param>
    public static IReadOnlySet<int> Find(IReadOnlyList<string> lines, string? excerpt, string? number)
    {
        var letters = new List<char>();
        var lineOf = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var c in lines[i].Where(char.IsLetterOrDigit))
            {
                letters.Add(char.ToLowerInvariant(c));
                lineOf.Add(i);
            }
        }

        var page = string.Concat(letters);
        var wanted = Letters(excerpt);
        // The end of an excerpt may stand on the next page, its beginning on the one before: the longest part of either counts.
        for (var length = wanted.Length; length >= Math.Min(wanted.Length, 12) && length > 2; length -= Math.Max(1, length / 8))
        {
            foreach (var part in new[] { wanted[..length], wanted[^length..] })
            {
                if (page.IndexOf(part, StringComparison.Ordinal) is var at and >= 0)
                {
                    return lineOf.Skip(at).Take(length).ToHashSet();
                }
            }
        }

        return number is null ? new HashSet<int>() : lines.Index().Where(l => Starts(l.Item, number)).Select(l => l.Index).Take(1).ToHashSet();
    }

    private static bool Starts(string line, string number)
    {
        var own = number.Split(' ')[0];
        return line.StartsWith(own, StringComparison.Ordinal) && (line.Length == own.Length || !char.IsLetterOrDigit(line[own.Length]));
    }

    private static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
