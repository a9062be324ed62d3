using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>
/// Reads the days of one column. 3/4/2026 is the third of the fourth month to most of the world and the fourth of the third to some: what the rest of the column
/// shows decides, and where it shows nothing such a day is refused.
/// </summary>
internal sealed partial class SheetDays
{
    private readonly bool? _dayFirst;

    public SheetDays(IEnumerable<string> cells)
    {
        var slashed = cells.Select(c => Slashed().Match(c)).Where(m => m.Success).Select(m => (First: Number(m, 1), Second: Number(m, 2))).ToList();
        var (dayFirst, monthFirst) = (slashed.Any(s => s.First > 12), slashed.Any(s => s.Second > 12));
        _dayFirst = dayFirst == monthFirst ? null : dayFirst;
    }

    /// <summary>Whether a cell looks like a day.</summary>
    public static bool Looks(string cell) => Iso().IsMatch(cell) || Dotted().IsMatch(cell) || Slashed().IsMatch(cell) || OfWorkbook(cell) is not null;

    /// <summary>The day as forms send it (2026-11-22); the cell itself where it is none, which the form's rule then refuses.</summary>
    public string Day(string cell)
    {
        if (OfWorkbook(cell) is { } moment)
        {
            return Text(moment);
        }

        if (Iso().Match(cell) is { Success: true } iso)
        {
            return iso.Groups[1].Value;
        }

        var dotted = Dotted().Match(cell);
        var match = dotted.Success ? dotted : Slashed().Match(cell);
        var isDayFirst = dotted.Success ? true : _dayFirst;
        return match.Success && isDayFirst is { } first && DateOnly.TryParseExact(
            FormattableString.Invariant($"{Number(match, 3):0000}-{Number(match, first ? 2 : 1):00}-{Number(match, first ? 1 : 2):00}"), "yyyy-MM-dd", out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell;
    }

    /// <summary>The time of day as forms send it (16:00), of a cell with a time or a moment; null where there is none.</summary>
    public static string? Time(string cell)
    {
        if (OfWorkbook(cell) is { } moment)
        {
            return moment.TimeOfDay == TimeSpan.Zero ? null : moment.ToString("HH:mm", CultureInfo.InvariantCulture);
        }

        return Clock().Match(cell) is { Success: true } clock && Number(clock, 1) < 24 && Number(clock, 2) < 60 ? FormattableString.Invariant($"{Number(clock, 1):00}:{Number(clock, 2):00}") : null;
    }

    /// <summary>A cell of a workbook that holds a moment is read in one form, always with its seconds.</summary>
    private static DateTime? OfWorkbook(string cell) => DateTime.TryParseExact(cell, "MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    private static string Text(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d)(?:$|[T ]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})(?!\d| \d\d:\d\d:\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?:^|[T ])([0-9]{1,2})\s?[:hH.]\s?([0-9]{2})(?:$|:|\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
