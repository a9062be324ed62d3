using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Paragraphs;
using OpenUpr.Sources.Papers.Reports.Dialogue;
using static OpenUpr.Tests.Sources.Papers.Reports.InventedReport;

namespace OpenUpr.Tests.Sources.Papers.Reports;

public sealed class CitedRecommendationsTests
{
    private static readonly PaperParagraph[] _dialogue =
    [
        Numbered("20", "Quillon welcomed the new law and recommended that Arvenia (a) abolish the death penalty; (b) open its archives to the public and (c) end child labour. It hoped for more.", 5),
        Numbered("21", "Noting the progress made, Tovell asked about prisons. It recommended that the Government build no more of them. Tovell also recommended that the courts be independent. It thanked the delegation.", 6),
        Numbered("22", "Kessou encouraged Arvenia to invite all special procedures.", 6),
        Numbered("23", "Nivalund recommended that Arvenia (a) ratify (i) the first treaty; (ii) the second treaty; and (b) publish its report.", 7),
        Numbered("24", "Hovand recommended that Arvenia ratify (a) the first treaty and (b) the second treaty.", 7),
        Numbered("25", "Jasmar inquired about the poor. It hoped that Arvenia would do more.", 8),
        Numbered("26", "Arvenia replied that it would think about it.", 8),
    ];

    [Theory]
    [InlineData("20 (b)", "XQU: open its archives to the public")]
    [InlineData("20 (a), (c)", "XQU: abolish the death penalty | XQU: end child labour")]
    [InlineData("20 (a, c)", "XQU: abolish the death penalty | XQU: end child labour")]
    [InlineData("20 (a)-(c)", "XQU: abolish the death penalty | XQU: open its archives to the public | XQU: end child labour")]
    [InlineData("20(b) and 22", "XQU: open its archives to the public | XKE: invite all special procedures")]
    [InlineData("21", "XTO: build no more of them | XTO: that the courts be independent")]
    [InlineData("21 (b)", "XTO: that the courts be independent")]
    [InlineData("21, last sentence", "XTO: It thanked the delegation")]
    [InlineData("23 (a) (ii) and (b)", "XNI: the second treaty | XNI: publish its report")]
    [InlineData("24 (b)", "XHO: ratify the second treaty")]
    [InlineData("25", "XJA: do more")]
    public void A_citation_is_read_where_it_points(string cited, string texts)
    {
        var read = Read($"The recommendations noted in the report in paragraphs {cited} above did not enjoy the support of Arvenia.");
        Assert.Equal(texts, string.Join(" | ", read.Texts.Select(t => $"{string.Join(' ', t.States)}: {t.Text}")));
        Assert.Empty(read.Doubts);
    }

    [Fact]
    public void A_text_says_where_it_stands_and_who_cites_it()
    {
        var text = Read("Recommendations noted in paragraphs 20 (b) and 22 above will be examined by Arvenia, which will respond in due time.").Texts[1];
        Assert.Equal(("60", "2", 6, "22"), (text.Paragraph, text.Part, text.Page, Assert.Single(text.Cited)));
        Assert.Equal((Position.Pending, "A/HRC/8/99, para. 60"), (text.Position!.Value, text.Position.Source));
    }

    [Fact]
    public void A_position_comes_with_its_wording_lead_and_reason()
    {
        var position = Read("Arvenia considers that recommendations contained in paragraphs 22 do not enjoy its support because they are unfounded.").Texts[0].Position!;
        Assert.Equal((Position.Noted, "because they are unfounded"), (position.Value, position.Reason));
        Assert.StartsWith("Arvenia considers", position.Lead, StringComparison.Ordinal);
        Assert.StartsWith("do not enjoy", position.Wording, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20 (f)")]
    [InlineData("19")]
    public void A_citation_that_leads_nowhere_is_a_doubt(string cited)
    {
        var read = Read($"The recommendations noted in the report in paragraphs {cited} above did not enjoy the support of Arvenia.");
        Assert.Empty(read.Texts);
        Assert.Equal(("citation-unresolved", cited), (Assert.Single(read.Doubts).Code, read.Doubts[0].Excerpt));
    }

    [Theory]
    [InlineData("The recommendations mentioned in paragraph 20 of the national report enjoy the support of Arvenia.")]
    [InlineData("The recommendations listed in paragraph 60 did not enjoy the support of Arvenia.")]
    [InlineData("Arvenia thanked all States for their recommendations. It refers to paragraph 20.")]
    public void Other_papers_and_lists_of_the_conclusions_are_no_citations(string sentence)
    {
        Assert.Empty(Read(sentence).Texts);
    }

    [Fact]
    public void A_place_that_is_cited_twice_counts_once()
    {
        Assert.Single(Read("The recommendations noted in paragraphs 22 did not enjoy the support of Arvenia. Arvenia takes note of the recommendations reflected in paragraphs 22.").Texts);
    }

    [Fact]
    public void Hostile_lists_end_soon()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Read("The recommendations in paragraphs " + string.Concat(Enumerable.Repeat("20 (a) to ", 20_000)) + " did not enjoy the support of Arvenia.");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    private static CitedTexts Read(string conclusion) =>
        CitedRecommendations.Read([.. _dialogue, Numbered("60", conclusion, 9)], _dialogue.Length, Identity, Invented);
}
