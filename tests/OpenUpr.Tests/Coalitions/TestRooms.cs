using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Demo;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Coalitions;

/// <summary>The demonstration's coalitions in a store of their own.</summary>
internal sealed class TestRooms(TestStore store, Rooms rooms) : IAsyncDisposable
{
    public Rooms Rooms { get; } = rooms;

    public static async Task<TestRooms> CreateAsync(Provider provider)
    {
        var store = await TestStores.CreateAsync(provider, World.Demo);
        var cancel = TestContext.Current.CancellationToken;
        var keys = await KeyringDoor.OpenAsync(store.Store, new KeySource(Path.Combine(store.Store.Location.DataFolder, "test.key")), TimeProvider.System, cancel);
        await DemoCoalition.LoadAsync(store.Store, keys, TimeProvider.System, cancel);
        return new TestRooms(store, new Rooms(store.Store, keys, TimeProvider.System));
    }

    /// <summary>Access of one of the demonstration's people.</summary>
    /// <remarks>Null where the door is closed; a test that goes on with it fails by itself.</remarks>
    public async Task<CoalitionAccess> AsAsync(string name, string slug = DemoCoalition.Slug)
    {
        await using var db = Rooms.Store.Open();
        var account = db.Accounts.Single(a => a.NormalisedName == name).Id;
        return (await CoalitionAccess.FindAsync(Rooms.Store, account, slug, TestContext.Current.CancellationToken))!;
    }

    public OpenUprDb Open(CoalitionAccess access) => Rooms.Store.Open(access);

    public async ValueTask DisposeAsync()
    {
        Rooms.Keys.Dispose();
        await store.DisposeAsync();
    }
}
