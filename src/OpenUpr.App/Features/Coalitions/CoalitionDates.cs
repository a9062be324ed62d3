using OpenUpr.App.Resources;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Days as they are felt: today, in three days, two days late.</summary>
public static class CoalitionDates
{
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => CoalitionWords.Due_Today,
        1 => CoalitionWords.Due_Tomorrow,
        -1 => CoalitionWords.Due_OneLate,
        < 0 and var days => Numbers.Fill(CoalitionWords.Due_Late, Numbers.Count(-days)),
        var days => Numbers.Fill(CoalitionWords.Due_In, Numbers.Count(days)),
    };
}
