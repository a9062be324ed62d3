using OpenUpr.Reviews;
using OpenUpr.Taxonomy;

namespace OpenUpr.Tests.Reviews;

public sealed class ReferenceDataTests
{
    private static readonly ReferenceData s_real = ReferenceData.Load(World.UnitedNations);

    [Fact]
    public void There_are_193_members_and_two_observers()
    {
        Assert.Equal(193, s_real.States.Count(s => s.Status == StateStatus.Member));
        Assert.Equal(["PSE", "VAT"], s_real.States.Where(s => s.Status == StateStatus.Observer).Select(s => s.Iso3).Order());
        Assert.All(s_real.States, s => Assert.Matches("^[A-Z]{3}$", s.Iso3));
    }

    [Theory]
    [InlineData("Cote d'Ivoire", "CIV")]
    [InlineData("Côte d’Ivoire", "CIV")]
    [InlineData("DPR Korea", "PRK")]
    [InlineData("republic of KOREA", "KOR")]
    [InlineData("Iran (Islamic Republic of)", "IRN")]
    [InlineData("The former Yugoslav Republic of Macedonia", "MKD")]
    [InlineData("Macedonia FYR", "MKD")]
    [InlineData("St Vincent & the Grenadines", "VCT")]
    [InlineData("Swaziland", "SWZ")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Turkey", "TUR")]
    [InlineData("Estados Unidos de América", "USA")]
    [InlineData("Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "GBR")]
    [InlineData("FRA", "FRA")]
    [InlineData("Atlantis", null)]
    public void A_State_is_found_by_any_of_its_names(string name, string? iso3)
    {
        Assert.Equal(iso3, s_real.Names.Find(name)?.Iso3);
    }

    [Fact]
    public void Every_name_of_UPR_Infos_export_is_known()
    {
        var corpus = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(corpus), "OPENUPR_CORPUS names no folder with real data.");
        var mapping = Path.Combine(corpus!, "..", "tools", "upr_info_states.csv");
        Assert.SkipUnless(File.Exists(mapping), "The list of UPR Info's names is not beside the data.");
        var rows = File.ReadLines(mapping).Skip(1).Select(line => line.Split(',')).Where(cells => cells[1].Length > 0);
        Assert.All(rows, cells => Assert.Equal(cells[1], s_real.Names.Find(System.Net.WebUtility.HtmlDecode(cells[0]))?.Iso3));
    }

    [Fact]
    public void Every_member_belongs_to_one_of_five_groups()
    {
        var groups = s_real.States.Where(s => s.Status == StateStatus.Member).GroupBy(s => s_real.GroupOf(s.Iso3)).ToDictionary(g => g.Key ?? "none", g => g.Count());
        Assert.Equal(["Africa", "Asia", "EEG", "GRULAC", "WEOG"], groups.Keys.Order());
        Assert.Equal("Observer", s_real.GroupOf("VAT"));
    }

    [Fact]
    public void There_are_54_sessions_in_four_cycles()
    {
        Assert.Equal(Enumerable.Range(1, 54), s_real.Sessions.Select(s => s.Number));
        Assert.Equal((1, 2, 2, 3, 3, 4), (s_real.CycleOf(12), s_real.CycleOf(13), s_real.CycleOf(26), s_real.CycleOf(27), s_real.CycleOf(40), s_real.CycleOf(41)));
        Assert.Null(s_real.CycleOf(99));
        Assert.All(s_real.Sessions.Where(s => s.Precision == Precision.Day), s => Assert.True(s.Start <= s.End));
    }

    [Fact]
    public void A_date_says_how_sure_it_is()
    {
        Assert.All(s_real.Sessions, s => Assert.Equal(s.Precision == Precision.Unknown, s.Start is null));
        Assert.Equal(new DateOnly(2008, 4, 7), s_real.FindSession(1)!.Start);
        Assert.Contains(s_real.Sessions, s => s.Certainty == Certainty.Tentative);
    }

    [Fact]
    public void A_member_is_reviewed_at_most_once_in_a_cycle()
    {
        var twice = s_real.ReviewSlots.GroupBy(slot => (slot.Iso3, s_real.CycleOf(slot.Session))).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void Stakeholder_deadlines_precede_their_session()
    {
        Assert.All(s_real.Deadlines, d => Assert.True(s_real.FindSession(d.Session)!.Start is not { } start || d.Date < start, $"session {d.Session} {d.Kind}"));
        Assert.Contains(s_real.Deadlines, d => d is { Session: 28, Kind: "stakeholder" } && d.Date == new DateOnly(2017, 3, 30));
    }

    [Fact]
    public void Rules_that_sources_state_differently_are_all_kept()
    {
        Assert.True(s_real.Milestones.Count(m => m.Key == "national-report-due") > 1);
        Assert.All(s_real.Milestones, m => Assert.Contains(m.Unit, new[] { "hours", "days", "weeks", "months", "years" }));
    }

    [Fact]
    public void Every_value_names_a_source_that_is_listed()
    {
        string[] tables =
        [
            "states", "state-names", "regional-groups", "regional-group-members", "organisations", "organisation-members", "council-members", "cycles",
            "sessions", "session-states", "session-deadlines", "hrc-sessions", "session-adoptions", "milestones",
        ];
        foreach (var table in tables)
        {
            foreach (var row in ReferenceTable.Read($"OpenUpr.Reviews.Data.{table}.csv"))
            {
                var keys = table == "states" ? new[] { row["source_en"], row["source_fr"], row["source_es"] } : [row["source"]];
                Assert.All(keys, key => Assert.True(s_real.Sources.ContainsKey(key), $"{table}: '{key}'"));
            }
        }
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void The_Council_has_47_members_with_the_seats_of_each_regional_group(int year)
    {
        var day = new DateOnly(year, 6, 1);
        var members = s_real.States.Where(s => s_real.CouncilTermOn(s.Iso3, day) is not null).ToList();
        Assert.Equal(47, members.Count);

        // General Assembly resolution 60/251, paragraph 7.
        Assert.Equal(
            [("Africa", 13), ("Asia", 13), ("EEG", 6), ("GRULAC", 8), ("WEOG", 7)],
            members.GroupBy(s => s_real.GroupOf(s.Iso3, day)!).Select(g => (g.Key, g.Count())).OrderBy(g => g.Key, StringComparer.Ordinal));
        Assert.All(s_real.CouncilTerms, t => Assert.Equal((1, 1, 3), (t.From.Month, t.From.Day, t.To.Year - t.From.Year + 1)));
    }

    [Fact]
    public void The_54_issues_are_found_by_name_and_by_slug()
    {
        Assert.Equal(54, IssueList.Current.All.Count);
        Assert.Equal("womens-rights", IssueList.Current.Find("women's rights")?.Slug);
        Assert.Equal("Women's rights", IssueList.Current.Find("womens-rights")?.Name);
        Assert.Equal(54, IssueList.Current.All.Select(i => i.Slug).Distinct().Count());
        Assert.All(["en", "fr", "es"], language => Assert.Equal(54, IssueList.Current.All.Select(i => i.In(language)).Where(n => n.Length > 0).Distinct().Count()));
        Assert.Equal("Droits des femmes", IssueList.Current.NameIn("Women's rights", "fr"));
        Assert.Equal("Housing for all", IssueList.Current.NameIn("Housing for all", "fr"));
    }
}
