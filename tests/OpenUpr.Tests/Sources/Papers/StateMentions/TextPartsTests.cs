using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Tests.Sources.Papers.StateMentions;

public sealed class TextPartsTests
{
    private static readonly ReferenceData s_demo = ReferenceData.Load(World.Demo);

    [Theory]
    [InlineData("Ratify A (Arvenia); ratify B (Quillon, Tovell);", "Ratify A [XAR] | ratify B [XQU XTO]")]
    [InlineData("Ratify A (CEDAW) and B (Arvenia)", "Ratify A (CEDAW) and B [XAR]")]
    [InlineData("Ratify A (Arvenia) (Tovell); then ratify B (Quillon)", "Ratify A [XAR XTO] | then ratify B [XQU]")]
    [InlineData("Ratify A (Arvenia), without delay", "Ratify A, without delay [XAR]")]
    [InlineData("Ratify A (Arvenia). Ratify the second one as well", "Ratify A [XAR] | Ratify the second one as well []")]
    [InlineData("Ratify A", "Ratify A []")]
    public void A_paragraph_is_parted_at_its_States(string text, string parts)
    {
        Assert.Equal(parts, string.Join(" | ", TextParts.Split(text, s_demo).Select(p => $"{p.Text} [{string.Join(' ', p.IsoCodes)}]")));
    }
}
