using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Recognition;

/// <summary>
/// Finds the Working Group's session of a paper. The first page of a report, an addendum and a decision shows the Council's session;
/// the Working Group's stands in the introduction, and otherwise follows from the State's place in the order of review.
/// </summary>
internal static partial class SessionFinder
{
    /// <summary>Advance questions are sent before the review, by days or a few weeks.</summary>
    private const int DaysBefore = 60;

    /// <summary>Reviews of one State lie years apart, so the day on which a file was saved need not be near.</summary>
    private const int MonthsBefore = 6;

    /// <returns>The session and why; the session is null where nothing tells it.</returns>
    public static (int? Session, string? Words) Find(FrontMatter front, PaperSymbol? symbol, State? sur, ReferenceData reference)
    {
        if (symbol?.WorkingGroupSession is { } printed)
        {
            return (printed, $"session {printed} in the symbol");
        }

        var adopted = symbol?.CouncilSession is { } council ? OfCouncil(council, sur, reference) : [];
        var held = Held(front.Opening);
        return held is { } h && (adopted.Count == 0 || adopted.Contains(h.Session) || IsSlot(h.Session, sur, reference)) ? (h.Session, $"\"{h.Words}\"")
            : adopted.Count == 1 ? (adopted[0], $"the Council's session {symbol!.CouncilSession} took up session {adopted[0]} of the Working Group")
            : held is { } other ? (other.Session, $"\"{other.Words}\"")
            : (null, null);
    }

    /// <summary>For papers without a symbol: their own words ("UPR 34", "48th session"), a report that they name, or a date near one of the State's reviews.</summary>
    public static (int? Session, string? Words) FindUnnumbered(string text, string language, State? sur, ReferenceData reference)
    {
        var named = Named().Matches(text).Select(m => (Number: int.Parse(m.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture), Words: m.Value))
            .Concat(OrdinalWords.Sessions(text).Select(s => (s.Number, s.Words))).FirstOrDefault(s => sur is null || IsSlot(s.Number, sur, reference));
        if (named.Words is not null)
        {
            return (named.Number, $"\"{named.Words}\"");
        }

        foreach (var symbol in PaperSymbol.FindAll(text))
        {
            if ((symbol.WorkingGroupSession is { } session ? [session] : OfCouncil(symbol.CouncilSession ?? 0, sur, reference)) is [var only])
            {
                return (only, $"the symbol {symbol.Text} in its text");
            }
        }

        return sur is null ? (null, null) : ByDate(text, language, sur, reference);
    }

    /// <summary>Where the words tell nothing: the State's review whose session was going on when the file was last saved, or began within six months.</summary>
    public static (int? Session, string? Words) FindBySaving(DateOnly day, State sur, ReferenceData reference)
    {
        var next = reference.ReviewSlots.Where(s => s.Iso3 == sur.Iso3).Select(s => reference.FindSession(s.Session))
            .Where(s => s is { Start: { } start, End: { } end } && day <= end && start.AddMonths(-MonthsBefore) <= day).MinBy(s => s!.Start);
        return next is null ? (null, null)
            : (next.Number, string.Create(CultureInfo.InvariantCulture, $"only the day on which the file was last saved, {day:yyyy-MM-dd}, says {next.Number}: the State's next session began on {next.Start:yyyy-MM-dd}"));
    }

    private static (int? Session, string? Words) ByDate(string text, string language, State sur, ReferenceData reference)
    {
        foreach (var (date, printed, _) in PaperDates.FindAll(text, language))
        {
            var near = reference.ReviewSlots.Where(s => s.Iso3 == sur.Iso3).Select(s => reference.FindSession(s.Session))
                .FirstOrDefault(s => s is { Start: { } start, End: { } end } && date >= start.AddDays(-DaysBefore) && date <= end);
            if (near is not null)
            {
                return (near.Number, $"\"{printed}\", near session {near.Number}");
            }
        }

        return (null, null);
    }

    /// <summary>The Working Group's sessions that a session of the Council took up; with a State, only those in which it was reviewed.</summary>
    private static List<int> OfCouncil(int council, State? sur, ReferenceData reference)
    {
        var sessions = reference.Adoptions.Where(a => a.HrcSession == council).Select(a => a.Session).ToList();
        var own = sur is null ? [] : sessions.Where(s => IsSlot(s, sur, reference)).ToList();
        return own.Count > 0 ? own : sessions;
    }

    private static (int Session, string Words)? Held(string text)
    {
        foreach (Match match in HeldIts().Matches(text))
        {
            if (OrdinalWords.Sessions(text.Substring(match.Index + match.Length, Math.Min(70, text.Length - match.Index - match.Length))).FirstOrDefault() is { Number: > 0 } found)
            {
                return (found.Number, $"{match.Value} {found.Words}");
            }
        }

        return null;
    }

    private static bool IsSlot(int session, State? sur, ReferenceData reference) => reference.ReviewSlots.Any(s => s.Session == session && s.Iso3 == sur?.Iso3);

    [GeneratedRegex(@"\bheld\s+its|\ba\s+tenu\s+sa|\bcelebró\s+su", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeldIts();

    [GeneratedRegex(@"\b(?:UPR|EPU|WG|session)[\s-]*(?<number>[1-9]\d?)\b(?!\s*[./]\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
