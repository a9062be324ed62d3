using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>What page numbers and printers' numbers look like.</summary>
internal static partial class PageNumbers
{
    private const int LongestNumber = 24;

    /// <summary>"4", "Page 4", "- 4 -", "iv", "4/25", "4 | Page", also with a word of another language.</summary>
    public static bool IsOne(string text) => text.Length <= LongestNumber && Number().IsMatch(text);

    /// <summary>The job number of the printers in Geneva, New York and elsewhere, such as GE.08-13789, or the number for its bar code.</summary>
    public static bool IsJobNumber(string text) => Job().IsMatch(text);

    [GeneratedRegex(@"^[-–—\s]*(?:\p{L}+\s+)?(?:\d{1,4}|[ivxlIVXL]{1,7})(?:\s*(?:/|\p{L}{1,3})\s*\d{1,4})?[-–—\s]*(?:\|?\s*[\p{L}\s]{1,12})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:GE|HR|NY|BK|NA|V)\. ?\d\d-|^\d\d-\d{5} ?\(?[EFSRAC]?\)?", RegexOptions.NonBacktracking)]
    private static partial Regex Job();
}
