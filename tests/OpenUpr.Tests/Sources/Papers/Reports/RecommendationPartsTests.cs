using OpenUpr.Sources.Papers.Reports;
using static OpenUpr.Tests.Sources.Papers.Reports.InventedReport;

namespace OpenUpr.Tests.Sources.Papers.Reports;

public sealed class RecommendationPartsTests
{
    [Theory]
    [InlineData("Ratify the Convention (Quillon, Tovell);", "Ratify the Convention [XQU XTO]")]
    [InlineData("Ratify the Convention (Quillon); abolish the death penalty (Tovell).", "Ratify the Convention [XQU] | abolish the death penalty [XTO]")]
    [InlineData("Ratify the Convention (Quillon). Abolish the death penalty (Tovell).", "Ratify the Convention [XQU] | Abolish the death penalty [XTO]")]
    [InlineData("Ratify the Convention (Quillon) Abolish the death penalty (Tovell)", "Ratify the Convention [XQU] | Abolish the death penalty [XTO]")]
    [InlineData("Ratify the treaty (Quillon), the protocol (Tovell) and establish a mechanism (Kessou);", "Ratify the treaty [XQU] | Ratify the treaty, the protocol [XTO] | establish a mechanism [XKE]")]
    [InlineData("Ensure training (Quillon), build prisons (Tovell, Kessou) and open schools (Kessou);", "Ensure training [XQU] | build prisons [XTO] | build prisons and open schools [XKE]")]
    [InlineData("Sign (Quillon), ratify (Tovell) the Convention on Rivers;", "Sign the Convention on Rivers [XQU] | ratify the Convention on Rivers [XTO]")]
    [InlineData("Consider expediting (Quillon)/ratify the Convention on Rivers (Tovell);", "Consider expediting/ratify the Convention on Rivers [XQU] | ratify the Convention on Rivers [XTO]")]
    [InlineData("Increase efforts (Quillon) to harmonize the law with the treaty (Tovell);", "Increase efforts to harmonize the law with the treaty [XQU XTO]")]
    [InlineData("Ratify the Convention (Quillon); consider its ratification (Tovell);", "Ratify the Convention [XQU] | Ratify the Convention; consider its ratification [XTO]")]
    [InlineData("Ratify the Convention (Quillon) and the protocol thereto (Tovell);", "Ratify the Convention [XQU] | Ratify the Convention and the protocol thereto [XTO]")]
    [InlineData("Continue its efforts: for the poor (Quillon); in schools (Tovell);", "Continue its efforts: for the poor [XQU] | Continue its efforts: in schools [XTO]")]
    [InlineData("Ratify the Convention (Quillon) as soon as possible;", "Ratify the Convention as soon as possible [XQU]")]
    [InlineData("Ratify OP-CAT (art. 5) and report (Quillon);¹", "Ratify OP-CAT (art. 5) and report [XQU]")]
    [InlineData("Keep the treaties (the instruments that Arvenia ratified) in law (Quillon);", "Keep the treaties (the instruments that Arvenia ratified) in law [XQU]")]
    [InlineData("Build schools [Arvenia's] and roads (Quillon);", "Build schools [Arvenia's] and roads [XQU]")]
    [InlineData("With regard to the recommendation of Quillon reflected above, Arvenia can consult.", "With regard to the recommendation of Quillon reflected above, Arvenia can consult. [XQU]")]
    [InlineData("Build roads in every province of the land;", "Build roads in every province of the land []")]
    public void Texts_are_told_apart_with_their_States(string printed, string texts) =>
        Assert.Equal(texts, string.Join(" | ", RecommendationParts.Of(printed, Invented).Select(p => $"{p.Text} [{string.Join(' ', p.IsoCodes)}]")));

    [Fact]
    public void The_brackets_are_kept_as_printed()
    {
        var part = Assert.Single(RecommendationParts.Of("Build roads (Quillon) (Bel Tora (Federation of));", Invented));
        Assert.Equal("(Quillon) (Bel Tora (Federation of))", part.AsPrinted);
        Assert.Equal(["XQU", "XBT"], part.IsoCodes);
    }
}
