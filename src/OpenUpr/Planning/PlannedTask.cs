namespace OpenUpr.Planning;

/// <summary>A stretch of days, the first and the last included.</summary>
public readonly record struct Days(DateOnly From, DateOnly To)
{
    /// <summary>How many days it has.</summary>
    public int Count => To.DayNumber - From.DayNumber + 1;

    public bool Meets(Days other) => From <= other.To && other.From <= To;
}

/// <summary>Days on which those a step must reach cannot be reached.</summary>
/// <param name="Kind">hrc or upr: a session in Geneva, <paramref name="Name"/> being its number; holiday or own: the coalition's.</param>
public sealed record QuietDays(Days Days, string Kind, string Name)
{
    public const string Council = "hrc";
    public const string WorkingGroup = "upr";

    /// <summary>Whether a step that reaches so far keeps clear of it.</summary>
    public bool Disturbs(Reach reach) => reach == Reach.Geneva || (reach == Reach.Home && Kind is not (Council or WorkingGroup));
}

/// <summary>How sure a window is.</summary>
public static class PlanBasis
{
    /// <summary>Counted from a day that a source gives.</summary>
    public const string Actual = "actual";

    /// <summary>Counted from months or days that a source gives and that are not all sure.</summary>
    public const string Range = "range";

    /// <summary>Counted from a date that a rule estimates.</summary>
    public const string Estimated = "estimated";

    /// <summary>Set by the coalition: nothing moves it.</summary>
    public const string Own = "own";
}

/// <summary>What a plan had to do to a window.</summary>
public static class PlanFit
{
    /// <summary>It begins later or is shorter than usual, because the plan started late.</summary>
    public const string Shortened = "shortened";

    /// <summary>It was moved off quiet days.</summary>
    public const string MovedFromQuiet = "moved-from-quiet";

    /// <summary>It lies on quiet days, since there are no others.</summary>
    public const string InQuiet = "in-quiet";

    /// <summary>What it was for is over.</summary>
    public const string TooLate = "too-late";

    /// <summary>Its usual time is over and it is not among what matters most.</summary>
    public const string LeftOut = "left-out";
}

/// <summary>A step with the days on which it is to be done.</summary>
/// <param name="Window">Null while nothing is known that it could be counted from.</param>
/// <param name="Usual">The window that the step would have in a plan that started in time, quiet days aside.</param>
/// <param name="Room">Within which the plan could have put it, and the day before which it must not end: later than the start and the steps before it, no later than it makes sense.</param>
/// <param name="Fit">A word of <see cref="PlanFit"/>; null where the window is the usual one.</param>
public sealed record PlannedTask(PlanStep Step, Days? Window, Days? Usual, Days? Room, DateOnly? EndsFrom, string Basis, string? Fit)
{
    public bool IsDropped => Fit is PlanFit.TooLate or PlanFit.LeftOut;
}
