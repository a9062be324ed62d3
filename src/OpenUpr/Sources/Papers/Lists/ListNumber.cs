using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Lists;

/// <summary>The number at the beginning of a recommendation: "140.7", "166.6.", "12." or "140.7 (a)".</summary>
/// <param name="Paragraph">Without closing full stop.</param>
/// <param name="Part">A letter behind the number; null where there is none.</param>
/// <param name="Length">Characters that it takes, with what parts it from the text.</param>
internal sealed partial record ListNumber(string Paragraph, string? Part, int Length)
{
    public static ListNumber? Of(string text) => Pattern().Match(text) is { Success: true } match
        ? new ListNumber(match.Groups["number"].Value, match.Groups["part"] is { Success: true } part ? part.Value : null, match.Length)
        : null;

    [GeneratedRegex(@"^\s*(?<number>\d{1,3}(?:\.\d{1,3}){1,2}|\d{1,3}(?=\.|\s*\([a-z]\)))(?:\s*\((?<part>[a-z])\))?(?:\.?\s*[-–:]?\s*)(?=[\p{L}\(""“‘'])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
