using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Recognition;

/// <summary>Dates as papers print them in the six languages: "13 May 2008", "1er mars 2010", "19 de febrero de 2020", "2020年2月19日".</summary>
internal static partial class PaperDates
{
    private static readonly Dictionary<string, Dictionary<string, int>> Months = new();

    /// <summary>Every date of a text, in its order, but the ends of spans ("4–15 November 2019"), which are those of sessions.</summary>
    public static IEnumerable<(DateOnly Date, string Printed, int Index)> FindAll(string text, string language)
    {
        foreach (Match match in Form().Matches(text))
        {
            var month = match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : MonthOf(match.Groups["month"].Value, language);
            if (month is >= 1 and <= 12
                && int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) is var year and >= 1990 and < 2200
                && int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) is var day && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value))
            {
                yield return (new DateOnly(year, month.Value, day), match.Value, match.Index);
            }
        }
    }

    /// <summary>
    /// The date of distribution in a masthead. Its day may have come to stand in the line above it, which is set closer than lines of text are: "Distr.:8 General", "December 2011".
    /// </summary>
    public static (DateOnly Date, string Printed)? Distribution(string firstPage, string language)
    {
        var mended = Torn().Replace(firstPage, "${distr} ${word} ${day} ${rest}", 1);
        return FindAll(mended, language).Select(d => ((DateOnly, string)?)(d.Date, d.Printed)).FirstOrDefault();
    }

    private static int? MonthOf(string printed, string language)
    {
        var months = MonthsOf(language);
        // Arabic papers print both names of a month: "شباط/فبراير".
        return printed.Split('/').Select(p => months.GetValueOrDefault(StateNames.Key(p))).FirstOrDefault(m => m > 0) is > 0 and var month ? month : null;
    }

    private static Dictionary<string, int> MonthsOf(string language)
    {
        lock (Months)
        {
            if (!Months.TryGetValue(language, out var months))
            {
                Months[language] = months = [];
                foreach (var culture in (string[])[language switch { "ar" => "ar-EG", _ => language }, "en"])
                {
                    var names = CultureInfo.GetCultureInfo(culture).DateTimeFormat;
                    for (var month = 1; month <= 12; month++)
                    {
                        foreach (var name in (string[])[names.MonthNames[month - 1], names.MonthGenitiveNames[month - 1], names.AbbreviatedMonthNames[month - 1]])
                        {
                            months.TryAdd(StateNames.Key(name), month);
                        }
                    }
                }
            }

            return months;
        }
    }

    [GeneratedRegex(@"(?<distr>\bDistr\W{0,3})\s?(?<day>\d{1,2})\s+(?<word>\p{L}+)\s+(?<rest>(?:de\s+)?\p{L}[\p{L}\p{M}]*\s*(?:de\s+)?\d{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Torn();

    [GeneratedRegex(
        @"(?<![–‑-]\s?)(?<!\d)(?<day>\d{1,2})(?:er|º|°)?\s+(?:de\s+)?(?<month>\p{L}[\p{L}\p{M}]*(?:(?:\s\p{L}[\p{L}\p{M}]*)?/\p{L}[\p{L}\p{M}]*)?)\.?,?\s*(?:\bdel?\s+)?(?<year>\d{4})\b|(?<year>\d{4})\s?年\s?(?<number>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Form();
}
