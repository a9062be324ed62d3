using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers;

public sealed class OrdinalWordsTests
{
    private static readonly ReferenceData s_reference = ReferenceData.Load(World.Demo);

    [Theory]
    [InlineData("held its first session", 1)]
    [InlineData("held its twelfth session", 12)]
    [InlineData("held its twentieth session", 20)]
    [InlineData("held its thirty-fourth session", 34)]
    [InlineData("held its Forty–eighth session", 48)]
    [InlineData("held its ninety-ninth session", 99)]
    [InlineData("held its 41st session", 41)]
    [InlineData("a tenu sa première session", 1)]
    [InlineData("a tenu sa vingt et unième session", 21)]
    [InlineData("a tenu sa trente-quatrième session", 34)]
    [InlineData("a tenu sa soixante et onzième session", 71)]
    [InlineData("a tenu sa quatre-vingt-dix-neuvième session", 99)]
    [InlineData("celebró su primer período de sesiones", 1)]
    [InlineData("celebró su trigésimo cuarto período de sesiones", 34)]
    [InlineData("celebró su 48º período de sesiones", 48)]
    [InlineData("celebró su vigésimo período de sesiones", 20)]
    public void Sessions_are_read_from_words_and_figures(string words, int session)
    {
        var text = $"United Nations\nReport of the Working Group on the Universal Periodic Review\nArvenia\n1. The Working Group on the Universal Periodic Review {words} in Geneva.";
        Assert.Equal(session, PaperRecogniser.Recognise(PaperTexts.Word(text), s_reference).Session);
    }
}
