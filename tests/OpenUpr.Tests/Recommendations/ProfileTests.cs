using Microsoft.Extensions.DependencyInjection;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Taxonomy;
using OpenUpr.Tests.App;
using OpenUpr.Tests.Search;

namespace OpenUpr.Tests.Recommendations;

/// <summary>What the profiles say beyond counts: order, what is to come, comparison and growth.</summary>
public sealed class ProfileTests(Site site) : IClassFixture<Site>
{
    private static readonly DateOnly s_day = new(2026, 11, 22);

    private SearchIndex Index => site.App.Services.GetRequiredService<LiveIndex>().Current;

    private ReferenceData Reference => site.Store.Reference;

    [Fact]
    public void A_State_s_reviews_stand_newest_first_and_only_those_not_begun_are_to_come()
    {
        var reviews = StateProfile.Read(Index, Reference, "XTO", s_day).Reviews;
        Assert.Equal([54, 40, 26], reviews.Select(r => r.Session));
        Assert.Equal([true, false, false], reviews.Select(r => r.ToCome));
        Assert.Equal(Certainty.Tentative, reviews[0].Certainty);
        Assert.Null(reviews[0].Numbers);

        // On a day in the first cycle all of them lay ahead; what the collection holds has taken place all the same.
        Assert.Equal([true, false, false], StateProfile.Read(Index, Reference, "XTO", new DateOnly(2010, 1, 1)).Reviews.Select(r => r.ToCome));
    }

    [Fact]
    public void A_session_s_reviews_stand_in_their_order()
    {
        var index = SearchHarness.Build([]);
        var reviews = SessionProfile.Read(index, SearchHarness.Reference, 1, s_day)!.Reviews;
        var slots = SearchHarness.Reference.ReviewSlots.Where(s => s.Session == 1).ToList();
        Assert.Equal(slots.OrderBy(s => s.Position).Select(s => s.Iso3), reviews.Select(r => r.Sur));
        Assert.All(reviews, r => Assert.False(r.ToCome));
        Assert.All(SessionProfile.Read(index, SearchHarness.Reference, 54, s_day)!.Reviews, r => Assert.True(r.ToCome));
        Assert.Null(SessionProfile.Read(index, SearchHarness.Reference, 99, s_day));
    }

    [Fact]
    public void One_session_is_on_or_next_and_it_is_the_first_that_has_not_ended()
    {
        var sessions = SessionLine.ReadAll(Index, Reference, s_day);
        var next = Assert.Single(sessions, s => s.IsNext);
        Assert.True(next.Session.End >= s_day);
        Assert.All(sessions.Where(s => s.Session.Number < next.Session.Number), s => Assert.True(s.Session.End < s_day));
    }

    [Fact]
    public async Task A_State_stands_beside_the_average_of_the_others_of_its_group()
    {
        var plain = await PlainCount.OfAsync(site);
        var others = plain.Rows.Where(r => r.Sur != "XSA" && Reference.GroupOf(r.Sur, plain.Day(r)) == "Africa").GroupBy(r => r.Sur).ToList();
        var comparison = StateProfile.Read(Index, Reference, "XSA", s_day).Comparison!;
        Assert.NotEmpty(others);
        Assert.Equal(("Africa", others.Count), (comparison.Group, comparison.States));
        Assert.Equal(others.Average(o => o.Count(r => r.Position == Position.Supported) / (double)o.Count()), comparison.Others.SupportedShare, 9);
        Assert.Equal(others.Average(o => o.Count(r => r.Action == 5) / (double)o.Count()), comparison.Others.SpecificShare, 9);
        Assert.Equal(others.Average(o => o.Count() / (double)o.Select(r => r.Session).Distinct().Count()), comparison.Others.ReceivedPerReview, 9);
        var own = plain.Rows.Where(r => r.Sur == "XSA").ToList();
        Assert.Equal(own.Count / (double)own.Select(r => r.Session).Distinct().Count(), comparison.Own.ReceivedPerReview, 9);
    }

    [Fact]
    public void An_average_of_States_does_not_weigh_those_that_received_more()
    {
        // Three States of one group: the one asked for, one with many recommendations all supported, one with a single noted one.
        var rows = Enumerable.Range(1, 9).Select(i => Row(i, "FRA", 2, Position.Supported, 5)).Append(Row(10, "DEU", 4, Position.Noted, 4)).Append(Row(11, "ITA", 7, Position.Supported, 1));
        var comparison = StateProfile.Read(SearchHarness.Build(rows), SearchHarness.Reference, "ITA", s_day).Comparison!;
        Assert.Equal(2, comparison.States);
        Assert.Equal(0.5, comparison.Others.SupportedShare);
        Assert.Equal(5, comparison.Others.ReceivedPerReview);
        Assert.Equal(1, comparison.Own.SupportedShare);
    }

    [Fact]
    public async Task Growth_of_an_issue_compares_the_two_newest_reviews_of_each_State()
    {
        var plain = await PlainCount.OfAsync(site);
        foreach (var issue in new[] { "detention", "womens-rights", "environment" })
        {
            var profile = IssueProfile.Read(Index, IssueList.Current.FindSlug(issue)!);
            var expected = from state in plain.Rows.GroupBy(r => r.Sur)
                           let held = state.Select(r => r.Session).Distinct().OrderDescending().ToList()
                           where held.Count > 1
                           let counts = (Now: state.Count(r => r.Session == held[0] && r.Issues.Contains(issue)), Before: state.Count(r => r.Session == held[1] && r.Issues.Contains(issue)))
                           where counts.Now > counts.Before
                           select new IssueGrowth(state.Key, held[1], counts.Before, held[0], counts.Now);
            Assert.Equal(expected.OrderByDescending(g => g.By).ThenBy(g => g.Sur, StringComparer.Ordinal), profile.Grew);
            Assert.Equal(plain.Rows.GroupBy(r => r.Sur).Count(g => g.Select(r => r.Session).Distinct().Count() > 1), profile.ReviewedTwice);
        }
    }

    [Fact]
    public void An_issue_that_was_not_raised_before_counts_as_grown_from_nothing()
    {
        IndexRow[] rows = [Row(1, "FRA", 2, Position.Supported, 5), Row(2, "FRA", 15, Position.Noted, 4, "detention"), Row(3, "DEU", 4, Position.Noted, 4, "detention")];
        var profile = IssueProfile.Read(SearchHarness.Build(rows), IssueList.Current.FindSlug("detention")!);
        Assert.Equal([new IssueGrowth("FRA", 2, 0, 15, 1)], profile.Grew);
        Assert.Equal(1, profile.ReviewedTwice);
    }

    [Fact]
    public async Task The_newest_recommendations_that_a_State_made_come_from_its_newest_sessions()
    {
        var plain = await PlainCount.OfAsync(site);
        var made = await MadeProfile.ReadAsync(site.Store, Index, "XNI", s_day, TestContext.Current.CancellationToken);
        Assert.Equal(plain.Rows.Where(r => r.Rs == "XNI").Select(r => r.Session).OrderDescending().Take(10), made.Newest.Select(r => r.Session));
        Assert.All(made.Newest, r => Assert.Equal("XNI", r.Rs));
        Assert.Equal(plain.Rows.Count, made.Everyone.Count);
    }

    [Fact]
    public async Task What_a_group_made_is_what_its_members_made_to_each_other_and_to_others()
    {
        var plain = await PlainCount.OfAsync(site);
        var profile = GroupProfile.OfGroup(Index, Reference, Reference.RegionalGroups.First(g => g.Code == "Asia"));
        var made = plain.Rows.Where(r => Reference.GroupOf(r.Rs, plain.Day(r)) == "Asia").ToList();
        var within = made.Where(r => Reference.GroupOf(r.Sur, plain.Day(r)) == "Asia").ToList();
        Assert.Equal((made.Count, within.Count, made.Count - within.Count), (profile.Made.Total.Count, profile.Within.Count, profile.MadeOutside.Count));
        Assert.Equal(made.Except(within).Count(r => r.Action == 5), profile.MadeOutside.Specific);
        Assert.Equal(made.Except(within).Count(r => r.Position == Position.Supported), profile.MadeOutside.Supported);
    }

    [Fact]
    public void A_cycle_says_how_many_of_its_sessions_are_here()
    {
        var cycles = CycleProfile.ReadAll(SearchHarness.Build([Row(1, "FRA", 2, Position.Supported, 5), Row(2, "DEU", 4, Position.Noted, 4)]), SearchHarness.Reference, s_day);
        Assert.Equal([2, 0, 0, 0], cycles.Select(c => c.SessionsHere.Count));
        Assert.Equal([12, 14, 14, 14], cycles.Select(c => c.Sessions.Count));
        Assert.Equal((2, 2), (cycles[0].StatesReviewed, cycles[0].Numbers!.Count));
        Assert.All(cycles, c => Assert.True(c.Statements[0].Preferred && c.Statements.Count(s => s.Preferred) == 1));
        Assert.Equal(3, cycles[0].Statements.Count);
    }

    private static IndexRow Row(long id, string sur, int session, Position position, int action, params string[] issues) =>
        new(id, id, null, RecommendationKind.Recommendation, sur, "CUB", session, position, action, issues, $"Text {id}");
}
