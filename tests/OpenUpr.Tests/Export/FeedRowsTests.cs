using Microsoft.EntityFrameworkCore;
using OpenUpr.Demo;
using OpenUpr.Export.Atom;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Export;

public sealed class FeedRowsTests
{
    private static readonly CancellationToken s_cancel = TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task The_last_added_come_first_and_no_more_than_a_feed_holds(Provider provider)
    {
        await using var test = await DemoAsync(provider);
        using var live = await LiveIndex.OpenAsync(test.Store, s_cancel);
        var rows = await FeedRows.ReadAsync(test.Store, live.Current, SearchQuery.Everything, s_cancel);
        await using var db = test.Store.Open();
        var newest = await (
            from r in db.Recommendations
            join t in db.Texts on r.TextId equals t.Id
            where t.Kind == OpenUpr.Recommendations.RecommendationKind.Recommendation
            orderby r.Id descending
            select r.Id).Take(FeedRows.Longest).ToListAsync(s_cancel);
        Assert.Equal(newest, rows.Select(r => r.Row.Id));
        Assert.Equal(rows.Count, rows.Select(r => r.AtomId).Distinct().Count());
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_changed_position_makes_an_entry_new_again_and_keeps_its_name(Provider provider)
    {
        await using var test = await DemoAsync(provider);
        using var live = await LiveIndex.OpenAsync(test.Store, s_cancel);
        var before = (await FeedRows.ReadAsync(test.Store, live.Current, SearchQuery.Everything, s_cancel))[0];
        var later = before.Updated.AddDays(3);
        await using (var db = test.Store.Open())
        {
            var text = await db.Recommendations.Where(r => r.Id == before.Row.Id).Select(r => r.TextId).SingleAsync(s_cancel);
            await db.Positions.Where(p => p.TextId == text && p.IsCurrent).ExecuteUpdateAsync(p => p.SetProperty(x => x.RecordedAt, later), s_cancel);
        }

        var after = (await FeedRows.ReadAsync(test.Store, live.Current, SearchQuery.Everything, s_cancel))[0];
        Assert.Equal(later, after.Updated);
        Assert.Equal(before.Added, after.Added);
        Assert.Equal(before.AtomId, after.AtomId);
    }

    [Fact]
    public async Task An_entry_has_the_same_name_on_both_databases()
    {
        var names = new List<List<string>>();
        foreach (var provider in Enum.GetValues<Provider>())
        {
            await using var test = await DemoAsync(provider);
            using var live = await LiveIndex.OpenAsync(test.Store, s_cancel);
            names.Add([.. (await FeedRows.ReadAsync(test.Store, live.Current, SearchQuery.Everything, s_cancel)).Select(r => r.AtomId)]);
        }

        Assert.Equal(names[0], names[1]);
    }

    private static async Task<TestStore> DemoAsync(Provider provider)
    {
        var test = await TestStores.CreateAsync(provider, World.Demo);
        await DemoWorld.LoadAsync(test.Store, TimeProvider.System, s_cancel);
        return test;
    }
}
