using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Tests.Sources.Papers.StateMentions;

public sealed class StateMentionsTests
{
    private static readonly ReferenceData s_demo = ReferenceData.Load(World.Demo);
    private static readonly ReferenceData s_real = ReferenceData.Load(World.UnitedNations);

    [Theory]
    [InlineData("Arvenia welcomed Bel Tora's efforts; the Federated Lands of Ulmar asked.", "XAR XBT XUL")]
    [InlineData("Bel Tora (Federation of) and the Orsmere Isles thanked Quillon.", "XBT XOI XQU")]
    [InlineData("arvenia and tovell in small letters are no names", "")]
    [InlineData("Neither XAR nor XQ is taken for a name.", "")]
    [InlineData("Nivalund, Hovand.", "XNI XHO")]
    public void States_are_found_in_running_text(string text, string codes)
    {
        Assert.Equal(codes, string.Join(' ', OpenUpr.Sources.Papers.StateMentions.StateMentions.In(text, s_demo).Select(m => m.Iso3)));
    }

    [Theory]
    [InlineData("Papua New Guinea, Guinea-Bissau, Equatorial Guinea and Guinea", "PNG GNB GNQ GIN")]
    [InlineData("the Democratic People's Republic of Korea and the Republic of Korea", "PRK KOR")]
    [InlineData("the Democratic Republic of the Congo, the Congo, Niger and Nigeria", "COD COG NER NGA")]
    [InlineData("the United Kingdom of Great Britain and Northern Ireland and Ireland", "GBR IRL")]
    [InlineData("Bosnia and Herzegovina and Trinidad and Tobago", "BIH TTO")]
    [InlineData("Democratic Peoples’ Republic of Korea", "PRK")]
    [InlineData("the former Yugoslav Republic of Macedonia and the Libyan Arab Jamahiriya", "MKD LBY")]
    [InlineData("Uzbeki- stan and Timor- Leste", "UZB TLS")]
    [InlineData("hungry people were joined by the U.S. and the UK", "USA GBR")]
    [InlineData("Venezuela (Bolivarian Republic of), Iran (Islamic Republic of), Micronesia (Federated States of)", "VEN IRN FSM")]
    public void The_longest_name_is_meant(string text, string codes)
    {
        Assert.Equal(codes, string.Join(' ', OpenUpr.Sources.Papers.StateMentions.StateMentions.In(text, s_real).Select(m => m.Iso3)));
    }

    [Fact]
    public void A_mention_covers_the_name_with_its_bracket()
    {
        const string Text = "Asked by Bel Tora (Federation of), twice.";
        var mention = Assert.Single(OpenUpr.Sources.Papers.StateMentions.StateMentions.In(Text, s_demo));
        Assert.Equal("Bel Tora (Federation of)", Text.Substring(mention.Start, mention.Length));
    }
}
