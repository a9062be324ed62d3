namespace OpenUpr.Reviews;

/// <summary>The rows of the reference data that give dates of one session, for one State of it or for all.</summary>
internal sealed class DatedRows(ReferenceData reference, Session session, string? iso3)
{
    private readonly Adoption? _adoption = reference.Adoptions.FirstOrDefault(a => a.Session == session.Number);

    /// <summary>The session's own span; null when nothing is known of it. The day of a single review is in no source that these data have.</summary>
    public StepDate? Session { get; } = OfSession(session, Certainty.Confirmed, []);

    /// <summary>The dated rows of a step by what timeline.csv says it is dated by.</summary>
    public List<StepDate> Of(string? datedBy) => datedBy switch
    {
        null => [],
        "wg-session" => Session is { } span ? [span] : [],
        "hrc-session" => HrcSession() is { } council ? [council] : [],
        "hrc-session-start" => HrcSession() is { } council ? [FirstDay(council)] : [],
        "next-slot" => NextSlot() is { } next && reference.FindSession(next.Session) is { } later && OfSession(later, next.Certainty, [next.Source]) is { } date ? [date] : [],
        _ => Deadlines(datedBy),
    };

    public int? HrcSessionFor(string key) => key is "hrc-adoption" or "responses-due" ? _adoption?.HrcSession : null;

    public int? NextSessionFor(string? datedBy) => datedBy == "next-slot" ? NextSlot()?.Session : null;

    private static StepDate? OfSession(Session session, Certainty cap, IReadOnlyList<string> sources) => session.Start is { } start
        ? new StepDate(start, session.End, session.Precision, null, null, Lower(session.Certainty, cap), false, [session.Source, .. sources.Where(s => s != session.Source)], null, session.Note, session.End ?? start)
        : null;

    private StepDate? HrcSession()
    {
        if (_adoption is null || reference.HrcSessions.FirstOrDefault(h => h.Number == _adoption.HrcSession) is not { Start: { } start } council)
        {
            return null;
        }

        // Where the last day was not found, the longest session of the Council on record bounds it.
        var longest = reference.HrcSessions.Where(h => h is { Precision: Precision.Day, End: not null }).Max(h => h.End!.Value.DayNumber - h.Start!.Value.DayNumber);
        return new StepDate(
            start, council.End, council.Precision, null, null, Lower(council.Certainty, _adoption.Certainty), false,
            [.. new[] { council.Source, _adoption.Source }.Distinct()], null, council.Note, council.End ?? start.AddDays(longest));
    }

    /// <summary>What is due by the Council's session is due by its first day: a reading of the rule, never a confirmed date.</summary>
    private StepDate FirstDay(StepDate council)
    {
        var rule = reference.Milestones.FirstOrDefault(m => m.Anchor == "hrc-session-start");
        var last = council.Precision == Precision.Day ? council.Earliest : council.Earliest.AddMonths(1).AddDays(-1);
        return council with
        {
            Latest = last, OverBy = last, Certainty = Lower(council.Certainty, Certainty.Derived), Rule = rule, Note = rule?.Note,
            Sources = rule is null ? council.Sources : [rule.Source, .. council.Sources],
        };
    }

    private List<StepDate> Deadlines(string kind)
    {
        var rows = reference.Deadlines.Where(d => d.Session == session.Number && d.Kind == kind).ToList();
        var own = rows.Where(d => d.States.Count == 0 || (iso3 is not null && d.States.Contains(iso3))).ToList();
        return [.. (own.Count > 0 ? own : rows).Select(d =>
            new StepDate(d.Date, d.Date, Precision.Day, d.Time, d.Zone, d.Certainty, false, [d.Source], null, d.Note, d.Date))];
    }

    private ReviewSlot? NextSlot() =>
        reference.ReviewSlots.Where(s => s.Iso3 == iso3 && s.Session > session.Number).MinBy(s => s.Session);

    private static Certainty Lower(Certainty a, Certainty b) => a < b ? a : b;
}
