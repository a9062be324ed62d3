using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers.Reports;

namespace OpenUpr.Tests.Sources.Papers.Reports;

public sealed class LeadInTests
{
    [Theory]
    [InlineData("The recommendations listed below have been examined by Arvenia and enjoy the support of Arvenia:", Position.Supported)]
    [InlineData("The recommendations below have been examined by Arvenia and enjoy its support:", Position.Supported)]
    [InlineData("The recommendations below enjoy the support of Arvenia, which considers that they are already implemented or in the process of implementation:", Position.Supported)]
    [InlineData("Arvenia considers that the recommendations listed below are either already implemented or in the process of implementation:", Position.Supported)]
    [InlineData("Arvenia agreed on the following:", Position.Supported)]
    [InlineData("The following recommendations were accepted by Arvenia:", Position.Supported)]
    [InlineData("The following recommendations will be examined by Arvenia, which will provide responses in due time, but no later than the fifty-ninth session of the Council:", Position.Pending)]
    [InlineData("Arvenia notes the following recommendations and will provide appropriate responses in due time.", Position.Pending)]
    [InlineData("The response of Arvenia to these recommendations will be included in the outcome report.", Position.Pending)]
    [InlineData("Some recommendations enjoy the support of Arvenia, others need to be further examined, and others do not enjoy its support.", Position.Pending)]
    [InlineData("The recommendations below, noted in the report, did not enjoy the support of Arvenia:", Position.Noted)]
    [InlineData("The following recommendations did not enjoy the support of Arvenia and would thus be noted:", Position.Noted)]
    [InlineData("The following recommendations do not enjoy the support of Arvenia:", Position.Noted)]
    [InlineData("Arvenia considers that the following recommendations cannot be accepted:", Position.Noted)]
    [InlineData("The following recommendations were rejected by Arvenia:", Position.Noted)]
    [InlineData("The recommendations below have been examined by Arvenia and have been noted by Arvenia:", Position.Noted)]
    [InlineData("The following recommendations are noted and pertain to measures already being implemented:", Position.Noted)]
    [InlineData("In the course of the discussion, the following recommendations were made to Arvenia:", null)]
    [InlineData("The recommendations noted in paragraphs 12 and 13 follow:", null)]
    public void A_lead_in_says_what_the_State_made_of_the_list(string text, Position? position) => Assert.Equal(position, LeadIn.Read(text).Value);

    [Theory]
    [InlineData("The following recommendations enjoy the partial support of Arvenia:")]
    [InlineData("The following recommendations were partially accepted by Arvenia:")]
    [InlineData("The following recommendations are accepted in part:")]
    public void Support_for_a_part_is_noted_and_says_so(string text)
    {
        var lead = LeadIn.Read(text);
        Assert.Equal((Position.Noted, true), (lead.Value!.Value, lead.IsPartial));
    }

    [Fact]
    public void The_words_that_decide_are_kept() =>
        Assert.Equal("enjoy the support of Arvenia", LeadIn.Read("The recommendations listed below enjoy the support of Arvenia:").Wording);

    [Theory]
    [InlineData("Arvenia considers that recommendations Nos. 8, 9 and 11 above are already implemented.", "8 9 11")]
    [InlineData("Recommendations 93.31 and 93.40 above have already been implemented.", "93.31 93.40")]
    [InlineData("The recommendations in paragraphs 1 to 3 above enjoy the support of Arvenia.", "1 2 3")]
    [InlineData("These recommendations will be examined at the tenth session, in 2009.", "")]
    public void Numbers_that_a_sentence_names_are_read(string text, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', NumberMentions.In(text)));
}
