using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>
/// Finds the numbers of recommendations in an addendum. Most reports number them under a paragraph ("122.17"); reports of the first cycle from 1 on, and then a number
/// is a recommendation's only behind a word that says so. Separators are commas, semicolons, full stops ("140.35. 140.36"), "and", or nothing; ranges may be
/// short ("122.17-18"), spaced ("122.34- 35") or broken by a line's end; further numbers may drop the paragraph ("140.82-85, 87").
/// </summary>
internal sealed partial class IdForm
{
    /// <summary>A range that is longer is two numbers and a dash.</summary>
    private const int LongestRange = 300;

    private const int LargestNumber = 500;

    private readonly HashSet<string> _stems;

    private IdForm(HashSet<string> stems) => _stems = stems;

    /// <summary>True where the paper's recommendations have a paragraph's number in front.</summary>
    public bool IsDotted => _stems.Count > 0;

    /// <summary>Learns from the whole text which paragraphs the recommendations stand under: a stem needs two different numbers, so that amounts and articles do not count.</summary>
    public static IdForm Learn(IEnumerable<string> texts)
    {
        var seen = texts.SelectMany(t => Dotted().Matches(t)).Where(m => !m.Groups["amount"].Success)
            .GroupBy(m => m.Groups["stem"].Value, m => m.Groups["number"].Value).ToDictionary(g => g.Key, g => g.Distinct().Count());
        var most = seen.Count == 0 ? 0 : seen.Values.Max();
        // Where one stem has dozens of numbers, one with two or three may still be the supported ones of the report.
        return new IdForm([.. seen.Where(s => s.Value >= 2 || (most == 1 && s.Key.Length > 1)).Select(s => s.Key)]);
    }

    /// <summary>Every run of numbers in a text.</summary>
    /// <param name="isList">True where the text stands in a list of recommendations, so that plain numbers at its start count without a word before them.</param>
    public IReadOnlyList<IdRun> Runs(string text, bool isList = false)
    {
        var runs = new List<IdRun>();
        for (var at = 0; at < text.Length;)
        {
            if (Next(text, at, isList && runs.Count == 0) is not { } start)
            {
                break;
            }

            var run = ReadRun(text, start);
            if (run is not null)
            {
                runs.Add(run);
            }

            at = run?.End ?? start + 1;
        }

        return runs;
    }

    private int? Next(string text, int at, bool isList)
    {
        if (IsDotted)
        {
            for (var match = Dotted().Match(text, at); match.Success; match = match.NextMatch())
            {
                if (_stems.Contains(match.Groups["stem"].Value) && !match.Groups["amount"].Success)
                {
                    return match.Groups["stem"].Index;
                }
            }

            return null;
        }

        if (isList && at == 0 && LeadingNumber().Match(text) is { Success: true } first)
        {
            return first.Groups["number"].Index;
        }

        var named = AfterWord().Match(text, at);
        return named.Success ? named.Groups["number"].Index : null;
    }

    private IdRun? ReadRun(string text, int start)
    {
        var ids = new List<AnswerId>();
        var end = start;
        for (var at = start; ;)
        {
            var separator = ids.Count == 0 ? null : Separator().Match(text, at);
            var from = separator is { Success: true } ? separator.Index + separator.Length : at;
            var isRange = separator?.Groups["range"].Success ?? false;
            var before = ids.Count;
            if (ReadOne(text, from, ids, isRange, separator?.Groups["stop"].Success ?? false, ids.Count > 0 && separator!.Length == 0) is not { } next || next == at || ids.Count == before)
            {
                break;
            }

            end = at = next;
        }

        return ids.Count == 0 ? null : new IdRun(start, end, ids);
    }

    /// <summary>Reads one number, letter or end of a range at a place; null where none goes on with the run.</summary>
    private int? ReadOne(string text, int at, List<AnswerId> ids, bool isRange, bool afterStop, bool adjoining)
    {
        if (Id().Match(text, at) is { Success: true } full && full.Index == at && (_stems.Contains(full.Groups["stem"].Value) || !IsDotted) && (IsDotted || !adjoining))
        {
            return Add(ids, new AnswerId(full.Groups["stem"].Value, Parse(full.Groups["number"]), LetterOf(full)), isRange) ? at + full.Length : null;
        }

        if (ids.Count > 0 && Letter().Match(text, at) is { Success: true } letter && letter.Index == at && ids[^1].Letter is { } last)
        {
            return AddLetters(ids, last, letter.Groups["letter"].Value, isRange) ? at + letter.Length : null;
        }

        if (afterStop || (adjoining && ids.Count > 0) || Bare().Match(text, at) is not { Success: true } bare || bare.Index != at)
        {
            return null;
        }

        var number = Parse(bare.Groups["number"]);
        // Numbers without their paragraph go on upwards: "140.82-85, 87"; anything else is a count or a year.
        return ids.Count > 0 && IsDotted && number <= ids[^1].Number ? null
            : Add(ids, new AnswerId(ids.Count > 0 ? ids[^1].Stem : "", number, LetterOf(bare)), isRange) ? at + bare.Length : null;
    }

    private static bool Add(List<AnswerId> ids, AnswerId id, bool isRange)
    {
        if (id.Number is 0 or > LargestNumber)
        {
            return false;
        }

        if (isRange && ids.Count > 0)
        {
            var first = ids[^1];
            if (first.Stem != id.Stem || id.Number <= first.Number || id.Number - first.Number > LongestRange)
            {
                return false;
            }

            ids.AddRange(Enumerable.Range(first.Number + 1, id.Number - first.Number - 1).Select(n => new AnswerId(id.Stem, n, null)));
        }

        ids.Add(id);
        return true;
    }

    private static bool AddLetters(List<AnswerId> ids, string last, string letter, bool isRange)
    {
        var of = ids[^1];
        if (isRange && (letter.Length != 1 || last.Length != 1 || letter[0] <= last[0]))
        {
            return false;
        }

        var first = isRange ? (char)(last[0] + 1) : '\0';
        ids.AddRange(isRange ? Enumerable.Range(first, letter[0] - first + 1).Select(c => of with { Letter = $"{(char)c}" }) : [of with { Letter = letter }]);
        return true;
    }

    private static int Parse(Group number) => int.Parse(number.Value, CultureInfo.InvariantCulture);

    private static string? LetterOf(Match match) => match.Groups["letter"] is { Success: true } letter ? letter.Value.ToLowerInvariant() : null;

    // "Article 26.1", "Law 12.345", "EUR 1.2 million" and "2.5 per cent" are no recommendations.
    [GeneratedRegex(
        @"(?<![\d.,/])(?<amount>(?<=\b(?:articles?|arts?\.?|sections?|laws?|decree|act|EUR|USD|CHF|US\$|[$€£])\s*))?(?<stem>\d{1,3})\.(?<number>\d{1,3})(?![\d])(?!\.\d)(?<amount>(?=\s*(?:%|per\s?cent|million|billion|thousand)))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\G(?<stem>\d{1,3})\s?\.\s?(?<number>\d{1,3})(?!\d)(?!\.\d)(?:\s?\((?<letter>[a-z]{1,3})\)|(?<letter>[a-h])(?![\p{L}\d]))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\G(?<number>\d{1,3})(?!\d)(?![.:]\d)(?!,\d{3}(?![.\d]))(?!\s*[%/])(?!\s*(?:per\s?cent|million|billion|years?|months|days|persons|people|cases|States|members)\b)(?!\s+\p{Lu}\p{Ll}+\s+\d{4})(?:\s?\((?<letter>[a-z]{1,3})\))?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\G\(?(?<letter>[a-h])\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letter();

    [GeneratedRegex(
        @"\G(?:\s*(?:(?<range>[-–—‐‑−]|\b(?:to|through|until|à|au|a|al)\b)|(?<stop>\.)(?=\s*\d)|[,;/•]?\s*(?:\b(?:and|as\s+well\s+as|or|et|ainsi\s+que|y|e)\b|&|\+)|[,;/•])\s*(?:\(?(?:recommendations?|recommandations?|recomendaciones|nos?\.)\s*)?|\s+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*(?:[•·–—-]\s*)?(?<number>\d{1,3})(?!\d)(?!\.\d)(?=\s*(?:[.,;:)(–—-]|and\b|to\b|$|\p{Lu}))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(
        @"(?:\b(?:recommendations?|recs?\.?|recommandations?|recomendaci(?:ón|ones))\s+(?:(?:numbers?|numbered|nos?\.?|n[°º]s?\.?|números?|numéros?)\s*|(?:(?:contained\s+|listed\s+|set\s+out\s+)?in\s+)?(?:sub-?)?paragraphs?\s+)?:?\s*|\b(?:nos?\.|n[°º]|numbers?|paras?\.|paragraphs)\s*)\(?(?<number>\d{1,3})(?!\d)(?!\s*(?:%|per\s?cent|/|\p{Lu}\p{Ll}+\s+\d{4}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AfterWord();
}
