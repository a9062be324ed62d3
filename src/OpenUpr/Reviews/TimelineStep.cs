namespace OpenUpr.Reviews;

/// <summary>Where a step stands on a day. Running: its time has begun and is not over, or an estimate may have been reached.</summary>
public enum StepStatus
{
    Undated,
    Done,
    Running,
    ToCome,
}

/// <summary>When a step falls, as one source or one rule says. A day is never made up: with month precision the bounds are the first and last day of the months.</summary>
/// <param name="Latest">Null where the start of a session is known and its end is not.</param>
/// <param name="Time">The hour on <paramref name="Latest"/>, local to <paramref name="Zone"/>; null where no source gives one.</param>
/// <param name="Estimated">True where the bounds say between which days it falls, false where they are the step's own days.</param>
/// <param name="Sources">Keys of <see cref="ReferenceData.Sources"/>.</param>
/// <param name="Rule">The rule it was worked out by; null for a dated row.</param>
/// <param name="OverBy">The last day on which it can still be going on.</param>
public sealed record StepDate(
    DateOnly Earliest, DateOnly? Latest, Precision Precision, TimeOnly? Time, string? Zone, Certainty Certainty,
    bool Estimated, IReadOnlyList<string> Sources, Milestone? Rule, string? Note, DateOnly OverBy);

/// <summary>A step of a review with its date and everything that was said about it.</summary>
/// <param name="Key">Stable name of the step, such as stakeholder-deadline; see timeline.csv.</param>
/// <param name="Date">The date to show: dated rows before measured ranges before rules in words; where equals differ, the span of them all. Null where nothing is known.</param>
/// <param name="Statements">Each source's own statement of the kind that was chosen or that a rule makes.</param>
/// <param name="HourRules">What earlier sessions did about the hour of a deadline whose own hour is not known.</param>
/// <param name="HrcSession">The session of the Human Rights Council in which it happens; null where it does not or is not known.</param>
/// <param name="NextSession">The Working Group session of the next review; null for other steps or where not known.</param>
public sealed record TimelineStep(
    string Key, string What, StepDate? Date, IReadOnlyList<StepDate> Statements,
    IReadOnlyList<Milestone> HourRules, int? HrcSession, int? NextSession)
{
    /// <summary>Where this step stands on a day in Geneva.</summary>
    public StepStatus StatusOn(DateOnly today) => Date switch
    {
        null => StepStatus.Undated,
        { OverBy: var end } when end < today => StepStatus.Done,
        { Earliest: var start } when start > today => StepStatus.ToCome,
        _ => StepStatus.Running,
    };
}
