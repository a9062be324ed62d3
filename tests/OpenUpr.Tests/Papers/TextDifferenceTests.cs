using OpenUpr.Papers;

namespace OpenUpr.Tests.Papers;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("Ratify the Convention.", "ratify Convention", DifferenceSize.Small)]
    [InlineData("Strengthen co-operation", "Strengthen cooperation", DifferenceSize.Small)]
    [InlineData("Follow the programme", "Follow program the", DifferenceSize.Words)]
    [InlineData("Organise a census", "Organize the census", DifferenceSize.Small)]
    [InlineData("Prevent torture in prisons", "Prevent tortrue in prisons", DifferenceSize.Small)]
    [InlineData("Consider ratifying the Protocol", "Ratify the Protocol", DifferenceSize.Words)]
    [InlineData("Count women and men", "Count men and women", DifferenceSize.Words)]
    [InlineData("Meet Peru in Iraq", "Meet Peru in Iran", DifferenceSize.Words)]
    [InlineData("Adopt resolution 200012", "Adopt resolution 200013", DifferenceSize.Words)]
    [InlineData("Do not close the school", "Do close the school", DifferenceSize.Words)]
    [InlineData("Keep it legal", "Keep it illegal", DifferenceSize.Words)]
    public void Other_words_are_told_from_spelling(string first, string second, DifferenceSize size)
    {
        Assert.Equal(size, TextDifference.Of(first, second).Size);
        Assert.Equal(size, TextDifference.Of(second, first).Size);
    }

    [Fact]
    public void More_words_weigh_more() =>
        Assert.True(TextDifference.Of("Mend the old road", "Mend the new bridge").Words > TextDifference.Of("Mend the old road", "Mend the new road").Words);
}
