using Xunit;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

public sealed class RealDataTests
{
    [Theory]
    [InlineData("", 33_082)]
    [InlineData("kind:pledge", 947)]
    [InlineData("kind:all", 34_029)]
    [InlineData("response:accepted", 24_378)]
    [InlineData("response:noted", 8_704)]
    [InlineData("\"death penalty\"", 1_107)]
    [InlineData("rs:France issue:\"Women's rights\" response:noted", 38)]
    [InlineData("sur-group:GRULAC action:5 session:13..17", 479)]
    [InlineData("issue:\"Rights of the Child\",Labour issues:all", 340)]
    [InlineData("sur:Cuba", 534)]
    public void The_export_gives_the_counts_that_UPR_Info_gives(string query, int pairs) => Assert.Equal(pairs, Real.Count(query));
}
