using OpenUpr.Reviews;

namespace OpenUpr.Planning;

/// <summary>When permanent missions in Geneva have no time: sessions of the Human Rights Council and of the UPR's Working Group, as far as their dates are known.</summary>
public static class GenevaSessions
{
    /// <param name="own">The session of the review that is planned: it is no quiet time, it is what the plan is for.</param>
    /// <param name="onlyKnown">Leaves out those of which no more than the month is known.</param>
    public static IReadOnlyList<QuietDays> Except(ReferenceData reference, int? own, bool onlyKnown = false)
    {
        // Where the last day was not found, the longest session of the Council on record bounds it.
        var longest = reference.HrcSessions.Where(h => h is { Precision: Precision.Day, End: not null }).Max(h => h.End!.Value.DayNumber - h.Start!.Value.DayNumber);
        var council = reference.HrcSessions.Where(h => h.Start is not null && (!onlyKnown || h.Precision == Precision.Day)).Select(h => new QuietDays(new Days(h.Start!.Value, h.End ?? h.Start.Value.AddDays(longest)), QuietDays.Council, $"{h.Number}"));
        var groups = reference.Sessions.Where(s => s.Number != own && s.Start is not null && (!onlyKnown || s.Precision == Precision.Day)).Select(s => new QuietDays(new Days(s.Start!.Value, s.End ?? s.Start.Value), QuietDays.WorkingGroup, $"{s.Number}"));
        return [.. council.Concat(groups).OrderBy(q => q.Days.From)];
    }
}
