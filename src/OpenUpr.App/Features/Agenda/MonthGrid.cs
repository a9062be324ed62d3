using OpenUpr.Agenda;

namespace OpenUpr.App.Features.Agenda;

/// <summary>What a thing does on a day of the grid.</summary>
public enum DayMark
{
    Only,
    Begins,
    Ends,
}

/// <summary>A thing on a day.</summary>
public sealed record DayEntry(DatedThing Thing, DayMark Mark);

/// <summary>A day of the grid.</summary>
/// <param name="IsOutside">Of the month before or after; nothing stands on it.</param>
public sealed record GridDay(DateOnly Day, bool IsOutside, IReadOnlyList<DayEntry> Entries);

/// <summary>A month in weeks from Monday (ISO 8601). What lasts is there on its first and its last day; what lasts the whole month stands beside it.</summary>
/// <param name="Ranges">What takes place some time within days that meet the month: no day of it is more theirs than another.</param>
public sealed record MonthGrid(DateOnly First, IReadOnlyList<IReadOnlyList<GridDay>> Weeks, IReadOnlyList<DatedThing> AllMonth, IReadOnlyList<DatedThing> Ranges)
{
    private const int WeekDays = 7;

    public static MonthGrid Of(DateOnly first, IReadOnlyList<DatedThing> things, OwnZone zone)
    {
        var last = first.AddMonths(1).AddDays(-1);
        var byDay = new Dictionary<DateOnly, List<DayEntry>>();
        void Put(DateOnly day, DatedThing thing, DayMark mark)
        {
            if (day >= first && day <= last)
            {
                if (!byDay.TryGetValue(day, out var entries))
                {
                    byDay[day] = entries = [];
                }

                entries.Add(new DayEntry(thing, mark));
            }
        }

        foreach (var thing in things.Where(t => !IsRange(t)))
        {
            if (thing is { Kind: DatedKinds.Meeting or DatedKinds.Event, At: { } at })
            {
                Put(zone.Day(at), thing, DayMark.Only);
            }
            else if (thing.Days.From == thing.Days.To)
            {
                Put(thing.Days.From, thing, DayMark.Only);
            }
            else
            {
                Put(thing.Days.From, thing, DayMark.Begins);
                Put(thing.Days.To, thing, DayMark.Ends);
            }
        }

        var start = first.AddDays(-(((int)first.DayOfWeek + WeekDays - 1) % WeekDays));
        var weeks = new List<IReadOnlyList<GridDay>>();
        for (var monday = start; monday <= last; monday = monday.AddDays(WeekDays))
        {
            weeks.Add([.. Enumerable.Range(0, WeekDays).Select(monday.AddDays).Select(d => new GridDay(d, d < first || d > last, byDay.GetValueOrDefault(d) ?? []))]);
        }

        return new MonthGrid(first, weeks, [.. things.Where(t => !IsRange(t) && t.Days.From < first && t.Days.To > last)], [.. things.Where(t => IsRange(t) && t.Days.From <= last && t.Days.To >= first)]);
    }

    private static bool IsRange(DatedThing thing) => thing.IsTentative && thing.Days.From != thing.Days.To;
}
