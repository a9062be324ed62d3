using System.Text;
using OpenUpr.Export.Ics;

namespace OpenUpr.Tests.Export.Ics;

public sealed class IcsWriterTests
{
    private static readonly DateOnly s_asOf = new(2026, 11, 22);

    public static TheoryData<string> HostileTexts =>
    [
        "commas, semicolons; backslashes \\ and \\n",
        "two\nlines\r\nand a third\rand BEGIN:VEVENT\nEND:VCALENDAR",
        string.Concat(Enumerable.Repeat("𝄞🎉", 60)),
        new string('é', 200),
        new string('a', 66) + "🎉" + new string('b', 300),
        "\"quoted\": a;b=c:d",
        " starts and ends with a space ",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Any_text_comes_back_as_it_was(string text)
    {
        var one = StrictIcs.Parse(Write(Event(new(2027, 1, 4), new(2027, 1, 15)) with { Summary = text, Description = text })).Events.Single();
        Assert.Equal(text.ReplaceLineEndings("\n"), one.Text("SUMMARY"));
        Assert.Equal(text.ReplaceLineEndings("\n"), one.Text("DESCRIPTION"));
    }

    [Fact]
    public void A_text_folds_at_any_length_without_splitting_a_character()
    {
        foreach (var length in Enumerable.Range(50, 200))
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (i % 4) switch { 0 => "a", 1 => "é", 2 => "漢", _ => "🎉" }));
            Assert.Equal(text, StrictIcs.Parse(Write(Event(s_asOf, s_asOf) with { Summary = text })).Events.Single().Text("SUMMARY"));
        }
    }

    [Fact]
    public void Control_characters_are_left_out() =>
        Assert.Equal("ab\tc", StrictIcs.Parse(Write(Event(s_asOf, s_asOf) with { Summary = "a\u0000\u0007b\tc\u007f" })).Events.Single().Text("SUMMARY"));

    [Fact]
    public void The_end_of_whole_days_is_the_day_after_the_last()
    {
        var one = StrictIcs.Parse(Write(Event(new(2027, 1, 18), new(2027, 1, 29)))).Events.Single();
        Assert.Equal((new DateOnly(2027, 1, 18), new DateOnly(2027, 1, 30)), (one.Day("DTSTART"), one.Day("DTEND")));
    }

    [Fact]
    public void An_hour_is_Genevas_and_brings_its_zone()
    {
        var file = StrictIcs.Parse(Write(Event(new(2024, 4, 8), new(2024, 4, 8)) with { Time = new TimeOnly(23, 59) }));
        Assert.Equal("20240408T235900", file.Events.Single().Value("DTSTART"));
        Assert.Single(file.Children, c => c.Name == "VTIMEZONE");
        Assert.DoesNotContain(StrictIcs.Parse(Write(Event(s_asOf, s_asOf))).Children, c => c.Name == "VTIMEZONE");
    }

    [Theory]
    [InlineData(2010)]
    [InlineData(2024)]
    [InlineData(2031)]
    public void The_zone_is_the_one_that_the_machine_knows(int year)
    {
        var zone = StrictIcs.Parse(Write(Event(s_asOf, s_asOf) with { Time = new TimeOnly(12, 0) })).Children.Single(c => c.Name == "VTIMEZONE");
        var known = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
        foreach (var part in zone.Children)
        {
            var month = part.Name == "DAYLIGHT" ? 3 : 10;
            Assert.Equal($"FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU", part.Value("RRULE"));
            var day = new DateTime(year, month, 31, 12, 0, 0, DateTimeKind.Unspecified);
            day = day.AddDays(-(int)day.DayOfWeek);
            Assert.Equal(part.Value("TZOFFSETTO"), Offset(known, day));
            Assert.Equal(part.Value("TZOFFSETFROM"), Offset(known, day.AddDays(-1)));
        }
    }

    [Fact]
    public void The_same_data_give_the_same_file_and_later_data_a_higher_sequence()
    {
        var first = Write(Event(s_asOf, s_asOf));
        Assert.Equal(first, Write(Event(s_asOf, s_asOf)));
        var (before, after) = (StrictIcs.Parse(first).Events.Single(), StrictIcs.Parse(Write(Event(s_asOf.AddDays(3), s_asOf.AddDays(3)), s_asOf.AddDays(1))).Events.Single());
        Assert.Equal(before.Text("UID"), after.Text("UID"));
        Assert.True(string.CompareOrdinal(before.Value("SEQUENCE"), after.Value("SEQUENCE")) < 0);
        Assert.True(string.CompareOrdinal(before.Value("LAST-MODIFIED"), after.Value("LAST-MODIFIED")) < 0);
    }

    [Fact]
    public void There_is_no_byte_order_mark() => Assert.StartsWith("BEGIN:VCALENDAR\r\n", Encoding.UTF8.GetString(Write(Event(s_asOf, s_asOf))), StringComparison.Ordinal);

    private static string Offset(TimeZoneInfo zone, DateTime day) => $"+{zone.GetUtcOffset(day):hhmm}";

    private static IcsEvent Event(DateOnly first, DateOnly last) =>
        new("1@test", first, last, null, "A session", "Nothing to add", new Uri("http://localhost/calendar?state=XTO&session=1"), "UPR", true);

    private static byte[] Write(IcsEvent one, DateOnly? asOf = null) =>
        IcsWriter.Write(new IcsCalendar("A calendar", "About it", new Uri("http://localhost/calendar"), "en", asOf ?? s_asOf, [one]));
}
