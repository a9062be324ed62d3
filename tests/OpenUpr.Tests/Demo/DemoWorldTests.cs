using Microsoft.EntityFrameworkCore;
using OpenUpr.Demo;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Demo;

public sealed class DemoWorldTests
{
    [Theory]
    [OnEachDatabase]
    public async Task The_demonstration_shows_every_kind_of_row(Provider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var test = await TestStores.CreateAsync(provider, World.Demo);
        await DemoWorld.LoadAsync(test.Store, TimeProvider.System, cancel);

        await using var db = test.Store.Open();
        Assert.InRange(await db.Recommendations.CountAsync(cancel), 800, 1200);
        Assert.InRange(await db.Texts.Select(t => t.Text).Distinct().CountAsync(cancel), 300, 2000);
        Assert.Equal(3, (await db.Reviews.Select(r => r.Session).ToListAsync(cancel)).Select(test.Store.Reference.CycleOf).Distinct().Count());
        Assert.True(await db.Texts.AnyAsync(t => t.Kind == RecommendationKind.Pledge, cancel));
        Assert.True(await db.Recommendations.AnyAsync(r => r.Rs == State.Unknown, cancel));
        Assert.True(await db.Positions.AnyAsync(p => p.Partial, cancel));
        Assert.Equal(3, await db.Positions.Where(p => p.IsCurrent).Select(p => p.Value).Distinct().CountAsync(cancel));
        Assert.True(await db.Positions.AnyAsync(p => !p.IsCurrent, cancel));
        Assert.True(await db.Texts.GroupBy(t => t.ParagraphId).AnyAsync(g => g.Count() > 1, cancel));
        Assert.Equal(["coder"], await db.Tags.Select(t => t.SetBy).Distinct().OrderBy(s => s).ToListAsync(cancel));
        Assert.Equal(5, await db.Tags.Where(t => t.Scheme == Tag.ActionScheme).Select(t => t.Value).Distinct().CountAsync(cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Loading_it_again_adds_nothing(Provider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var test = await TestStores.CreateAsync(provider, World.Demo);
        await DemoWorld.LoadAsync(test.Store, TimeProvider.System, cancel);
        await using var db = test.Store.Open();
        var before = await db.Recommendations.CountAsync(cancel);
        await DemoWorld.LoadAsync(test.Store, TimeProvider.System, cancel);
        Assert.Equal(before, await db.Recommendations.CountAsync(cancel));
        Assert.Equal(before + 1, await db.TakeIdsAsync(Counters.Recommendations, 1, cancel));
    }

    [Fact]
    public async Task A_store_of_the_real_world_is_never_filled_with_it()
    {
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        await Assert.ThrowsAsync<StoreException>(() => DemoWorld.LoadAsync(test.Store, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Its_States_have_codes_that_ISO_3166_leaves_to_users()
    {
        var demo = ReferenceData.Load(World.Demo);
        var real = ReferenceData.Load(World.UnitedNations);
        Assert.All(demo.States, s => Assert.Matches("^X[A-Z]{2}$", s.Iso3));
        Assert.All(demo.States, s => Assert.Null(real.Names.Find(s.NameEn)));
    }
}
