using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>An item "(b)" in the running text of a paragraph.</summary>
/// <param name="MarkerStart">Place of the marker; the words before it belong to what introduces it.</param>
/// <param name="Start">Place behind the marker.</param>
/// <param name="End">Place of the next marker, or of the end of the sentence if that comes first.</param>
internal sealed record LetteredItem(string Letter, int MarkerStart, int Start, int End);

/// <summary>Finds the items "(a) ...; (b) ..." that paragraphs of the dialogue number inside their sentences.</summary>
internal static partial class LetteredItems
{
    public static IReadOnlyList<LetteredItem> In(string text) => In(text, 0, text.Length, Letters(), LetterIndex);

    /// <summary>The items "(i), (ii)" inside an item.</summary>
    public static IReadOnlyList<LetteredItem> InsideOf(string text, LetteredItem item) => In(text, item.Start, item.End, Romans(), RomanIndex);

    private static IReadOnlyList<LetteredItem> In(string text, int from, int to, Regex markers, Func<string, int> indexOf)
    {
        var chain = new List<Match>();
        var expected = 0;
        for (var marker = markers.Match(text, from); marker.Success && marker.Index < to; marker = marker.NextMatch())
        {
            // One letter may be missing in print; anything else is no item of this list, such as "article 2 (c)".
            var index = indexOf(marker.Groups[1].Value);
            if (index == expected || (expected > 0 && index == expected + 1))
            {
                chain.Add(marker);
                expected = index + 1;
            }
        }

        return [.. chain.Select((marker, i) => Item(text, marker, i + 1 < chain.Count ? chain[i + 1].Index : to))];
    }

    private static LetteredItem Item(string text, Match marker, int next)
    {
        var start = marker.Index + marker.Length;
        var end = Sentences.EndOf(text, start) is var stop && stop < next ? stop : next;
        return new LetteredItem(marker.Groups[1].Value, marker.Index, start, end);
    }

    private static int LetterIndex(string letter) => letter[0] - 'a';

    private static int RomanIndex(string roman) => Array.IndexOf(_romans, roman);

    private static readonly string[] _romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

    [GeneratedRegex(@"(?<![\p{L}\d]|(?:articles?|paragraphs?|section|rule)\s\d{0,3}\s?)\(?([a-z])\)(?=[\s:,]|\p{L})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<![\p{L}\d])\(?([ivx]{1,4})\)\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Romans();
}
