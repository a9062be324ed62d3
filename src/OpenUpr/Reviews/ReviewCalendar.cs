namespace OpenUpr.Reviews;

/// <summary>The events of all sessions, or of all reviews of one State, in time order. Steps without any date are not events.</summary>
public static class ReviewCalendar
{
    public static IReadOnlyList<CalendarEvent> Events(ReferenceData reference, CalendarFilter filter) =>
        [.. Timelines(reference, filter)
            .SelectMany(t => t.Steps.Where(s => s.Date is not null && !IsAnotherReview(t, s)).Select(s => new CalendarEvent(t.Session, t.Iso3, s, s.Date!)))
            .Where(e => filter.Kind is not { } kind || e.Step.Key == kind)
            .Where(e => filter.From is not { } from || e.Date.OverBy >= from)
            .Where(e => filter.To is not { } to || e.Date.Earliest <= to)
            .OrderBy(e => e.Date.Earliest).ThenBy(e => e.Session.Number)];

    private static IEnumerable<ReviewTimeline> Timelines(ReferenceData reference, CalendarFilter filter)
    {
        var sessions = reference.Sessions.Where(s => (filter.Cycle ?? s.Cycle) == s.Cycle && (filter.Session ?? s.Number) == s.Number);
        if (filter.Iso3 is not { } iso3)
        {
            return sessions.Select(s => ReviewTimeline.OfSession(reference, s));
        }

        var own = reference.ReviewSlots.Where(s => s.Iso3 == iso3).Select(s => s.Session).ToHashSet();
        return sessions.Where(s => own.Contains(s.Number)).Select(s => ReviewTimeline.Of(reference, iso3, s.Number)).OfType<ReviewTimeline>();
    }

    /// <summary>The next review of a timeline is the review of another one, where its session is known.</summary>
    private static bool IsAnotherReview(ReviewTimeline timeline, TimelineStep step) => timeline.Iso3 is not null && step.NextSession is not null;
}
