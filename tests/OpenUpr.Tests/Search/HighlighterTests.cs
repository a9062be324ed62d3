using OpenUpr.Search;
using Xunit;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("torture", "End torture and torturing.", "End [torture] and [torturing].")]
    [InlineData("\"death penalty\"", "Death: penalty, penalty of death, the death penalty", "[Death: penalty], penalty of death, the [death penalty]")]
    [InlineData("ratif*", "Ratify, ratified, ratio", "[Ratify], [ratified], ratio")]
    [InlineData("etat", "L'État", "L'[État]")]
    [InlineData("torture -prison", "torture in prison", "[torture] in prison")]
    [InlineData("torture OR prison", "torture in prison", "[torture] in [prison]")]
    [InlineData("CEDAW", "the Convention on the Elimination of All Forms of Discrimination against Women and CEDAW", "the [Convention on the Elimination of All Forms of Discrimination against Women] and [CEDAW]")]
    [InlineData("CEDAW synonyms:off", "Convention on the Elimination", "Convention on the Elimination")]
    [InlineData("sur:CUB", "Cuba", "Cuba")]
    [InlineData("women's", "women’s and women", "[women’s] and women")]
    public void What_matched_is_marked(string query, string text, string marked) =>
        Assert.Equal(marked, string.Concat(Highlighter.Mark(text, Query(query)).Select(p => p.Matched ? $"[{p.Text}]" : p.Text)));

    [Fact]
    public void The_pieces_are_the_text()
    {
        var random = new Random(9);
        for (var i = 0; i < 500; i++)
        {
            var text = GeneratedRows.Text(random, random.Next(12));
            var query = new SearchQuery(GeneratedQueries.Expression(random, GeneratedRows.Words, 2, true), SearchFilters.None);
            Assert.Equal(text, string.Concat(Highlighter.Mark(text, query).Select(p => p.Text)));
        }
    }
}
