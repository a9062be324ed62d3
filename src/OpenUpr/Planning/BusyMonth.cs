namespace OpenUpr.Planning;

/// <summary>
/// A session of the Council, or another one of the UPR, about a month before the review (requirement H8). Fact sheet 3 says to reach missions in the two
/// weeks before it or in the week after; the compendium (Timeline, 1–2 months before the review, 2017) says before and after. So the week after is a task of
/// its own, which a coalition may leave.
/// </summary>
internal static class BusyMonth
{
    /// <summary>Days before the review: "about a month" as this product reads it.</summary>
    private const int Earliest = 45;
    private const int Latest = 15;

    private const int WeekDays = 7;

    /// <summary>The week after that session; null where there is none, or it leaves no week.</summary>
    public static Days? WeekAfter(PlanAnchors anchors, PlanStep step, IReadOnlyList<QuietDays> quiet)
    {
        if (anchors.Of("review") is not { } review)
        {
            return null;
        }

        var month = new Days(review.Earliest.AddDays(-Earliest), review.Earliest.AddDays(-Latest));
        var busy = quiet.Where(q => q.Kind is QuietDays.Council or QuietDays.WorkingGroup && q.Days.Meets(month)).ToList();
        if (busy.Count == 0)
        {
            return null;
        }

        var end = busy.Max(q => q.Days.To);
        var week = new Days(end.AddDays(1), end.AddDays(WeekDays));
        return week.To <= step.Until.AsLast(review) ? week : null;
    }
}
