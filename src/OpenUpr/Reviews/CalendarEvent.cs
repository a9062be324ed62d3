namespace OpenUpr.Reviews;

/// <summary>A dated step of a session or of one State's review, as a calendar shows it.</summary>
/// <param name="Iso3">The State it is about; null for all States of the session.</param>
public sealed record CalendarEvent(Session Session, string? Iso3, TimelineStep Step, StepDate Date)
{
    /// <summary>The same for the same event however its date changes.</summary>
    public string Id => Iso3 is null ? $"{Session.Number}-{Step.Key}" : $"{Session.Number}-{Step.Key}-{Iso3}";
}
