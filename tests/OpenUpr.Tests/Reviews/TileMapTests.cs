using OpenUpr.Reviews;

namespace OpenUpr.Tests.Reviews;

public sealed class TileMapTests
{
    [Theory]
    [InlineData(World.UnitedNations)]
    [InlineData(World.Demo)]
    public void Every_State_has_one_cell_of_the_map_and_no_cell_has_two(World world)
    {
        var reference = ReferenceData.Load(world);
        Assert.Equal(reference.States.Select(s => s.Iso3).Order(), reference.TilePlaces.Select(p => p.Iso3).Order());
        Assert.Equal(reference.TilePlaces.Count, reference.TilePlaces.Select(p => (p.Column, p.Row)).Distinct().Count());
        Assert.All(reference.TilePlaces, p => Assert.True(p is { Column: >= 0 and < 30, Row: >= 0 and < 24 }, p.ToString()));
    }

    /// <summary>Which of two is further west or north, so that an exchanged cell is noticed.</summary>
    [Theory]
    [InlineData("USA", "FRA", "CHN")]
    [InlineData("BRA", "AGO", "IDN")]
    [InlineData("MEX", "CUB", "BRB")]
    [InlineData("SEN", "NGA", "KEN")]
    [InlineData("EGY", "SAU", "IND")]
    public void From_west_to_east(string west, string middle, string east)
    {
        var column = ReferenceData.Load(World.UnitedNations).TilePlaces.ToDictionary(p => p.Iso3, p => p.Column);
        Assert.True(column[west] < column[middle] && column[middle] < column[east]);
    }

    [Theory]
    [InlineData("CAN", "MEX", "ARG")]
    [InlineData("NOR", "ITA", "ZAF")]
    [InlineData("RUS", "IND", "AUS")]
    [InlineData("MHL", "FJI", "NZL")]
    public void From_north_to_south(string north, string middle, string south)
    {
        var row = ReferenceData.Load(World.UnitedNations).TilePlaces.ToDictionary(p => p.Iso3, p => p.Row);
        Assert.True(row[north] < row[middle] && row[middle] < row[south]);
    }
}
