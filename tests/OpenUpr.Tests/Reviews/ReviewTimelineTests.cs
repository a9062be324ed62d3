using OpenUpr.Reviews;

namespace OpenUpr.Tests.Reviews;

public sealed class ReviewTimelineTests
{
    private static readonly ReferenceData s_real = ReferenceData.Load(World.UnitedNations);
    private static readonly ReferenceData s_demo = ReferenceData.Load(World.Demo);

    public static TheoryData<World> Worlds => [World.UnitedNations, World.Demo];

    [Fact]
    public void A_dated_deadline_wins_and_keeps_its_hour_zone_and_source()
    {
        var step = Step("NOR", 47, "stakeholder-deadline");
        Assert.Equal(new DateOnly(2024, 4, 8), step.Date!.Earliest);
        Assert.Equal((step.Date.Earliest, new TimeOnly(23, 59), "Europe/Zurich"), (step.Date.Latest, step.Date.Time, step.Date.Zone));
        Assert.Equal((Certainty.Confirmed, false), (step.Date.Certainty, step.Date.Estimated));
        Assert.Equal(["uprdoc-login-47"], step.Date.Sources);
        Assert.Empty(step.HourRules);
    }

    [Fact]
    public void Without_a_dated_row_the_measured_range_is_shown_and_the_rule_in_words_stays_beside_it()
    {
        // Session 48 began on 20 January 2025; the known deadlines lay 221 to 188 days before the first day.
        var step = Step("SVN", 48, "stakeholder-deadline");
        Assert.Equal((new DateOnly(2024, 6, 13), (DateOnly?)new DateOnly(2024, 7, 16)), (step.Date!.Earliest, step.Date.Latest));
        Assert.Equal((Certainty.Tentative, true, Precision.Day), (step.Date.Certainty, step.Date.Estimated, step.Date.Precision));
        Assert.True(step.Date.Rule!.Measured);
        Assert.Contains(step.Statements, s => s is { Rule.Measured: false, Precision: Precision.Month });
        Assert.Null(step.Date.Time);
        Assert.Equal(3, step.HourRules.Count);
    }

    [Fact]
    public void Sources_that_disagree_are_all_there()
    {
        var report = Step("SVN", 48, "national-report-due");
        Assert.Equal(3, report.Statements.Select(s => s.Sources.Single() + s.Rule!.Measured).Distinct().Count());

        var next = Step("SVN", 48, "next-review");
        Assert.Equal((new DateOnly(2029, 7, 1), (DateOnly?)new DateOnly(2030, 1, 31)), (next.Date!.Earliest, next.Date.Latest));
        Assert.Equal(2, next.Statements.Count);
    }

    [Theory]
    [InlineData("LBR", 12)]
    [InlineData("USA", 19)]
    public void Where_a_session_has_two_deadlines_each_State_has_its_own(string iso3, int day) =>
        Assert.Equal(new DateOnly(2010, 4, day), Step(iso3, 9, "stakeholder-deadline").Date!.Earliest);

    [Fact]
    public void A_session_shows_both_of_two_deadlines()
    {
        var step = ReviewTimeline.OfSession(s_real, s_real.FindSession(9)!).Steps.Single(s => s.Key == "stakeholder-deadline");
        Assert.Equal((new DateOnly(2010, 4, 12), (DateOnly?)new DateOnly(2010, 4, 19), 2), (step.Date!.Earliest, step.Date.Latest, step.Statements.Count));
    }

    [Fact]
    public void The_review_and_its_adoption_have_their_sessions_days()
    {
        Assert.Equal((new DateOnly(2025, 1, 20), (DateOnly?)new DateOnly(2025, 1, 31)), (Step("SVN", 48, "review").Date!.Earliest, Step("SVN", 48, "review").Date!.Latest));
        var adoption = Step("SVN", 48, "hrc-adoption");
        Assert.Equal((59, new DateOnly(2025, 6, 16), (DateOnly?)new DateOnly(2025, 7, 9)), (adoption.HrcSession, adoption.Date!.Earliest, adoption.Date.Latest));
        var responses = Step("SWE", 49, "responses-due");
        Assert.Equal((new DateOnly(2025, 9, 8), (DateOnly?)new DateOnly(2025, 9, 8), Certainty.Derived, false), (responses.Date!.Earliest, responses.Date.Latest, responses.Date.Certainty, responses.Date.Estimated));
        Assert.Contains("wg-report-48-svn", responses.Date.Sources);
        Assert.Equal(48, Step("SVN", 34, "next-review").NextSession);
    }

    [Fact]
    public void Without_a_session_of_the_Council_its_measured_range_is_shown()
    {
        // Session 54 has no row in session-adoptions.csv and only months of its own.
        var adoption = Step("TGO", 54, "hrc-adoption");
        Assert.Equal((null, true, Precision.Month), (adoption.HrcSession, adoption.Date!.Estimated, adoption.Date.Precision));
        Assert.Equal(4, adoption.Statements.Count);
        Assert.True(Step("TGO", 54, "responses-due").Date!.Rule!.Measured);
    }

    [Fact]
    public void A_date_is_only_as_sure_as_the_States_place_in_the_session()
    {
        var greece = ReviewTimeline.Of(s_real, "GRC", 53)!;
        Assert.All(greece.Steps, s => Assert.Equal(Certainty.Derived, s.Date!.Certainty));
        Assert.Equal(Certainty.Tentative, ReviewTimeline.OfSession(s_real, s_real.FindSession(53)!).Steps.Single(s => s.Key == "review").Date!.Certainty);
    }

    [Fact]
    public void Months_stay_months()
    {
        foreach (var session in s_real.Sessions.Where(s => s.Precision == Precision.Month))
        {
            var steps = ReviewTimeline.Of(s_real, s_real.ReviewSlots.First(s => s.Session == session.Number).Iso3, session.Number)!.Steps;
            Assert.All(steps.Where(s => s.HrcSession is null && s.NextSession is null), s => Assert.Equal(Precision.Month, s.Date!.Precision));
            Assert.All(steps.Where(s => s.Date!.Precision == Precision.Month), s => Assert.Equal((1, 1), (s.Date!.Earliest.Day, s.Date.Latest!.Value.AddDays(1).Day)));
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Every_review_has_a_timeline_in_order_with_a_source_for_every_date(World world)
    {
        var reference = world == World.Demo ? s_demo : s_real;
        foreach (var slot in reference.ReviewSlots)
        {
            var timeline = ReviewTimeline.Of(reference, slot.Iso3, slot.Session)!;
            Assert.Equal(reference.Steps.Count - (timeline.Steps.Any(s => s.Key == "un-entity-deadline") ? 0 : 1), timeline.Steps.Count);
            Assert.Equal(timeline.Steps.Select(s => s.Date!.Earliest).Order(), timeline.Steps.Select(s => s.Date!.Earliest));
            Assert.All(timeline.Steps, s => Assert.True(s.Date!.Latest is not { } last || s.Date.Earliest <= last, $"{slot.Iso3} {slot.Session} {s.Key}"));
            Assert.All(timeline.Steps.SelectMany(s => s.Statements), s => Assert.All(s.Sources, key => Assert.True(reference.Sources.ContainsKey(key), key)));
            Assert.All(timeline.Steps.SelectMany(s => s.Statements), s => Assert.NotEmpty(s.Sources));
            string[] course = ["upload-window", "stakeholder-deadline", "national-report-due", "documents-published", "review", "responses-due", "hrc-adoption", "mid-term-report", "next-review"];
            Assert.Equal(course, timeline.Steps.Select(s => s.Key).Where(course.Contains));
        }
    }

    [Fact]
    public void Every_session_has_a_timeline()
    {
        Assert.All(s_real.Sessions, session => Assert.Contains(ReviewTimeline.OfSession(s_real, session).Steps, s => s is { Key: "review", Date: not null }));
        Assert.Null(ReviewTimeline.Of(s_real, "SVN", 99));
    }

    [Fact]
    public void The_next_step_is_the_first_that_is_not_over()
    {
        var timeline = ReviewTimeline.Of(s_real, "SVN", 48)!;
        Assert.Equal("stakeholder-deadline", timeline.NextStep(new DateOnly(2024, 7, 16))!.Key);
        Assert.Equal("national-report-due", timeline.NextStep(new DateOnly(2024, 7, 17))!.Key);
        Assert.Equal("review", timeline.NextStep(new DateOnly(2025, 1, 25))!.Key);
        Assert.Equal("mid-term-report", timeline.NextStep(new DateOnly(2025, 7, 10))!.Key);
        Assert.Null(timeline.NextStep(new DateOnly(2031, 1, 1)));
        Assert.Equal(
            (StepStatus.ToCome, StepStatus.Running, StepStatus.Done),
            (Status(timeline, new(2025, 1, 19)), Status(timeline, new(2025, 1, 20)), Status(timeline, new(2025, 2, 1))));
    }

    [Fact]
    public void A_session_of_the_Council_without_a_last_day_is_over_when_no_session_lasted_so_long()
    {
        var adoption = ReviewTimeline.OfSession(s_real, s_real.FindSession(52)!).Steps.Single(s => s.Key == "hrc-adoption");
        Assert.Equal((new DateOnly(2026, 9, 7), null), (adoption.Date!.Earliest, adoption.Date.Latest));
        Assert.Equal(StepStatus.Running, adoption.StatusOn(new DateOnly(2026, 9, 30)));
        Assert.Equal(StepStatus.Done, adoption.StatusOn(new DateOnly(2026, 11, 22)));
    }

    private static TimelineStep Step(string iso3, int session, string key) => ReviewTimeline.Of(s_real, iso3, session)!.Steps.Single(s => s.Key == key);

    private static StepStatus Status(ReviewTimeline timeline, DateOnly day) => timeline.Steps.Single(s => s.Key == "review").StatusOn(day);
}
