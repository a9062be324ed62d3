using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>Parts running text into sentences; abbreviations such as "H.E.", "No." and "art." end none.</summary>
internal static partial class Sentences
{
    public static IReadOnlyList<(int Start, int End)> Of(string text)
    {
        var found = new List<(int, int)>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                found.Add((start, end));
            }

            start = end;
        }

        return found;
    }

    /// <summary>The place behind the full stop that ends the sentence in which <paramref name="start"/> lies.</summary>
    public static int EndOf(string text, int start) => End().Match(text, start) is { Success: true } end ? end.Index + 1 : text.Length;

    [GeneratedRegex(@"(?<!\b(?:\p{Lu}|Nos?|arts?|paras?|Mr|Mrs|Ms|Dr|St|vs|cf|Prof|Hon|Rev|Gen|Mohd|Sr|Jr|approx))[.?!](?=[”""’)]?\d{0,2}\s+[""“(]?(?:\p{Lu}|\d))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex End();
}
