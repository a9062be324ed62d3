using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Reports.Dialogue;
using static OpenUpr.Tests.Sources.Papers.Reports.InventedReport;

namespace OpenUpr.Tests.Sources.Papers.Reports;

public sealed class DialogueSpeakersTests
{
    [Theory]
    [InlineData("Quillon welcomed the law of Arvenia.", "XQU")]
    [InlineData("The representative of Tovell asked about Quillon.", "XTO")]
    [InlineData("Noting that Arvenia had made progress, Kessou inquired about prisons.", "XKE")]
    [InlineData("Bel Tora (Federation of), speaking on behalf of the Northern Group, recommended a plan.", "XBT")]
    [InlineData("Quillon and Tovell thanked the delegation.", "XQU XTO")]
    [InlineData("Quillon noted progress. Tovell commended Arvenia.", "XQU XTO")]
    [InlineData("The delegation of Arvenia stated that Quillon had misunderstood.", "XAR")]
    [InlineData("It was asked whether the plan existed.", "")]
    public void Who_speaks_is_told_from_who_is_spoken_of(string paragraph, string states)
    {
        Assert.Equal(states, string.Join(' ', DialogueSpeakers.Of(paragraph, Demo)));
    }

    [Fact]
    public void Only_paragraphs_of_the_dialogue_get_speakers()
    {
        ReadPassage[] passages =
        [
            new("5", "I. Summary › A. Presentation by the State under review", 1, "Quillon welcomed it."),
            new("9", "I. Summary › B. Interactive dialogue and responses", 2, "Quillon welcomed it."),
        ];
        Assert.Equal([0, 1], DialogueSpeakers.Name(passages, Demo).Select(p => p.States.Count));
    }
}
