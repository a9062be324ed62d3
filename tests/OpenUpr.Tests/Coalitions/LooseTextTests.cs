using OpenUpr.Coalitions;

namespace OpenUpr.Tests.Coalitions;

public sealed class LooseTextTests
{
    [Theory]
    [InlineData("The hearing in Šentjur", "sentjur", 15)]
    [InlineData("ÉLECTION et procès", "PROCES", 12)]
    [InlineData("e\u0301lection", "élection", 0)]
    [InlineData("plain words", "WORDS", 6)]
    [InlineData("Ёлка и йод", "иод", 7)]
    [InlineData("한국", "한", 0)]
    [InlineData("한국", "하", -1)]
    [InlineData("short", "much longer than it", -1)]
    [InlineData("naïve", "nave", -1)]
    [InlineData("“Émile” – l’élan d’été", "ete", 19)]
    [InlineData("A\u030angstro\u0308m", "ANGSTROM", 0)]
    [InlineData("été, étés, étée", "étée", 11)]
    [InlineData("ｅlan", "ｅLAN", 0)]
    [InlineData("ꞌelan ꞌ", "ꞌ", 0)]
    public void A_word_is_found_whatever_its_capitals_and_accents(string text, string word, int expected) =>
        Assert.Equal(expected, new LooseWord(word).IndexIn(LooseText.Prepare(text)));
}
