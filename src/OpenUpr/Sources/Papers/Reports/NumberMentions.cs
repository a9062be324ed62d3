using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>The numbers of recommendations that a sentence names: "recommendations Nos. 8, 9 and 11 to 14", "93.31 and 93.40".</summary>
internal static partial class NumberMentions
{
    private const int LongestRange = 200;

    public static IReadOnlySet<string> In(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match list in Lists().Matches(text))
        {
            foreach (Match number in Numbers().Matches(list.Value))
            {
                Add(found, number);
            }
        }

        return found;
    }

    private static void Add(HashSet<string> found, Match number)
    {
        var (stem, first) = (number.Groups["stem"].Value, int.Parse(number.Groups["first"].ValueSpan, CultureInfo.InvariantCulture));
        var last = number.Groups["last"] is { Success: true } to ? int.Parse(to.ValueSpan, CultureInfo.InvariantCulture) : first;
        for (var value = first; value <= Math.Min(last, first + LongestRange); value++)
        {
            found.Add(stem + value.ToString(CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"\brecommendations?\s+(?:(?:contained\s+|noted\s+|made\s+|listed\s+)?in\s+)?(?:paragraphs?\s+|nos?\.?\s+|numbers?\s+|numbered\s+)?(?=\d)[\d.,;\s()a-z–\-]*?(?:and\s+)?\d+(?:\.\d+)?(?=[^\d]*$|\s+(?:above|below|are|have|enjoy|is|as|were|in|did|do)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Lists();

    [GeneratedRegex(@"(?<stem>\d{1,3}\.)?(?<first>\d{1,3})(?:\s*(?:-|–|to)\s*(?:\k<stem>)?(?<last>\d{1,3}))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
