using OpenUpr.Sources.Papers.Paragraphs;
using OpenUpr.Sources.Papers.Reports.Front;
using OpenUpr.Storage;
using static OpenUpr.Tests.Sources.Papers.Reports.InventedReport;

namespace OpenUpr.Tests.Sources.Papers.Reports;

public sealed class FrontFactsTests
{
    private static readonly PaperParagraph[] _report =
    [
        Numbered("1", "The Working Group, established in accordance with resolution 5/1 of 18 June 2007, held its first session from 7 to 18 April 2008. The review of Arvenia was held at the 11th meeting on 14 April 2008. The delegation of Arvenia was headed by H.E. Ms. Ana Ost, Minister of Justice and Human Rights. At its 15th meeting held on 16 April 2008, the Working Group adopted the present report on Arvenia."),
        Numbered("2", "On 28 February 2008, the Council selected the following group of rapporteurs (troika) to facilitate the review of Arvenia: Quillon, the Orsmere Isles and Bel Tora (Federation of)."),
        Numbered("4", "A list of questions prepared in advance by Kessou, Tovell and Quillon was transmitted to Arvenia through the troika.", 2),
        Numbered("9", "Quillon welcomed the report.", 3),
        Numbered("10", "Tovell asked about the review of Jasmar that was held on 1 May 2008.", 3),
        Numbered("11", "Arvenia replied to Kessou.", 4),
    ];

    [Theory]
    [InlineData(ReviewFact.ReviewedOn, "2008-04-14")]
    [InlineData(ReviewFact.AdoptedOn, "2008-04-16")]
    [InlineData(ReviewFact.DelegationHead, "Minister of Justice and Human Rights")]
    [InlineData(ReviewFact.Troika, "XQU XOI XBT")]
    [InlineData(ReviewFact.AskedInAdvance, "XKE XTO XQU")]
    [InlineData(ReviewFact.Speaker, "XQU XTO")]
    public void A_report_says_when_by_whom_and_with_whom(string kind, string values)
    {
        var facts = FrontFacts.Read(_report, _report.Length, Identity, Demo);
        Assert.Equal(values, string.Join(' ', facts.Where(f => f.Kind == kind).Select(f => f.Value)));
    }

    [Theory]
    [InlineData("The delegation was headed by the Minister of Health, Ana de Ost.", "Minister of Health")]
    [InlineData("The delegation was headed by the Minister of Health.", "Minister of Health")]
    [InlineData("The delegation was headed by Her Excellency, Ms. Ana Ost, the Minister of Health, and composed of 13 members.", "Minister of Health")]
    [InlineData("The Attorney General, Ana Ost, headed the delegation of Arvenia.", "Attorney General")]
    [InlineData("The delegation was co-headed by H.E. Ana Ost, Minister of Health and H.E. Per Aas, Minister of Labour.", "Minister of Health | Minister of Labour")]
    [InlineData("The delegation was headed by H.E. Ms. Ana Ost.", "")]
    public void The_office_is_kept_and_the_name_left(string sentence, string offices)
    {
        var facts = FrontFacts.Read([Numbered("1", sentence)], 1, Identity, Demo);
        Assert.Equal(offices, string.Join(" | ", facts.Where(f => f.Kind == ReviewFact.DelegationHead).Select(f => f.Value)));
    }

    [Fact]
    public void A_date_without_a_year_takes_that_of_its_paragraph()
    {
        var facts = FrontFacts.Read([Numbered("1", "Established in 2007, on 18 June 2007, it met from 21 January to 1 February 2013. The review of Arvenia was held at the 8th meeting, on 24 January.")], 1, Identity, Demo);
        Assert.Equal("2013-01-24", Assert.Single(facts).Value);
    }

    [Theory]
    [InlineData("During the interactive dialogue, statements were made by 46 delegations.", 46)]
    [InlineData("During the interactive dialogue, 37 delegations made statements.", 37)]
    [InlineData("Many delegations spoke.", null)]
    public void The_number_of_statements_is_the_reports_own(string text, int? stated)
    {
        Assert.Equal(stated, FrontFacts.StatedSpeakers([Numbered("7", text)]));
    }
}
