namespace OpenUpr.Taxonomy.Smart;

/// <summary>The codes of <see cref="SmartFinding"/>, for those who put them in words.</summary>
public static class SmartCodes
{
    /// <summary>All of them, by criterion as the rules give them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "one-action",
        "no-verb",
        "unnamed-instruments",
        "unnamed-standards",
        "bundled-instruments",
        "several-actions",
        "vague-object",
        "general-verb",
        "weak-verb",
        "answerable",
        "indicator",
        "sign-and-ratify",
        "double-verb",
        "continue-and",
        "vague-measures",
        "open-measures",
        "efforts",
        "continues",
        "only-considers",
        "result-only",
        "no-baseline",
        "ask-means",
        "names-means",
        "large-aim",
        "limits-by-will",
        "ask-fact",
        "names-fact",
        "cites-source",
        "no-source",
        "sovereign-right",
        "own-yardstick",
        "dated",
        "date-passed",
        "vague-time",
        "urgent-without-date",
        "timetable-asked",
        "no-time",
    ];
}
