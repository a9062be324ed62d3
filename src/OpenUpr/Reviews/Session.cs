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

/// <summary>A round in which every State is reviewed once. Where sources differ on its years, <see cref="ReferenceData"/> takes the preferred statement and keeps the other.</summary>
public sealed record Cycle(int Number, int FirstSession, int LastSession, string? From, string? To, Certainty Certainty, string? Note);

/// <summary>A session of the UPR Working Group. With month precision <see cref="Start"/> is the first and <see cref="End"/> the last day of the month.</summary>
public sealed record Session(int Number, int Cycle, DateOnly? Start, DateOnly? End, Precision Precision, Certainty Certainty, string? Note);

/// <summary>That a State is to be, or was, reviewed in a session. Position counts from 1 in the session's order of reviews; null when not known.</summary>
public sealed record ReviewSlot(int Session, string Iso3, int? Position, Certainty Certainty, string? Note);

/// <summary>A closing date of a session: for stakeholders, United Nations entities or the national report. Time is local to <see cref="Zone"/>; null where no source gives one.</summary>
public sealed record Deadline(int Session, string Kind, DateOnly Date, TimeOnly? Time, string? Zone, Certainty Certainty, string? Note);

/// <summary>A regular session of the Human Rights Council, which adopts the outcomes under item 6.</summary>
public sealed record HrcSession(int Number, DateOnly? Start, DateOnly? End, Precision Precision, Certainty Certainty);
