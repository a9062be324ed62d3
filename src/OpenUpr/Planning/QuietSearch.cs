namespace OpenUpr.Planning;

/// <summary>
/// Moves a window off quiet days where that is possible: to the longest free stretch within it; else to the two weeks before it or the week after
/// it (fact sheet 3, note at 1–2 months before the review; the compendium's timeline says the same); else to whatever free week there is room for.
/// </summary>
internal static class QuietSearch
{
    /// <summary>Days in a row without which a stretch is of no use.</summary>
    public const int Least = 7;

    private const int DaysBefore = 14;
    private const int DaysAfter = 7;

    /// <param name="room">Within which the window may lie.</param>
    /// <param name="endsFrom">The day before which it must not end.</param>
    public static (Days Window, string? Fit) Clear(Days window, Days room, DateOnly endsFrom, IReadOnlyList<Days> quiet)
    {
        if (!quiet.Any(q => q.Meets(window)))
        {
            return (window, null);
        }

        var free = Free(room, quiet).Where(f => f.To >= endsFrom && f.Count >= Least).ToList();
        var found = Best(free, window, endsFrom)
            ?? Best(free, new Days(window.From.AddDays(-DaysBefore), window.From.AddDays(-1)), endsFrom)
            ?? Best(free, new Days(window.To.AddDays(1), window.To.AddDays(DaysAfter)), endsFrom)
            ?? Nearest(free, window, endsFrom);
        return found is { } clear ? (clear, PlanFit.MovedFromQuiet) : (window, PlanFit.InQuiet);
    }

    /// <summary>The stretches of a time that no quiet day is in.</summary>
    public static IEnumerable<Days> Free(Days room, IEnumerable<Days> quiet)
    {
        var from = room.From;
        foreach (var busy in quiet.Where(q => q.Meets(room)).OrderBy(q => q.From))
        {
            if (busy.From > from)
            {
                yield return new Days(from, busy.From.AddDays(-1));
            }

            from = busy.To >= from ? busy.To.AddDays(1) : from;
        }

        if (from <= room.To)
        {
            yield return new Days(from, room.To);
        }
    }

    /// <summary>The longest useful part of the free stretches inside a time; the earliest of equals.</summary>
    private static Days? Best(IEnumerable<Days> free, Days within, DateOnly endsFrom)
    {
        var parts = free.Where(f => f.Meets(within)).Select(f => new Days(f.From > within.From ? f.From : within.From, f.To < within.To ? f.To : within.To))
            .Where(p => p.Count >= Least && p.To >= endsFrom).OrderByDescending(p => p.Count).ToList();
        return parts.Count == 0 ? null : parts[0];
    }

    /// <summary>The free stretch that is nearest to a window, of the length of two weeks at most.</summary>
    private static Days? Nearest(List<Days> free, Days window, DateOnly endsFrom)
    {
        if (free.Count == 0)
        {
            return null;
        }

        var nearest = free.MinBy(f => f.To < window.From ? window.From.DayNumber - f.To.DayNumber : Math.Max(0, f.From.DayNumber - window.To.DayNumber));
        if (nearest.To < window.From)
        {
            var first = nearest.To.AddDays(1 - DaysBefore);
            return new Days(first > nearest.From ? first : nearest.From, nearest.To);
        }

        var last = nearest.From.AddDays(DaysBefore - 1);
        last = last > endsFrom ? last : endsFrom;
        return new Days(nearest.From, last < nearest.To ? last : nearest.To);
    }
}
