using OpenUpr.Reviews;

namespace OpenUpr.Tests.Reviews;

/// <summary>The measured ranges against every date that is known: what lies inside, and which dates lie beside.</summary>
public sealed class MeasuredRangeTests
{
    private static readonly ReferenceData s_real = ReferenceData.Load(World.UnitedNations);

    [Fact]
    public void Stakeholder_deadlines_lie_in_the_range_but_for_four_sessions_of_the_second_cycle()
    {
        var beside = Beside("stakeholder-deadline", "stakeholder");
        Assert.Equal([(22, -231), (23, -224), (25, -224), (26, -224)], beside);
        var fourth = Offsets("stakeholder").Where(o => s_real.CycleOf(o.Session) == 4).Select(o => (decimal)o.Days).ToList();
        Assert.Equal((Range("stakeholder-deadline").Min, Range("stakeholder-deadline").Max), (fourth.Min(), fourth.Max()));
    }

    [Fact]
    public void National_reports_lie_in_the_range()
    {
        Assert.Empty(Beside("national-report-due", "national-report"));
        var all = Offsets("national-report").Select(o => (decimal)o.Days).ToList();
        Assert.Equal((Range("national-report-due").Min, Range("national-report-due").Max), (all.Min(), all.Max()));
    }

    [Fact]
    public void The_Councils_range_is_that_of_its_confirmed_sessions_since_session_3()
    {
        var known = (from a in s_real.Adoptions
                     where a.Certainty == Certainty.Confirmed && a.Session >= 3
                     let session = s_real.FindSession(a.Session)
                     let council = s_real.HrcSessions.FirstOrDefault(h => h.Number == a.HrcSession)
                     where session is { Precision: Precision.Day, End: not null } && council is { Precision: Precision.Day, Start: not null, End: not null }
                     select (First: council.Start!.Value.DayNumber - session.End!.Value.DayNumber, Last: council.End!.Value.DayNumber - session.End.Value.DayNumber)).ToList();
        Assert.True(known.Count > 20);
        Assert.Equal(((decimal?)known.Min(k => k.First), (decimal?)known.Max(k => k.First)), (Range("responses-due").Min, Range("responses-due").Max));
        Assert.Equal(((decimal?)known.Min(k => k.First), (decimal?)known.Max(k => k.Last)), (Range("hrc-adoption").Min, Range("hrc-adoption").Max));
    }

    [Fact]
    public void All_hours_are_Genevas() => Assert.All(s_real.Deadlines, d => Assert.Equal(d.Time is null ? null : "Europe/Zurich", d.Zone));

    [Fact]
    public void The_data_are_as_new_as_their_newest_source() =>
        Assert.All(s_real.Sources.Values.Select(s => s.Date).Where(d => d is { Length: 10 } && !d.Contains('/')), d => Assert.True(DateOnly.Parse(d!, System.Globalization.CultureInfo.InvariantCulture) <= s_real.AsOf, d));

    private static Milestone Range(string key) => s_real.Milestones.Single(m => m.Key == key && m.Measured);

    private static IEnumerable<(int Session, int Days)> Offsets(string kind) => s_real.Deadlines.Where(d => d.Kind == kind)
        .Select(d => (d.Session, d.Date.DayNumber - s_real.FindSession(d.Session)!.Start!.Value.DayNumber));

    private static List<(int Session, int Days)> Beside(string key, string kind) =>
        [.. Offsets(kind).Where(o => o.Days < Range(key).Min || o.Days > Range(key).Max)];
}
