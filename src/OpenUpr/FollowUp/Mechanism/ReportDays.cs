using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Mechanism;

/// <summary>The days on which the bodies of a followed review report: the first, and every so many months after it. Pure.</summary>
/// <param name="Last">The latest that has come; null before the first.</param>
/// <param name="Before">The one before it: reports written after it count for the latest. Null where the latest is the first.</param>
/// <param name="Next">The next to come.</param>
public sealed record ReportDays(DateOnly? Last, DateOnly? Before, DateOnly Next)
{
    /// <summary>Null where no reports are asked for.</summary>
    public static ReportDays? Of(MechanismRecord? record, DateOnly today)
    {
        if (record is not { ReportMonths: { } months, FirstReportOn: { } first })
        {
            return null;
        }

        // Counted from the first, so that the end of a month does not creep: 31 August, 28 February, 31 August.
        var passed = today < first ? 0 : (((today.Year - first.Year) * 12) + today.Month - first.Month) / months;
        if (passed > 0 && first.AddMonths(passed * months) > today)
        {
            passed--;
        }

        return today < first ? new ReportDays(null, null, first)
            : new ReportDays(first.AddMonths(passed * months), passed == 0 ? null : first.AddMonths((passed - 1) * months), first.AddMonths((passed + 1) * months));
    }
}
