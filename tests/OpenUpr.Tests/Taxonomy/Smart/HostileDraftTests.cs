using OpenUpr.Taxonomy.Smart;
using Xunit;

namespace OpenUpr.Tests.Taxonomy.Smart;

public sealed class HostileDraftTests
{
    private static readonly string[] s_words = ["ratify", "and", "sign", "CAT", ",", "the", "Optional Protocols to", ";", "(", ")", "\"", "2030", "by", "ILO Conventions", "169", ".", "to", "all necessary measures", "é", "\u0000", "🙂", "its", "CRC", "within", "one year", "–"];

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("....!!!((")]
    public void Nothing_is_not_reviewed(string text) => Assert.Equal(SmartProblem.Empty, SmartReview.Of(text).Problem);

    [Theory]
    [InlineData("Ratifier la Convention contre la torture dans les meilleurs délais")]
    [InlineData("Ratificar la Convención contra la Tortura")]
    [InlineData("Die Todesstrafe abschaffen und das Protokoll ratifizieren")]
    [InlineData("Отменить смертную казнь")]
    [InlineData("التصديق على اتفاقية مناهضة التعذيب")]
    [InlineData("废除死刑")]
    [InlineData("xyzzy qwerty")]
    public void Another_language_is_said_to_be_unread(string text) => Assert.Equal(SmartProblem.NotEnglish, SmartReview.Of(text).Problem);

    [Fact]
    public void A_text_of_more_than_20000_characters_is_refused_and_one_of_20000_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("Ratify CAT and CED, adopt and enforce laws; ", 500));
        Assert.Equal(SmartProblem.TooLong, SmartReview.Of(text[..20_000] + "x").Problem);
        var review = SmartReview.Of(text[..20_000]);
        Assert.Null(review.Problem);
        Assert.All(review.Findings, f => Assert.InRange(f.Places.Count, 0, 20));
        Assert.All(review.Findings, f => Assert.InRange(f.Rewritten.Count, 0, 12));
    }

    /// <summary>Whatever stands in a draft: a verdict for each criterion, places within the text, codes that have words.</summary>
    [Fact]
    public void Any_mixture_of_words_is_reviewed()
    {
        var random = new Random(17);
        for (var i = 0; i < 2_000; i++)
        {
            var text = "Ratify " + string.Join(' ', Enumerable.Range(0, random.Next(1, 25)).Select(_ => s_words[random.Next(s_words.Length)]));
            var review = SmartReview.Of(text, 2026);
            if (review.Problem is null)
            {
                Assert.All(Enum.GetValues<SmartCriterion>(), c => review.VerdictOf(c));
                Assert.All(review.Findings, f => Assert.Contains(f.Code, SmartCodes.All));
                Assert.All(review.Findings.SelectMany(f => f.Places), p => Assert.True(0 <= p.Start && p.Start < p.End && p.End <= text.Length));
            }
        }
    }
}
