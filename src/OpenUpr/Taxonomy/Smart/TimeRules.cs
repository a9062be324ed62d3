using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>"All recommendations should be implemented by the next review but shorter deadlines can be imposed" (compendium, "Time-bound").</summary>
internal static partial class TimeRules
{
    private const string NextReview = "by the next review";

    public static IEnumerable<SmartFinding> Of(Draft draft, int? year)
    {
        var dates = Dates(draft.Text);
        var vague = draft.Phrases("vague-time");
        if (dates.Count > 0)
        {
            var past = year is not null && dates.All(d => d.Year is { } y && y < year);
            yield return Find(past ? SmartVerdict.Doubtful : SmartVerdict.Pass, past ? "date-passed" : "dated", [.. dates.Select(d => (d.Start, d.End))]);
        }

        if (vague.Count > 0)
        {
            // A date makes up for a vague word, but the two contradict each other.
            yield return Find(dates.Count > 0 ? SmartVerdict.Doubtful : SmartVerdict.Fail, "vague-time", vague, WithoutVague(draft, vague, dates.Count > 0));
        }
        else if (dates.Count == 0)
        {
            yield return Undated(draft);
        }
    }

    private static string Lower(string text) => text.TrimStart() is { Length: > 1 } draft ? char.ToLowerInvariant(draft[0]) + draft[1..] : text;

    private static SmartFinding Undated(Draft draft)
    {
        IReadOnlyList<string> dated = draft.Clauses is [{ First: 0, Deciding.Verb.Category: > 2 }] ? [Rewriting.Sentence($"{NextReview}, {Lower(draft.Text)}")] : [];
        if (draft.Phrases("urgent") is { Count: > 0 } urgent)
        {
            return Find(SmartVerdict.Doubtful, "urgent-without-date", urgent);
        }

        var timetable = Timetable().Match(draft.Text);
        return timetable.Success
            ? Find(SmartVerdict.Doubtful, "timetable-asked", [(timetable.Index, timetable.Index + timetable.Length)])
            : Find(SmartVerdict.Doubtful, "no-time", [], dated);
    }

    /// <summary>Where the vague words end the text they give way to the next review; elsewhere the sentence would break.</summary>
    private static IReadOnlyList<string> WithoutVague(Draft draft, List<(int Start, int End)> vague, bool dated)
    {
        var text = draft.Text.TrimEnd().TrimEnd('.', ';', ' ');
        return !dated && vague is [var only] && only.End == text.Length && only.Start > 0
            ? [$"{Rewriting.Sentence(text[..only.Start])} {NextReview}"]
            : [];
    }

    private static List<(int Start, int End, int? Year)> Dates(string text)
    {
        var dates = new List<(int, int, int?)>();
        foreach (Match match in ByYear().Matches(text))
        {
            dates.Add((match.Index, match.Index + match.Length, int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture)));
        }

        foreach (var pattern in (Regex[])[Within(), ByReview(), Recurring()])
        {
            dates.AddRange(pattern.Matches(text).Select(m => (m.Index, m.Index + m.Length, (int?)null)));
        }

        return dates;
    }

    private static SmartFinding Find(SmartVerdict verdict, string code, IReadOnlyList<(int, int)> places, IReadOnlyList<string>? rewritten = null) =>
        new(SmartCriterion.TimeBound, verdict, code, places, rewritten ?? []);

    // "By 2030", "before the end of March 2027", "no later than mid-2028": between the two only what dates are made of.
    [GeneratedRegex(@"\b(?:by|before|until|till|(?:no|not) later than|prior to|as of|starting in|from)\s+(?:(?:the|end|of|early|mid|late|year|beginning|start|close|first|second|half|quarter|\d{1,2}(?:st|nd|rd|th)?|\p{Lu}\p{L}{2,9})[\s,-]+){0,5}(?<year>20\d\d)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ByYear();

    [GeneratedRegex(@"\b(?:within|in|over|during|for)\s+(?:(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|\d{1,3}|next|coming|following|first|maximum|period|of|at|most|calendar|half)[\s-]+){1,6}(?:days?|weeks?|months?|years?)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Within();

    [GeneratedRegex(@"\b(?:by|before|until|prior to|ahead of|in time for|at|within|during|in)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+|its\s+|this\s+)?(?:next|upcoming|forthcoming|coming|following|current|present|second|third|fourth|fifth|sixth|mid-?term)\s+(?:[\w-]+\s+){0,3}?(?:UPR|review|cycle|report|examination|elections?|legislature|legislative period|parliamentary term|parliamentary session|school year|academic year|budget|year)\b|\bby\s+(?:the\s+|its\s+)?mid-?term\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ByReview();

    [GeneratedRegex(@"\b(?:annually|yearly|every\s+(?:year|month|(?:two|three|four|five|\d+)\s+(?:years|months))|each\s+(?:year|month)|twice\s+a\s+year|once\s+a\s+year|per\s+year|biannually|quarterly)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Recurring();

    [GeneratedRegex(@"\b(?:timetables?|timelines?|time ?frames?|time-bound|deadlines?|benchmarks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Timetable();
}
