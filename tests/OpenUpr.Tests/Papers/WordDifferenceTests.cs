using OpenUpr.Papers;

namespace OpenUpr.Tests.Papers;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("a b c", "a x c", "a [b] c", "a [x] c")]
    [InlineData("a b", "a b", "a b", "a b")]
    [InlineData("", "new words", "", "[new words]")]
    [InlineData("one two three four", "zero two four five", "[one] two [three] four", "[zero] two four [five]")]
    public void The_words_that_only_one_has_are_marked(string first, string second, string expectedFirst, string expectedSecond)
    {
        var (a, b) = WordDifference.Of(first, second);
        Assert.Equal((expectedFirst, expectedSecond), (Draw(a), Draw(b)));
    }

    [Fact]
    public void Texts_too_long_to_compare_are_shown_whole()
    {
        var long_ = string.Join(' ', Enumerable.Range(0, 2000));
        Assert.Equal($"[{long_}]", Draw(WordDifference.Of(long_, "x").First));
    }

    private static string Draw(IReadOnlyList<WordRun> runs) => string.Join(' ', runs.Select(r => r.Differs ? $"[{r.Text}]" : r.Text));
}
