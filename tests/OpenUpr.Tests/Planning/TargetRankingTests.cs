using OpenUpr.Planning.Targets;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Tests.Search;

namespace OpenUpr.Tests.Planning;

public sealed class TargetRankingTests
{
    private const string Issue = "detention";
    private static readonly SearchIndex s_index = SearchHarness.Build(Rows());

    [Fact]
    public void Who_raised_the_issue_stands_before_who_spoke_of_other_things()
    {
        var states = Rank().States;
        Assert.Equal(("FRA", "JPN"), (states[0].Iso3, states[^1].Iso3));
        Assert.Equal(0, states.Single(s => s.Iso3 == "JPN").OnIssue);
        Assert.Equal(1, states[0].Weight);
        Assert.All(states, s => Assert.Equal(1, s.Parts.Sum(p => p.Share), 6));
    }

    [Fact]
    public void Nothing_is_known_that_happened_in_the_session_or_after_it()
    {
        var before = Rank(new TargetQuestion("CUB", [Issue], 13));
        Assert.Equal(12, before.LastSession);
        Assert.DoesNotContain(before.States, s => s.Iso3 == "BRA");
        Assert.Contains(Rank(new TargetQuestion("CUB", [Issue], 14)).States, s => s.Iso3 == "BRA");
        var hidden = SearchHarness.Build(Rows().Where(r => r.Session < 13));
        Assert.Equal(TargetRanking.Rank(hidden, new TargetQuestion("CUB", [Issue], 13)).States.Select(s => (s.Iso3, s.Weight)), before.States.Select(s => (s.Iso3, s.Weight)));
    }

    [Fact]
    public void Every_number_is_that_of_its_search()
    {
        var list = Rank(new TargetQuestion("CUB", [Issue], 13));
        foreach (var state in list.States)
        {
            Assert.Equal(Count(state.Iso3, 12, new SearchFilters { Issues = [Issue] }), state.OnIssue);
            Assert.Equal(Count(state.Iso3, 12, new SearchFilters { Issues = [Issue], Sur = ["CUB"] }), state.ToSame.All);
            Assert.Equal(Count(state.Iso3, 12, new SearchFilters { Issues = [Issue], Sur = ["CUB"], Positions = [Position.Noted] }), state.ToSame.Noted);
            Assert.Equal(Count(state.Iso3, 12, new SearchFilters { Issues = [Issue], SurGroups = ["GRULAC"] }), state.ToRegion);
            Assert.Equal(Count(state.Iso3, 12, new SearchFilters()), state.All);
        }

        Assert.Equal((4, 9), (list.OwnReviews[0], list.States.Single(s => s.Iso3 == "KEN").FirstSession));
    }

    [Fact]
    public void A_weight_of_nothing_leaves_a_kind_of_history_out_and_a_wish_to_follow_up_puts_its_States_forward()
    {
        var question = new TargetQuestion("CUB", [Issue]);
        Assert.DoesNotContain(Rank(question with { Weights = new TargetWeights(SameState: 0) }).States, s => s.Parts.Any(p => p.Kind == TargetPartKind.SameState));
        Assert.NotEqual("DEU", Rank(question).States[0].Iso3);
        Assert.Equal("DEU", Rank(question with { Weights = new TargetWeights(Noted: 5) }).States[0].Iso3);
        Assert.Equal([true, false], Rank(question with { Weights = new TargetWeights(Council: 5) }).States.Select(s => s.CouncilUntil is not null).Distinct());
    }

    [Fact]
    public void The_balanced_order_shares_the_places_and_keeps_each_States_place_by_weight()
    {
        var list = TargetRanking.Rank(SearchHarness.Real, new TargetQuestion("CUB", ["womens-rights"], 16) { Order = TargetOrder.Balanced });
        var total = list.States.Count;
        Assert.All(list.Groups, g => Assert.InRange(g.Places, (TargetList.BalanceOver * g.States / total) - 2, (TargetList.BalanceOver * g.States / total) + 2));
        Assert.Equal(Enumerable.Range(1, total), list.States.Select(s => s.PlainRank).Order());
        Assert.Contains(list.States, s => s.Rank != s.PlainRank);
    }

    [Fact]
    public void Against_history_it_finds_more_of_those_who_raised_an_issue_than_the_most_active_on_it()
    {
        var rows = ExportCorpus.Rows;
        Assert.SkipWhen(rows is null, ExportCorpus.Missing);
        var cases = rows!.Where(r => r.Session == 15 && r.Kind == RecommendationKind.Recommendation).SelectMany(r => r.Issues, (r, i) => (r.Sur, Issue: i, r.Rs)).Distinct()
            .GroupBy(c => (c.Sur, c.Issue)).Where(g => g.Count() >= 10).ToList();
        var active = rows!.Where(r => r.Session < 15 && r.Kind == RecommendationKind.Recommendation).SelectMany(r => r.Issues, (r, i) => (r.Rs, Issue: i)).CountBy(c => c).ToLookup(c => c.Key.Issue, c => (c.Key.Rs, c.Value));
        double Recall(IGrouping<(string Sur, string Issue), (string Sur, string Issue, string Rs)> one, IEnumerable<string> order) => (double)order.Where(s => s != one.Key.Sur).Take(20).Count(s => one.Any(c => c.Rs == s)) / one.Count();
        var plain = cases.Average(c => Recall(c, active[c.Key.Issue].OrderByDescending(s => s.Value).Select(s => s.Rs)));
        var ours = cases.Average(c => Recall(c, TargetRanking.Rank(SearchHarness.Real, new TargetQuestion(c.Key.Sur, [c.Key.Issue], 15)).States.Select(s => s.Iso3)));
        Assert.True(ours > plain * 1.05, $"{ours} against {plain}");
    }

    [Fact]
    public void Expected_topics_come_with_the_numbers_they_rest_on()
    {
        var topics = ExpectedTopics.Of(s_index, "CUB", before: 13);
        Assert.Equal((Issue, 1.0), (topics[0].Issue, topics[0].Weight));
        Assert.Equal(Count(null, 12, new SearchFilters { Issues = [Issue] }), topics[0].All);
        Assert.Equal(Count(null, 12, new SearchFilters { Issues = [Issue], Sur = ["CUB"] }), topics[0].ToSame);
        Assert.Equal(["torture-and-other-cid-treatment"], ExpectedTopics.Of(s_index, "CUB", "JPN").Select(t => t.Issue));
        Assert.Empty(ExpectedTopics.Of(s_index, "CUB", "FJI"));
    }

    [Fact]
    public void Issues_are_found_by_name_slug_and_in_lists()
    {
        Assert.Equal([Issue, "womens-rights"], TargetIssues.Find(["Detention,Women's rights", " detention "], out var unknown));
        Assert.Null(unknown);
        TargetIssues.Find(["detention,nonsense"], out unknown);
        Assert.Equal("nonsense", unknown);
    }

    private static TargetList Rank(TargetQuestion? question = null) => TargetRanking.Rank(s_index, question ?? new TargetQuestion("CUB", [Issue]));

    private static int Count(string? rs, int last, SearchFilters filters) => s_index.Run(
        new SearchQuery(null, filters with { Rs = rs is null ? [] : [rs], Sessions = [.. Enumerable.Range(1, last)] }), new SearchPage(Limit: 0, Facets: false)).Pairs;

    /// <summary>France raises the issue often and lately, Kenya less often, Germany once long ago with Cuba, Japan something else, Brazil only in session 13.</summary>
    private static List<IndexRow> Rows()
    {
        var rows = new List<IndexRow>();
        void Add(int session, string sur, string rs, string issue, Position position = Position.Supported) =>
            rows.Add(new IndexRow(rows.Count + 1, rows.Count + 1, null, RecommendationKind.Recommendation, sur, rs, session, position, 5, [issue], $"Recommendation {rows.Count}"));
        Add(4, "CUB", "DEU", Issue, Position.Noted);
        foreach (var (session, sur) in new[] { (9, "HTI"), (9, "BRB"), (10, "JAM"), (10, "PAN"), (11, "ARG"), (11, "PER"), (12, "NPL"), (12, "ECU") })
        {
            Add(session, sur, "FRA", Issue);
            Add(session, sur, "FRA", Issue);
            Add(session, sur, "JPN", "torture-and-other-cid-treatment");
        }

        Add(9, "HTI", "KEN", Issue);
        Add(12, "NPL", "KEN", Issue);
        Add(13, "CUB", "BRA", Issue);
        return rows;
    }
}
