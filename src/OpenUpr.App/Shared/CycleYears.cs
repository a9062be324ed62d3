using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Reviews;

namespace OpenUpr.App.Shared;

/// <summary>The years of a cycle in words, as exactly as their source knows them.</summary>
public static class CycleYears
{
    public static string Span(Cycle cycle) => Span(cycle.From, cycle.To);

    /// <summary>7 April 2008 – 14 October 2011, or November 2022 – February 2027, or 2008–2012.</summary>
    public static string Span(string? from, string? to) => (from, to) switch
    {
        (null, null) => Words.Date_Unknown,
        ({ Length: 4 }, { Length: 4 }) => $"{from}–{to}",
        _ => $"{Part(from)} – {Part(to)}",
    };

    private static string Part(string? date) => date switch
    {
        null => ReviewsWords.NotKnown,
        { Length: 10 } => Dates.Day(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        { Length: 7 } => DateOnly.ParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.CurrentCulture),
        _ => date,
    };
}
