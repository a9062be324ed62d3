using System.Globalization;

namespace OpenUpr.Export.Ics;

/// <summary>
/// Writes a calendar file (RFC 5545). Nothing in it comes from the clock: DTSTAMP, LAST-MODIFIED and SEQUENCE follow the day of the data, so a program that
/// fetches the file again sees a change only when a date was corrected, and recognises the event by its UID.
/// </summary>
public static class IcsWriter
{
    public const string MediaType = "text/calendar; charset=utf-8";

    private const string Zone = "Europe/Zurich";

    /// <summary>Central European time as it has been since 1996, before which the reference data hold no hour.</summary>
    private static readonly (string Name, string Value)[] s_zone =
    [
        ("BEGIN", "VTIMEZONE"), ("TZID", Zone),
        ("BEGIN", "DAYLIGHT"), ("DTSTART", "19960331T020000"), ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), ("TZOFFSETFROM", "+0100"), ("TZOFFSETTO", "+0200"), ("TZNAME", "CEST"), ("END", "DAYLIGHT"),
        ("BEGIN", "STANDARD"), ("DTSTART", "19961027T030000"), ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"), ("TZOFFSETFROM", "+0200"), ("TZOFFSETTO", "+0100"), ("TZNAME", "CET"), ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    ];

    /// <summary>The whole file in UTF-8.</summary>
    public static byte[] Write(IcsCalendar calendar)
    {
        var lines = new IcsLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", $"-//OpenUPR//Calendar//{calendar.Language.ToUpperInvariant()}");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", "PUBLISH");
        lines.AddText("NAME", calendar.Name);
        lines.AddText("X-WR-CALNAME", calendar.Name);
        lines.AddText("DESCRIPTION", calendar.Description);
        lines.AddText("X-WR-CALDESC", calendar.Description);
        lines.Add("URL", calendar.Address.AbsoluteUri);
        lines.Add("LAST-MODIFIED", Stamp(calendar.AsOf));
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        lines.Add("X-PUBLISHED-TTL", "P1D");
        if (calendar.Events.Any(e => e.Time is not null))
        {
            Array.ForEach(s_zone, line => lines.Add(line.Name, line.Value));
        }

        foreach (var one in calendar.Events)
        {
            Write(lines, one, calendar.AsOf);
        }

        lines.Add("END", "VCALENDAR");
        return lines.ToUtf8();
    }

    private static void Write(IcsLines lines, IcsEvent one, DateOnly asOf)
    {
        lines.Add("BEGIN", "VEVENT");
        lines.AddText("UID", one.Uid);
        lines.Add("DTSTAMP", Stamp(asOf));
        lines.Add("LAST-MODIFIED", one.ChangedAt is { } changed ? Moment(changed) : Stamp(asOf));
        lines.Add("SEQUENCE", (one.Revision ?? asOf.DayNumber).ToString(CultureInfo.InvariantCulture));
        if (one.At is { } at)
        {
            lines.Add("DTSTART", Moment(at));
        }
        else if (one.Time is { } time)
        {
            lines.Add($"DTSTART;TZID={Zone}", one.First.ToDateTime(time).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
        }
        else
        {
            lines.AddDay("DTSTART", one.First);
            lines.AddDay("DTEND", one.Last.AddDays(1));
        }

        lines.AddText("SUMMARY", one.Summary);
        lines.AddText("DESCRIPTION", one.Description);
        lines.Add("URL", one.Address.AbsoluteUri);
        lines.AddText("CATEGORIES", one.Category);
        lines.Add("STATUS", one.Cancelled ? "CANCELLED" : one.Tentative ? "TENTATIVE" : "CONFIRMED");
        lines.Add("TRANSP", "TRANSPARENT");
        lines.Add("END", "VEVENT");
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Stamp(DateOnly day) => day.ToString("yyyyMMdd'T000000Z'", CultureInfo.InvariantCulture);
}
