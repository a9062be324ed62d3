using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Tests.Sources.Papers.StateMentions;

public sealed class TrailingStatesTests
{
    private static readonly ReferenceData s_demo = ReferenceData.Load(World.Demo);
    private static readonly ReferenceData s_real = ReferenceData.Load(World.UnitedNations);

    [Theory]
    [InlineData("Ratify it (Arvenia);", "Ratify it", "XAR")]
    [InlineData("Ratify it (Arvenia, Bel Tora (Federation of) and the Orsmere Isles).", "Ratify it", "XAR XBT XOI")]
    [InlineData("Ratify it (Arvenia*, Tovell);*", "Ratify it", "XAR XTO")]
    [InlineData("Ratify it (Arvenia3);12", "Ratify it", "XAR")]
    [InlineData("Ratify it (Quillon) (Tovell);", "Ratify it", "XQU XTO")]
    [InlineData("Ratify it (Quillon); and", "Ratify it", "XQU")]
    [InlineData("Ratify it (Quillon / Tovell)", "Ratify it", "XQU XTO")]
    [InlineData("Ratify it (Arvenia, Bel Tora (Federation of);", "Ratify it", "XAR XBT")]
    [InlineData("Ratify it (Arvenia and Quillon;", "Ratify it", "XAR XQU")]
    [InlineData("Ratify it (Arve-nia, Quilon)", "Ratify it", "XAR XQU")]
    [InlineData("Ratify it (OP-CAT) (Nivalund)", "Ratify it (OP-CAT)", "XNI")]
    [InlineData("Ratify it (Arvenia on behalf of the Northern Group)", "Ratify it", "XAR")]
    [InlineData("Ratify it (Arvenia, Arvenia)", "Ratify it", "XAR")]
    public void States_are_taken_off_the_end(string text, string before, string codes)
    {
        var split = TrailingStates.Split(text, s_demo);
        Assert.Equal((before, codes, null), (split.Text, string.Join(' ', split.IsoCodes), split.Unread));
    }

    [Theory]
    [InlineData("Ratify the Convention (CEDAW);", "Ratify the Convention (CEDAW)")]
    [InlineData("Ratify it (art. 5)", "Ratify it (art. 5)")]
    [InlineData("Repeal the law (Decree on Trade with Quillon of 1998)", "Repeal the law (Decree on Trade with Quillon of 1998)")]
    [InlineData("Ratify it", "Ratify it")]
    [InlineData("", "")]
    public void Other_brackets_stay(string text, string before)
    {
        var split = TrailingStates.Split(text, s_demo);
        Assert.Equal((before, null, 0, null), (split.Text, split.AsPrinted, split.IsoCodes.Count, split.Unread));
    }

    [Fact]
    public void What_names_no_State_is_said()
    {
        Assert.Equal("Northern Group", TrailingStates.Split("Ratify it (Arvenia, Northern Group)", s_demo).Unread);
        Assert.Equal("Northern Group", TrailingStates.Split("Ratify it (Northern Group).", s_demo).Unread);
    }

    [Fact]
    public void The_brackets_are_kept_as_printed()
    {
        Assert.Equal("(Arvenia on behalf of Quillon) (Tovell)", TrailingStates.Split("Ratify it (Arvenia on behalf of Quillon) (Tovell);", s_demo).AsPrinted);
    }

    [Theory]
    [InlineData("(Algeria, Iran (Islamic Republic of) and the United Kingdom of Great Britain and Northern Ireland);", "DZA IRN GBR")]
    [InlineData("(Bolivia (Plurinational State of), Côte d’Ivoire, Viet-Nam, DPRK)", "BOL CIV VNM PRK")]
    [InlineData("(Kazakstan, Burkina Fasso, Phillippines)", "KAZ BFA PHL")]
    public void Printed_forms_and_misprints_of_real_papers_are_known(string brackets, string codes)
    {
        var split = TrailingStates.Split("Do so " + brackets, s_real);
        Assert.Equal(("Do so", codes, null), (split.Text, string.Join(' ', split.IsoCodes), split.Unread));
    }

    [Fact]
    public void A_misprint_that_could_be_two_States_is_not_guessed()
    {
        Assert.Equal("Tambia", TrailingStates.Split("Do so (Algeria, Tambia)", s_real).Unread);
    }

    [Fact]
    public void Thousands_of_open_brackets_end_soon()
    {
        var text = string.Concat(Enumerable.Repeat("(Arvenia ", 5000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotNull(TrailingStates.Split(text, s_demo));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }
}
