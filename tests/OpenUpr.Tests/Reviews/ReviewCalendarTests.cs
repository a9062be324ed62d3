using OpenUpr.Reviews;

namespace OpenUpr.Tests.Reviews;

public sealed class ReviewCalendarTests
{
    private static readonly ReferenceData s_real = ReferenceData.Load(World.UnitedNations);

    [Fact]
    public void Every_session_has_its_review_in_the_calendar_once()
    {
        var reviews = ReviewCalendar.Events(s_real, new CalendarFilter(Kind: "review"));
        Assert.Equal(s_real.Sessions.Select(s => s.Number), reviews.Select(e => e.Session.Number));
    }

    [Fact]
    public void Filters_narrow_to_a_session_a_cycle_a_State_and_a_period()
    {
        Assert.All(ReviewCalendar.Events(s_real, new CalendarFilter(Session: 48)), e => Assert.Equal(48, e.Session.Number));
        Assert.Equal(14, ReviewCalendar.Events(s_real, new CalendarFilter(Cycle: 2, Kind: "review")).Count);
        Assert.Equal([7, 20, 34, 48], ReviewCalendar.Events(s_real, new CalendarFilter(Iso3: "SVN", Kind: "review")).Select(e => e.Session.Number));
        var period = ReviewCalendar.Events(s_real, new CalendarFilter(Kind: "review", From: new(2025, 1, 31), To: new(2025, 4, 28)));
        Assert.Equal([48, 49], period.Select(e => e.Session.Number));
        Assert.Empty(ReviewCalendar.Events(s_real, new CalendarFilter(Iso3: "VAT")));
    }

    [Fact]
    public void A_next_review_is_an_event_only_while_its_session_is_not_known()
    {
        var events = ReviewCalendar.Events(s_real, new CalendarFilter(Iso3: "SVN"));
        Assert.Single(events, e => e.Step.Key == "next-review");
        Assert.Equal(events.Count, events.Select(e => e.Id).Distinct().Count());
        Assert.Equal(events.Select(e => e.Date.Earliest).Order(), events.Select(e => e.Date.Earliest));
    }
}
