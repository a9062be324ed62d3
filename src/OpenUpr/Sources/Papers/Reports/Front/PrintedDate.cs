using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports.Front;

/// <summary>Finds dates as English papers print them: "14 April 2008".</summary>
internal static class PrintedDate
{
    private static readonly Regex _date = new(
        $@"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({string.Join('|', CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(m => m.Length > 0))}),?\s+(\d{{4}})\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>The first date in the words, or null.</summary>
    public static DateOnly? First(string words)
    {
        foreach (Match match in _date.Matches(words))
        {
            var printed = $"{match.Groups[1].Value} {match.Groups[2].Value} {match.Groups[3].Value}";
            if (DateOnly.TryParseExact(printed, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }
        }

        return null;
    }
}
