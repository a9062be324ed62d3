using OpenUpr.Papers;

namespace OpenUpr.Tests.Papers;

public sealed class PlaceFinderTests
{
    private static readonly string[] s_page = ["A/HRC/99/7", "52. The recommendations enjoy sup-", "port of Arvenia:", "1. Establish an institu-", "tion (Nivalund);", "2. Close the prison (Bel Tora)."];

    [Theory]
    [InlineData("Establish an institution", "52.1", "3 4")]
    [InlineData("the support of arvenia / Close the prison", null, "1 2 5")]
    [InlineData("enjoy support / Close the prison", null, "1 2 5")]
    [InlineData("of the page before. 52. The recommendations enjoy", null, "1")]
    [InlineData("Words that are nowhere on this page", "52.2", "5")]
    [InlineData(null, "52", "1")]
    [InlineData(null, "77", "")]
    [InlineData("", null, "")]
    public void The_place_is_found_over_lines_and_hyphens(string? excerpt, string? number, string expected) =>
        Assert.Equal(expected, string.Join(' ', PlaceFinder.Find(s_page, [excerpt], number).Order()));
}
