using OpenUpr.Planning.ReviewDay;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Planning.ReviewDay;

public sealed class SpeakerNamesTests
{
    private static readonly ReferenceData s_world = ReferenceData.Load(World.UnitedNations);

    [Fact]
    public void A_list_is_read_in_any_usual_form_and_an_asterisk_marks_a_member()
    {
        var read = SpeakerNames.Read(s_world, "1. Côte d'Ivoire*\n2) the United Kingdom of Great Britain and Northern Ireland\n- USA\n 4. Bolivia (Plurinational State of) *\nBRA; Cuba\nFrance, Viet Nam, Türkiye\nFrance*\n\n", new Dictionary<string, string>());
        Assert.Empty(read.Doubtful);
        Assert.Equal(["CIV", "GBR", "USA", "BOL", "BRA", "CUB", "FRA", "VNM", "TUR"], read.Found.Select(f => f.State));
        Assert.Equal(["CIV", "BOL", "FRA"], read.Found.Where(f => f.IsMember).Select(f => f.State));
    }

    [Fact]
    public void What_stands_for_no_State_is_asked_with_the_likeliest_first_and_an_answer_holds()
    {
        var read = SpeakerNames.Read(s_world, "Brasil\nFrnace\nUNICEF\nCongo", new Dictionary<string, string>());
        var france = read.Doubtful.Single(d => d.Written == "Frnace");
        Assert.Equal("FRA", france.Likely[0]);
        Assert.Empty(read.Doubtful.Single(d => d.Written == "UNICEF").Likely);

        var answered = SpeakerNames.Read(s_world, "Frnace\nUNICEF", new Dictionary<string, string> { [france.Key] = "FRA", ["unicef"] = SpeakerNames.LeaveOut });
        Assert.Equal(["FRA"], answered.Found.Select(f => f.State));
        Assert.Empty(answered.Doubtful);
    }

    [Fact]
    public void Every_printed_name_of_every_State_is_known_behind_a_number()
    {
        var wrong = s_world.Names.Printed.Where(n => SpeakerNames.Read(s_world, $"12. {n.Name}", new Dictionary<string, string>()).Found is not [var found] || found.State != n.State.Iso3).Select(n => n.Name);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(null, "Abolish it", DayNote.Recommendation, "Abolish it")]
    [InlineData("", " ?When ", DayNote.Question, "When")]
    [InlineData(null, "= It is before the courts", DayNote.Reply, "It is before the courts")]
    [InlineData(null, "-spoke fast", DayNote.Remark, "spoke fast")]
    [InlineData(DayNote.Recommendation, "- Abolish; - adopt", DayNote.Recommendation, "- Abolish; - adopt")]
    [InlineData("speech", "Abolish", null, "Abolish")]
    public void A_first_sign_says_what_a_line_is_unless_somebody_chose(string? chosen, string typed, string? kind, string text) => Assert.Equal((kind, text), LineReading.Read(chosen, typed));

    [Fact]
    public void Time_shrinks_with_the_number_of_speakers_as_it_does_in_the_room()
    {
        Assert.Equal(SpeakingTime.Usual, SpeakingTime.Expected(20, 30));
        Assert.Equal(SpeakingTime.Crowded, SpeakingTime.Expected(40, 30));
        Assert.Equal(SpeakingTime.Shortest, SpeakingTime.Expected(47, 100));
        Assert.Equal(46, SpeakingTime.Expected(47, 135).OtherSeconds);
        Assert.True(SpeakingTime.Usual.Needed(20, 30) <= SpeakingTime.Dialogue);
    }
}
