using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Coalitions.Sheets;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>From when to when; either may be open.</summary>
public readonly record struct SheetSpan(DateOnly? From, DateOnly? To);

/// <summary>
/// Reads times as people write them into plans: a day in any of the ways of <see cref="SheetDays"/>, Excel's number of a day, March 2026, mars 2026, Q1 2026, by end of 2026, 2026, 2026-2028. A month, a quarter or a year is
/// its first to its last day. Whether 03/04/2026 begins with the day, the rest of the column says, or a person, once for the column.
/// </summary>
internal sealed partial class SheetSpans(IReadOnlyCollection<string> cells, bool? dayFirst)
{
    private const int FirstSerial = 36_526;
    private const int LastSerial = 73_050;

    private static readonly DateOnly s_dayZero = new(1899, 12, 30);

    /// <summary>Languages in which months are read; headings are known in the same.</summary>
    private static readonly CultureInfo[] s_languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("es"), CultureInfo.GetCultureInfo("pt"), CultureInfo.GetCultureInfo("ar"), CultureInfo.GetCultureInfo("ru")];

    private static readonly Dictionary<string, int> s_months = Months();

    private readonly SheetDays _days = new(Asked(cells).Count > 0 && dayFirst is { } first ? [.. cells, first ? "31/12/2026" : "12/31/2026"] : cells);

    /// <summary>Days of the column that can be read in two ways, where the rest of it does not say which.</summary>
    public static IReadOnlyList<string> Asked(IEnumerable<string> cells)
    {
        var slashed = cells.Where(c => Slashed().IsMatch(c)).ToList();
        var days = new SheetDays(slashed);
        return [.. slashed.Where(c => days.Day(c) == c)];
    }

    /// <summary>What the column itself says of its order; null where it says nothing.</summary>
    public static bool? OrderOf(IEnumerable<string> cells) =>
        cells.Select(c => Slashed().Match(c)).Where(m => m.Success).Select(m => (First: int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), Second: int.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture))).ToList() is { Count: > 0 } all
            && all.Any(p => p.First > 12) != all.Any(p => p.Second > 12) ? all.Any(p => p.First > 12) : null;

    /// <summary>Whether a cell looks like a time, whichever way round.</summary>
    public static bool Looks(string cell) => new SheetSpans([cell], true).Read(cell) is not null;

    /// <summary>Whether a cell is one time: a day, a month, a year; not from one to another.</summary>
    public static bool IsOne(string cell) => new SheetSpans([cell], true).One(cell.Trim()) is not null;

    /// <summary>Null for what is no time.</summary>
    public SheetSpan? Read(string cell)
    {
        var text = cell.Trim();
        if (One(text) is { } one)
        {
            return one;
        }

        // Two times with a word or a dash between them.
        foreach (var match in Between().Matches(text).Cast<Match>())
        {
            var (before, after) = (text[..match.Index].Trim(), text[(match.Index + match.Length)..].Trim());
            if (One(after) is { } end && (One(before) ?? (end.To is { } last && Lone(before) is { } month ? Month(last.Year, month) : null)) is { } start)
            {
                return new SheetSpan(start.From ?? start.To, end.To ?? end.From);
            }
        }

        return null;
    }

    private SheetSpan? One(string cell)
    {
        if (cell.Length is 0 or > 60)
        {
            return null;
        }

        if (_days.Day(cell) is var day && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return new SheetSpan(exact, exact);
        }

        if (int.TryParse(cell.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial && double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            return new SheetSpan(s_dayZero.AddDays(serial), s_dayZero.AddDays(serial));
        }

        return Loose(SheetField.Fold(cell));
    }

    /// <summary>Quarters, halves, months and years, with words such as "by the end of" before them.</summary>
    private static SheetSpan? Loose(string folded)
    {
        var words = folded.Split(' ').ToList();
        var isEnd = words.RemoveAll(w => w is "end" or "fin" or "finales" or "late") > 0;
        var isMid = words.RemoveAll(w => w is "mid" or "middle" or "mi" or "mediados") > 0;
        words.RemoveAll(w => w is "by" or "the" or "of" or "until" or "till" or "before" or "avant" or "d" or "ici" or "la" or "de" or "a" or "del" or "el" or "le" or "l" or "en" or "in" or "para" or "al" or "ongoing" or "jusqu" or "hasta" or "du" or "annee" or "year" or "ano");
        var years = words.Where(w => w.Length == 4 && w.All(char.IsAsciiDigit) && w[0] is '1' or '2').ToList();
        if (years is not [var said])
        {
            return null;
        }

        var year = int.Parse(said, CultureInfo.InvariantCulture);
        var rest = words.Where(w => w != said).ToList();
        var quarter = QuarterOf(rest);
        var span = rest.Count == 0 ? Months(year, 1, 12) : quarter is { } q ? Months(year, (q * 3) - 2, q * 3) : HalfOf(rest) is { } h ? Months(year, (h * 6) - 5, h * 6)
            : rest is [var word] && s_months.TryGetValue(word, out var month) ? Month(year, month) : rest is [var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is >= 1 and <= 12 ? Month(year, m) : (SheetSpan?)null;
        return span is null ? null : isEnd ? span.Value with { From = null } : isMid && rest.Count == 0 ? new SheetSpan(null, new DateOnly(year, 6, 30)) : span;
    }

    private static int? QuarterOf(List<string> words) => words switch
    {
        [var w] when w.Length == 2 && w[0] is 'q' or 't' && w[1] is >= '1' and <= '4' => w[1] - '0',
        [var n, "quarter" or "trimestre" or "trim" or "qtr"] => Ordinal(n),
        ["quarter" or "trimestre" or "trim" or "q" or "t", var n] => Ordinal(n),
        _ => null,
    } is >= 1 and <= 4 and var quarter ? quarter : null;

    private static int? HalfOf(List<string> words) => words switch
    {
        [var w] when w.Length == 2 && w[0] is 'h' or 's' && w[1] is '1' or '2' => w[1] - '0',
        [var n, "half" or "semestre" or "semester"] => Ordinal(n),
        ["semestre" or "semester", var n] => Ordinal(n),
        _ => null,
    } is >= 1 and <= 2 and var half ? half : null;

    private static int? Ordinal(string word) => word switch
    {
        "first" or "premier" or "primer" or "i" => 1,
        "second" or "deuxieme" or "segundo" or "ii" => 2,
        "third" or "troisieme" or "tercer" or "iii" => 3,
        "fourth" or "quatrieme" or "cuarto" or "iv" => 4,
        _ => word.Length > 0 && char.IsAsciiDigit(word[0]) && (word.Length == 1 || word[1..].All(char.IsLetter)) ? word[0] - '0' : null,
    };

    private static int? Lone(string cell) => s_months.TryGetValue(SheetField.Fold(cell), out var month) ? month : null;

    private static SheetSpan Month(int year, int month) => Months(year, month, month);

    private static SheetSpan Months(int year, int first, int last) => new(new DateOnly(year, first, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last)));

    private static Dictionary<string, int> Months()
    {
        var months = new Dictionary<string, int>();
        foreach (var format in s_languages.Select(l => l.DateTimeFormat))
        {
            foreach (var names in new[] { format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames })
            {
                foreach (var (i, name) in names.Take(12).Index())
                {
                    months.TryAdd(SheetField.Fold(name), i + 1);
                }
            }
        }

        return months;
    }

    [GeneratedRegex(@"^([0-9]{1,2})[/-]([0-9]{1,2})[/-](?:[0-9]{4}|[0-9]{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\s*[–—]\s*|\s+-\s+|(?<=\b\d{4})-(?=\d{4}\b)|(?<=\p{L})-(?=\p{L})|\s+(?:to|until|à|au|a|al|hasta)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
