using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>Addenda name the texts that they answer in several ways.</summary>
public sealed class AnswerMergeTests
{
    private static readonly Paper Report = Paper.Report(
        Paper.Text("60.1", "Open the gate", "FRA", Position.Pending), Paper.Text("60.4", "Close the well", "PER", Position.Pending),
        Paper.Text("61.1", "Ring the bell", "JPN", Position.Pending), Paper.Text("61.2", "Mend the road", "AUT", Position.Pending),
        Paper.Text("62", "It will plant trees", "") with { Kind = RecommendationKind.Pledge });

    [Fact]
    public async Task A_star_answers_every_recommendation_that_no_other_answer_names()
    {
        string[] expected = ["60.1 Supported", "60.4 Noted", "61.1 Supported", "61.2 Supported", "62 "];
        Assert.Equal(expected, await AnswersAsync(Paper.Answer(ReadAnswer.AllOthers, Position.Supported), Paper.Answer("60.4", Position.Noted)));
        Assert.Equal(expected, await AnswersAsync(Paper.Answer("60.4", Position.Noted), Paper.Answer(ReadAnswer.AllOthers, Position.Supported)));
    }

    [Fact]
    public async Task A_number_without_a_text_of_its_own_answers_everything_under_it() =>
        Assert.Equal(
            ["60.1 Pending", "60.4 Pending", "61.1 Noted", "61.2 Supported", "62 "],
            await AnswersAsync(Paper.Answer("61.", Position.Supported), Paper.Answer("61.1", Position.Noted)));

    [Fact]
    public async Task A_plain_number_answers_the_only_recommendation_whose_own_number_it_is() =>
        Assert.Equal(["60.1 Pending", "60.4 Noted", "61.1 Pending", "61.2 Pending", "62 "], await AnswersAsync(Paper.Answer("4", Position.Noted)));

    [Fact]
    public async Task A_plain_number_that_two_paragraphs_bear_answers_neither_and_a_doubt_says_so()
    {
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        await Paper.StoreAsync(test.Store, Report);
        await Paper.StoreAsync(test.Store, Paper.Addendum(Paper.Answer("1", Position.Noted)));
        Assert.DoesNotContain(await StoredReview.PairsAsync(test.Store), p => p.EndsWith("Noted", StringComparison.Ordinal));
        Assert.Equal([("answer-without-text", "1")], (await StoredReview.OpenDoubtsAsync(test.Store)).Select(d => (d.Code, d.Number!)));
    }

    [Fact]
    public async Task A_star_beside_a_number_under_a_paragraph_leaves_that_paragraph_alone() =>
        Assert.Equal(
            ["60.1 Noted", "60.4 Noted", "61.1 Supported", "61.2 Supported", "62 "],
            await AnswersAsync(Paper.Answer(ReadAnswer.AllOthers, Position.Noted), Paper.Answer("61", Position.Supported)));

    private static async Task<IEnumerable<string>> AnswersAsync(params ReadAnswer[] answers)
    {
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        await Paper.StoreAsync(test.Store, Report);
        await Paper.StoreAsync(test.Store, Paper.Addendum(answers));
        Assert.Empty(await StoredReview.OpenDoubtsAsync(test.Store));
        return (await StoredReview.PairsAsync(test.Store)).Select(p => $"{p.Split(' ')[2]} {p[(p.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]}").Order(StringComparer.Ordinal);
    }
}
