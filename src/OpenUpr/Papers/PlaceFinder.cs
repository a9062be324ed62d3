namespace OpenUpr.Papers;

/// <summary>Finds the lines of a page in which some words stand, although the page breaks them over lines and hyphens.</summary>
public static class PlaceFinder
{
    /// <summary>Fewer letters than this stand on a page by chance.</summary>
    private const int Enough = 12;

    /// <summary>The numbers of the lines; none where the words are not there.</summary>
    /// <param name="excerpts">The words in doubt as printed; the first that is found counts. Several places are joined by " / ".</param>
    /// <param name="number">The paragraph's number as printed, for when no words are found.</param>
    public static IReadOnlySet<int> Find(IReadOnlyList<string> lines, IEnumerable<string?> excerpts, string? number)
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
        foreach (var excerpt in excerpts.OfType<string>())
        {
            var found = excerpt.Split(" / ").SelectMany(part => Find(page, lineOf, Letters(part))).ToHashSet();
            if (found.Count > 0)
            {
                return found;
            }
        }

        // Old reports print "1." where the paragraph is 52.1.
        return new[] { number?.Split(' ')[0], number?.Split(' ')[0].Split('.')[^1] }.OfType<string>()
            .Select(n => lines.Index().Where(l => Starts(l.Item, n)).Select(l => l.Index).Take(1).ToHashSet()).FirstOrDefault(l => l.Count > 0) ?? [];
    }

    // The end of an excerpt may stand on the next page, its beginning on the one before: the longest part of either counts.
    private static IEnumerable<int> Find(string page, List<int> lineOf, string wanted)
    {
        for (var length = wanted.Length; length >= Math.Min(wanted.Length, Enough) && length > 2; length -= Math.Max(1, length / 8))
        {
            foreach (var part in new[] { wanted[..length], wanted[^length..] })
            {
                if (page.IndexOf(part, StringComparison.Ordinal) is var at and >= 0)
                {
                    return lineOf.Skip(at).Take(length);
                }
            }
        }

        return [];
    }

    private static bool Starts(string line, string number) =>
        line.StartsWith(number, StringComparison.Ordinal) && (line.Length == number.Length || !char.IsLetterOrDigit(line[number.Length]));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
