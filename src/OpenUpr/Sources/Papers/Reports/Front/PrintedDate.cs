using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports.Front;

/// <summary>Finds dates as English papers print them: "14 April 2008".</summary>
internal static class PrintedDate
{
    private static readonly Regex _date = new(
        $@"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({string.Join('|', CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(m => m.Length > 0))}),?\s+(\d{{4}})\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    private static readonly Regex _dayAndMonth = new(
        $@"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({string.Join('|', CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(m => m.Length > 0))})\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>The first date in the words, or null. A date without a year ("on 24 January") takes the latest one of <paramref name="around"/>.</summary>
    public static DateOnly? First(string words, string? around = null)
    {
        foreach (Match match in _date.Matches(words))
        {
            if (Parse(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) is { } date)
            {
                return date;
            }
        }

        return _date.Matches(around ?? "").Select(m => m.Groups[3].Value).Max(StringComparer.Ordinal) is { } year && _dayAndMonth.Match(words) is { Success: true } part
            ? Parse(part.Groups[1].Value, part.Groups[2].Value, year)
            : null;
    }

    private static DateOnly? Parse(string day, string month, string year) =>
        DateOnly.TryParseExact($"{day} {month} {year}", "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
