using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Recognition;

/// <summary>Numbers of sessions as papers print them: "thirty-fourth session", "trente-quatrième session", "34º período de sesiones", "第三十四届会议" only by figures.</summary>
internal static partial class OrdinalWords
{
    private static readonly Dictionary<string, int> Words = Build();

    /// <summary>The ordinal that stands right before "session" in a text, with where it stands; in the order of the text.</summary>
    public static IEnumerable<(int Number, string Words, int Index)> Sessions(string text)
    {
        foreach (Match match in BeforeSession().Matches(text))
        {
            var figures = match.Groups["figures"];
            if (figures.Success)
            {
                yield return (int.Parse(figures.Value, CultureInfo.InvariantCulture), match.Value, match.Index);
            }
            else if (Longest(match.Groups["words"].Value) is { } found)
            {
                yield return (found.Number, $"{found.Words} {match.Groups["session"].Value}", match.Index);
            }
        }
    }

    /// <summary>1 to 99 for an ordinal in words, whatever its capitals, accents and hyphens; null for anything else.</summary>
    public static int? Parse(string words) => Words.TryGetValue(StateNames.Key(words), out var number) ? number : null;

    private static (int Number, string Words)? Longest(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var skip = 0; skip < parts.Length; skip++)
        {
            var tried = string.Join(' ', parts[skip..]);
            if (Parse(tried) is { } number)
            {
                return (number, tried);
            }
        }

        return null;
    }

    private static Dictionary<string, int> Build()
    {
        var words = new Dictionary<string, int>();
        for (var number = 1; number < 100; number++)
        {
            foreach (var form in (string[])[English(number), French(number), .. Spanish(number)])
            {
                words.TryAdd(StateNames.Key(form), number);
            }
        }

        words["premiere"] = words["premier"] = 1;
        words["seconde"] = words["second"] = 2;
        return words;
    }

    private static string English(int number)
    {
        string[] small = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];
        string[] tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];
        return number < 20 ? small[number - 1] : number % 10 == 0 ? $"{tens[(number / 10) - 2]}ieth" : $"{tens[(number / 10) - 2]}y-{small[(number % 10) - 1]}";
    }

    private static string French(int number)
    {
        string[] small = ["uni", "deuxi", "troisi", "quatri", "cinqui", "sixi", "septi", "huiti", "neuvi", "dixi", "onzi", "douzi", "treizi", "quatorzi", "quinzi", "seizi", "dix-septi", "dix-huiti", "dix-neuvi"];
        string[] tens = ["vingt", "trent", "quarant", "cinquant", "soixant", "soixant", "quatre-vingt", "quatre-vingt"];
        string[] stems = ["vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];
        if (number < 20)
        {
            return small[number - 1] + "ème";
        }

        var ten = (number / 10) - 2;
        var rest = number - (ten is 5 or 7 ? (number / 10 * 10) - 10 : number / 10 * 10);
        // "vingt et unième", "soixante et onzième", but "quatre-vingt-unième".
        return rest == 0 ? tens[ten] + "ième" : stems[ten] + (rest is 1 or 11 && ten < 6 ? " et " : "-") + small[rest - 1] + "ème";
    }

    private static IEnumerable<string> Spanish(int number)
    {
        string[] ones = ["primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno"];
        string[] tens = ["décimo", "vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo", "septuagésimo", "octogésimo", "nonagésimo"];
        var ten = number < 10 ? "" : tens[(number / 10) - 1] + " ";
        var one = number % 10 == 0 ? "" : ones[(number % 10) - 1];
        return number switch
        {
            11 => ["undécimo", "décimo primer", "decimoprimer"],
            12 => ["duodécimo", "décimo segundo", "decimosegundo"],
            > 12 and < 30 => [$"{ten}{one}".Trim(), $"{ten.Trim()}{one}"],
            _ => [$"{ten}{one}".Trim()],
        };
    }

    [GeneratedRegex(
        @"(?:\b(?<figures>\d{1,2})(?:\s?(?:st|nd|rd|th|e|ème|er|re|\.?º|\.?°|\.?o|-я))?|\b(?<words>(?:[\p{L}\p{M}]+[\s\p{Pd}]+){0,3}[\p{L}\p{M}]+))\s+(?<session>session|período\s+(?:ordinario\s+)?de\s+sesiones|сесси\p{L}+)\b|第\s?(?<figures>\d{1,2})\s?届",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BeforeSession();
}
