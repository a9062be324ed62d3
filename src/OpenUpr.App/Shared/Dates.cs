using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Reviews;

namespace OpenUpr.App.Shared;

/// <summary>Dates in words, in the reader's language.</summary>
public static class Dates
{
    /// <summary>21 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString(Words.Date_Day, CultureInfo.CurrentCulture);

    /// <summary>21 November 2026; the day in Geneva's calendar is near enough for "as of".</summary>
    public static string Day(DateTimeOffset moment) => Day(DateOnly.FromDateTime(moment.UtcDateTime));

    /// <summary>8 April 2024, 23:59 Geneva time; without the hour where no source gives one. All hours in the reference data are Geneva's.</summary>
    public static string Deadline(Deadline deadline) => deadline.Time is { } time
        ? Numbers.Fill(Words.Deadline_At, Day(deadline.Date), time.ToString("HH:mm", CultureInfo.InvariantCulture))
        : Day(deadline.Date);

    /// <summary>May 2026, or April–May 2012; null when the dates are not known.</summary>
    public static string? Months(DateOnly? start, DateOnly? end)
    {
        if (start is not { } from)
        {
            return null;
        }

        var to = end ?? from;
        var culture = CultureInfo.CurrentCulture;
        return (from.Year, from.Month) == (to.Year, to.Month) ? from.ToString("MMMM yyyy", culture)
            : from.Year == to.Year ? $"{from.ToString("MMMM", culture)}–{to.ToString("MMMM yyyy", culture)}"
            : $"{from.ToString("MMMM yyyy", culture)} – {to.ToString("MMMM yyyy", culture)}";
    }

    /// <summary>4–15 May 2026 where the days are known, else the months; null when nothing is known.</summary>
    public static string? Span(Session session)
    {
        if (session is not { Precision: Precision.Day, Start: { } from, End: { } to } || from == to)
        {
            return session is { Precision: Precision.Day, Start: { } only } ? Day(only) : Months(session.Start, session.End);
        }

        var culture = CultureInfo.CurrentCulture;
        var start = from.Year != to.Year ? Day(from) : from.Month != to.Month ? from.ToString("d MMMM", culture) : from.ToString("%d", culture);
        return $"{start}{(from.Month == to.Month && from.Year == to.Year ? "–" : " – ")}{Day(to)}";
    }
}
