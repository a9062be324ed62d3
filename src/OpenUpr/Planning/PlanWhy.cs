namespace OpenUpr.Planning;

/// <summary>Why something in a plan changed.</summary>
public static class PlanWhy
{
    /// <summary>The plan was started.</summary>
    public const string Started = "started";

    /// <summary>The review's dates, or quiet days, are others than when the plan was last dated.</summary>
    public const string ReviewMoved = "review-moved";

    /// <summary>Somebody chose the session.</summary>
    public const string SessionChosen = "session-chosen";

    /// <summary>Somebody of the coalition did it.</summary>
    public const string Own = "own";
}
