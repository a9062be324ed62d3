namespace OpenUpr.Reviews;

/// <summary>
/// The dated steps of one review, or of a whole session, in time order. A dated row always wins over an estimate; what is estimated says so, and the rule
/// stays beside it. The rules themselves are data (timeline.csv, milestones.csv), so that a correction needs no new program.
/// </summary>
/// <param name="Iso3">The State under review; null for the steps that all States of a session share.</param>
/// <param name="Slot">How it is known that the State is reviewed in this session; null without a State or where only recommendations say so.</param>
public sealed record ReviewTimeline(Session Session, string? Iso3, ReviewSlot? Slot, IReadOnlyList<TimelineStep> Steps)
{
    /// <summary>The timeline of a State's review in a session; null when there is no such session.</summary>
    public static ReviewTimeline? Of(ReferenceData reference, string iso3, int session)
    {
        if (reference.FindSession(session) is not { } found)
        {
            return null;
        }

        var slot = reference.ReviewSlots.FirstOrDefault(s => s.Session == session && s.Iso3 == iso3);
        return new ReviewTimeline(found, iso3, slot, new TimelineBuilder(reference, found, iso3, slot).Build());
    }

    /// <summary>The steps that all States of a session share.</summary>
    public static ReviewTimeline OfSession(ReferenceData reference, Session session) =>
        new(session, null, null, new TimelineBuilder(reference, session, null, null).Build());

    /// <summary>The first step that is not over on a day in Geneva; null when all are.</summary>
    public TimelineStep? NextStep(DateOnly today) =>
        Steps.FirstOrDefault(s => s.StatusOn(today) is StepStatus.Running or StepStatus.ToCome);
}
