using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers.Addenda;

public sealed class DecisionReaderTests
{
    private const string Decision = """
        United Nations A/HRC/DEC/22/107
        Distr.: General
        9 April 2013
        Human Rights Council
        Twenty-second session
        Decision adopted by the Human Rights Council on 14 March 2013
        22/107. Outcome of the universal periodic review: Arvenia
        The Human Rights Council,
        Having conducted the review of Arvenia on 2 November 2012 in conformity with all relevant provisions,
        Adopts the outcome of the review of Arvenia.
        35th meeting
        14 March 2013
        _ 1 A/HRC/22/16.
        _ 2 A/HRC/22/16/Add.1.
        """;

    [Fact]
    public void A_decision_gives_the_day_of_adoption_the_State_and_the_papers_it_adopts()
    {
        var reading = PaperReader.Read(PaperTexts.Word(Decision), ReferenceData.Load(World.Demo));
        Assert.Equal((PaperKind.Decision, "A/HRC/DEC/22/107", "XAR", "A/HRC/22/16"), (reading.Identity.Kind, reading.Identity.Symbol, reading.Identity.Sur, reading.Identity.ReportSymbol));
        Assert.Equal(new DateOnly(2013, 4, 9), reading.Identity.PublishedOn);
        Assert.Equal(new ReadFact("outcome-adopted-on", "2013-03-14", null), Assert.Single(reading.Facts));
        Assert.Contains(reading.Passages, p => p.Text == "A/HRC/22/16/Add.1.");
        Assert.DoesNotContain(reading.Passages, p => p.Text.Contains("Distr", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cycle3/g2007307.pdf", "2020-03-12")]
    [InlineData("cycle4/g2511026.pdf", "2025-07-02")]
    public void The_decisions_of_the_corpus_are_dated(string file, string day) => Assert.Equal(day, Assert.Single(PaperCorpus.Read($"slovenia/{file}").Facts).Value);
}
