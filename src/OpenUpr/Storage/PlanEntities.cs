namespace OpenUpr.Storage;

/// <summary>A coalition's plan of one review: the tasks of the whole cycle hang on it.</summary>
public sealed class ReviewPlan : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>ISO 3166-1 alpha-3 of the State under review.</summary>
    public required string State { get; set; }

    /// <summary>The session of the Working Group; null while it is not known: then the plan has no dates yet.</summary>
    public int? Session { get; set; }

    /// <summary>The day from which the plan runs: what ought to have been done before is shortened or left out, and says so.</summary>
    public DateOnly StartedOn { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>When the dates were last compared with the review's and taken over.</summary>
    public DateTimeOffset DatedAt { get; set; }

    /// <summary>When the coalition put the plan away; null while it runs.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>Something to do: a step of the cycle, or the coalition's own.</summary>
public sealed class PlanTask : IClusterRow
{
    public const string Open = "open";
    public const string Started = "started";
    public const string Done = "done";
    public const string Skipped = "skipped";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    public long PlanId { get; set; }

    /// <summary>A step of plan-steps.csv, such as "embassies-contact"; null for the coalition's own tasks.</summary>
    public string? Step { get; set; }

    /// <summary>A phase of plan-steps.csv, such as "targets"; tasks are listed by it.</summary>
    public required string Phase { get; set; }

    /// <summary>In the coalition's words; null for a step, whose title is the product's.</summary>
    public string? Title { get; set; }

    /// <summary>First and last day of its window; null while nothing is known that it could be counted from.</summary>
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>actual: counted from a dated day; range: from a dated stretch of days or months; estimated: from a rule; own: the coalition set it, and nothing moves it.</summary>
    public required string Basis { get; set; }

    /// <summary>shortened, moved-from-quiet, in-quiet, too-late or left-out: what the plan had to do to the window, and why a task that starts as skipped does; null for neither.</summary>
    public string? Fit { get; set; }

    public long? OwnerId { get; set; }

    public required string State { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public long? DoneById { get; set; }

    public string? Note { get; set; }

    /// <summary>What is to be ticked, as JSON: an array of code or text, and when it was done by whom.</summary>
    public required string Checklist { get; set; }

    /// <summary>The window before it last moved; null if it never did.</summary>
    public DateOnly? MovedFrom { get; set; }

    public DateOnly? MovedTo { get; set; }

    /// <summary>Who wrote it; null for a step of the plan.</summary>
    public long? AuthorId { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>Something in a plan that changed: what it was, what it is, why, and who did it.</summary>
public sealed class PlanChange : IPrivateRow
{
    public const string Dates = "dates";
    public const string Session = "session";
    public const string State = "state";
    public const string Owner = "owner";
    public const string Fit = "fit";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long PlanId { get; set; }

    /// <summary>Null where the plan itself changed. What cannot be seen of the task cannot be seen of its changes: they are read through it.</summary>
    public long? TaskId { get; set; }

    /// <summary>dates, session, state, owner or fit.</summary>
    public required string Kind { get; set; }

    /// <summary>A window as 2026-11-02/2026-11-13, a session's number, a state's code, a member's number; null for none.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }

    /// <summary>review-moved, session-chosen, quiet-changed, own or started: why.</summary>
    public required string Why { get; set; }

    /// <summary>Null where the program did it.</summary>
    public long? MemberId { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>Days on which the coalition, or those it wants to reach, cannot be reached: a holiday, or its own quiet time.</summary>
public sealed class QuietPeriod : IPrivateRow
{
    public const string Holiday = "holiday";
    public const string Own = "own";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>holiday or own.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    public DateOnly From { get; set; }

    public DateOnly To { get; set; }

    /// <summary>Whether it comes back every year on the same days.</summary>
    public bool IsYearly { get; set; }

    public long? AuthorId { get; set; }
}
