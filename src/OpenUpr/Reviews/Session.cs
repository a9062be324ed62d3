namespace OpenUpr.Reviews;

/// <summary>How far a date can be relied on. Pages always show what is not confirmed.</summary>
public enum Certainty
{
    Unknown,
    Derived,
    Tentative,
    Confirmed,
}

/// <summary>To what unit a date is known.</summary>
public enum Precision
{
    Unknown,
    Month,
    Day,
}

/// <summary>A round in which every State is reviewed once. Where sources differ on its years, <see cref="ReferenceData"/> takes the preferred statement; all of them are its CycleStatements.</summary>
public sealed record Cycle(int Number, int FirstSession, int LastSession, string? From, string? To, Certainty Certainty, string? Note);

/// <summary>A session of the UPR Working Group. With month precision <see cref="Start"/> is the first and <see cref="End"/> the last day of the month.</summary>
public sealed record Session(int Number, int Cycle, DateOnly? Start, DateOnly? End, Precision Precision, Certainty Certainty, string? Note, string Source);

/// <summary>That a State is to be, or was, reviewed in a session. Position counts from 1 in the session's order of reviews; null when not known.</summary>
public sealed record ReviewSlot(int Session, string Iso3, int? Position, Certainty Certainty, string? Note, string Source);

/// <summary>A closing date of a session: for stakeholders, United Nations entities or the national report. Time is local to <see cref="Zone"/>; null where no source gives one.</summary>
/// <param name="States">The States it holds for, where a session has different dates for different States; empty for all.</param>
public sealed record Deadline(int Session, string Kind, DateOnly Date, TimeOnly? Time, string? Zone, Certainty Certainty, string? Note, string Source, IReadOnlyList<string> States);

/// <summary>A regular session of the Human Rights Council, which adopts the outcomes under item 6.</summary>
public sealed record HrcSession(int Number, DateOnly? Start, DateOnly? End, Precision Precision, Certainty Certainty, string? Note, string Source);

/// <summary>Which session of the Human Rights Council adopts the outcomes of a session of the Working Group.</summary>
public sealed record Adoption(int Session, int HrcSession, Certainty Certainty, string Source);

/// <summary>
/// A rule of the process about time, as one source states it: what happens between <see cref="Min"/> and <see cref="Max"/> units from the anchor (negative before it).
/// Several rows with one key are sources that differ; none is dropped.
/// </summary>
/// <param name="Key">What the rule is about, such as "national-report-due".</param>
/// <param name="Anchor">What it is counted from: review, wg-session-start, wg-session-end, stakeholder-deadline, hrc-session-start or hrc-adoption.</param>
/// <param name="Unit">hours, days, weeks, months or years.</param>
/// <param name="Measured">True for a range measured on known dates: an estimate, always shown as tentative.</param>
/// <param name="Source">Key of the source, see <see cref="ReferenceData.Sources"/>.</param>
public sealed record Milestone(string Key, string What, string Anchor, decimal? Min, decimal? Max, string Unit, bool Measured, string Source, string? Note);

/// <summary>Where a value of the reference data comes from.</summary>
public sealed record ReferenceSource(string Key, string Title, string? Url, string? Date);

/// <summary>A step of every review's timeline, in the order of the process.</summary>
/// <param name="What">The step in a few words.</param>
/// <param name="DatedBy">Where its dates are: a kind of deadline, wg-session, hrc-session, hrc-session-start or next-slot; null where only rules exist.</param>
/// <param name="Milestone">The rules that estimate it where no date is known, see <see cref="Milestone.Key"/>; null where there are none.</param>
/// <param name="OfSession">True where it is the same day for every State of a session, so that a calendar of sessions shows it.</param>
public sealed record StepRule(string Key, string What, string? DatedBy, string? Milestone, bool OfSession);
