using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Demo;

public sealed class DemoCoalitionTests
{
    [Theory]
    [OnEachDatabase]
    public async Task The_demonstration_holds_two_coalitions_with_people_in_every_role_and_loads_once(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        await DemoCoalition.LoadAsync(demo.Rooms.Store, demo.Rooms.Keys, TimeProvider.System, TestContext.Current.CancellationToken);

        var roles = new Dictionary<string, CoalitionRole>();
        foreach (var name in new[] { "amara", "lucas", "noor", "tomas", "ines", "samir" })
        {
            roles.Add(name, (await demo.AsAsync(name)).Role);
        }

        Assert.Equal([CoalitionRole.Secretariat, CoalitionRole.Editor, CoalitionRole.Contributor, CoalitionRole.Observer, CoalitionRole.Guest, CoalitionRole.Invited], roles.Values);
        await using var db = demo.Open(await demo.AsAsync("amara"));
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(6, await db.Organisations.CountAsync(cancel));
        Assert.Equal([1, 2], await db.Terms.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync(cancel));
        Assert.Equal(4, await db.Meetings.CountAsync(cancel));
        await using var outsider = demo.Open(await demo.AsAsync("petra", DemoCoalition.OtherSlug));
        Assert.Equal(2, await outsider.Organisations.CountAsync(cancel));
    }

    [Fact]
    public async Task A_closed_cluster_of_the_demonstration_is_there_for_its_people_alone()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        await using var inside = demo.Open(await demo.AsAsync("lucas"));
        await using var outside = demo.Open(await demo.AsAsync("tomas"));
        var cancel = TestContext.Current.CancellationToken;

        Assert.Equal(4, await inside.Meetings.CountAsync(cancel));
        Assert.Equal(3, await outside.Meetings.CountAsync(cancel));
    }
}
