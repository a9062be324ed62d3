using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Tests.Search;

namespace OpenUpr.Tests.Recommendations;

public sealed class ResponseHistoryTests
{
    private static readonly SearchIndex s_index = SearchHarness.Build(Rows());

    [Fact]
    public void A_State_that_notes_an_issue_again_and_again_is_expected_to_note_it()
    {
        var (refused, taken) = (Expect("CUB", "death-penalty"), Expect("CUB", "detention"));
        Assert.InRange(refused.Supported, 0, 0.3);
        Assert.InRange(taken.Supported, 0.7, 1);
        Assert.All([refused, taken], e => Assert.True(e.Low < e.Supported && e.Supported < e.High && e.Low > 0 && e.High < 1 && !e.TooLittle));
        Assert.True(Expect("KEN", "death-penalty").Supported > refused.Supported + 0.3);
    }

    [Fact]
    public void The_basis_counts_texts_once_and_says_of_whom()
    {
        var basis = Expect("CUB", "death-penalty", 5, "WEOG").Basis.ToDictionary(b => b.Kind);
        Assert.Equal(new ExpectedBasis(ExpectedBasisKind.StateIssue, 20, 0), basis[ExpectedBasisKind.StateIssue]);
        Assert.Equal(new ExpectedBasis(ExpectedBasisKind.State, 40, 20), basis[ExpectedBasisKind.State]);
        Assert.Equal(new ExpectedBasis(ExpectedBasisKind.Issue, 40, 20), basis[ExpectedBasisKind.Issue]);
        Assert.Equal(80, basis[ExpectedBasisKind.All].Texts);
        Assert.Equal(9, basis.Count);
        Assert.DoesNotContain(Expect("CUB", "death-penalty").Basis, b => b.Kind is ExpectedBasisKind.Action or ExpectedBasisKind.StateRsGroup);
    }

    [Fact]
    public void Of_a_State_without_a_history_it_says_that_it_has_none_and_gives_what_holds_for_others()
    {
        var expected = Expect("FJI", "death-penalty");
        Assert.True(expected.TooLittle);
        Assert.Equal((expected.FromOthers, 0), (expected.Supported, expected.OwnWeight));
        Assert.True(expected.High - expected.Low > Expect("CUB", "detention").High - Expect("CUB", "detention").Low);
    }

    [Fact]
    public void The_more_a_State_was_asked_on_an_issue_the_more_its_own_history_weighs()
    {
        Assert.True(Expect("CUB", "death-penalty").OwnWeight > Expect("CUB", "torture-and-other-cid-treatment").OwnWeight);
        Assert.Equal(0, Expect("CUB", "torture-and-other-cid-treatment").OwnWeight);
    }

    [Fact]
    public void The_same_rows_give_the_same_expectation()
    {
        var again = ResponseHistory.Of(SearchHarness.Build(Rows())).Expect(new ExpectedQuestion("KEN", ["death-penalty"], 2))!;
        var first = Expect("KEN", "death-penalty", 2);
        Assert.Equal((first.Supported, first.Low, first.High), (again.Supported, again.Low, again.High));
    }

    [Fact]
    public void Without_any_answer_nothing_is_expected()
    {
        Assert.Null(ResponseHistory.Of(SearchHarness.Build([])).Expect(new ExpectedQuestion("CUB", [])));
        Assert.Null(ResponseHistory.Of(SearchHarness.Build(Rows().Select(r => r with { Position = Position.Pending }))).Expect(new ExpectedQuestion("CUB", [])));
    }

    private static ExpectedResponse Expect(string sur, string issue, int? action = null, string? rsGroup = null) =>
        ResponseHistory.Of(s_index).Expect(new ExpectedQuestion(sur, [issue], action, rsGroup))!;

    /// <summary>Two States in two reviews each: one notes everything on an issue, all else is supported. Each text has two pairs.</summary>
    private static IEnumerable<IndexRow> Rows()
    {
        for (var i = 0; i < 160; i++)
        {
            var text = i / 2;
            var (sur, issue) = (text % 2 == 0 ? "CUB" : "KEN", text / 2 % 2 == 0 ? "death-penalty" : "detention");
            var noted = sur == "CUB" && issue == "death-penalty";
            yield return new IndexRow(
                i + 1, text + 1, null, RecommendationKind.Recommendation, sur, i % 2 == 0 ? "FRA" : "ESP", text < 40 ? 4 : 16, noted ? Position.Noted : Position.Supported, 1 + (text % 5), [issue], $"Text {text}");
        }
    }
}
