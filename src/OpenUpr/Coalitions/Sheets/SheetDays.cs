using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>
/// Reads the days of one column. 3/4/2026 is the third of the fourth month to most of the world and the fourth of the third to some: what the rest of the column
/// shows decides, and where it shows nothing such a day is refused.
/// </summary>
internal sealed partial class SheetDays
{
    private static readonly string[] s_forms = ["d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy", "d/MMM/yyyy", "MMMM d, yyyy", "MMM d, yyyy", "d 'de' MMMM 'de' yyyy", "dddd d MMMM yyyy", "dddd, d MMMM yyyy"];

    /// <summary>Those in which headings are known; without a region, so that short months are those of the language.</summary>
    private static readonly CultureInfo[] s_languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("es")];

    private readonly bool? _dayFirst;

    public SheetDays(IEnumerable<string> cells)
    {
        var slashed = cells.Select(c => Slashed().Match(c)).Where(m => m.Success).Select(m => (First: Number(m, 1), Second: Number(m, 2))).ToList();
        var (dayFirst, monthFirst) = (slashed.Any(s => s.First > 12), slashed.Any(s => s.Second > 12));
        _dayFirst = dayFirst == monthFirst ? null : dayFirst;
    }

    /// <summary>Whether a cell looks like a day.</summary>
    public static bool Looks(string cell) => Iso().IsMatch(cell) || Dotted().IsMatch(cell) || Slashed().IsMatch(cell) || InWords(cell) is not null;

    /// <summary>The day as forms send it (2026-11-22); the cell itself where it is none, which the form's rule then refuses.</summary>
    public string Day(string cell)
    {
        if (Iso().Match(cell) is { Success: true } iso)
        {
            return Text(Number(iso, 1), Number(iso, 2), Number(iso, 3)) ?? cell;
        }

        if (InWords(cell) is { } said)
        {
            return said.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var dotted = Dotted().Match(cell);
        var match = dotted.Success ? dotted : Slashed().Match(cell);
        var isDayFirst = dotted.Success ? true : _dayFirst;
        return (match.Success && isDayFirst is { } first ? Text(Year(Number(match, 3)), Number(match, first ? 2 : 1), Number(match, first ? 1 : 2)) : null) ?? cell;
    }

    /// <summary>The time of day as forms send it (16:00), of a cell with a time or a moment; null where there is none.</summary>
    public static string? Time(string cell) =>
        Clock().Match(cell) is { Success: true } clock && Number(clock, 1) < 24 && Number(clock, 2) < 60 ? FormattableString.Invariant($"{Number(clock, 1):00}:{Number(clock, 2):00}") : null;

    /// <summary>28 March 2026, 28-Mar-26, 28 mars 2026, 28 de marzo de 2026: the month as a word leaves no doubt; null for all else.</summary>
    private static DateOnly? InWords(string cell)
    {
        var plain = First().Replace(cell.Trim(), "$1");
        foreach (var language in s_languages)
        {
            if (DateOnly.TryParseExact(plain, s_forms, language, DateTimeStyles.AllowWhiteSpaces, out var day))
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>Two digits of a year are read as spreadsheets read them.</summary>
    private static int Year(int number) => number < 100 ? CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(number) : number;

    private static string? Text(int year, int month, int day) =>
        FormattableString.Invariant($"{year:0000}-{month:00}-{day:00}") is var text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:$|[T ]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4}|[0-9]{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4}|[0-9]{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?:^|[T ])([0-9]{1,2})\s?[:hH.]\s?([0-9]{2})(?:$|:|\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    /// <summary>The first of a month in French, and what English puts behind a day.</summary>
    [GeneratedRegex(@"^([0-9]{1,2})(?:er|st|nd|rd|th)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex First();
}
