using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Tests.Search;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Recommendations;

public sealed class RowCacheTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Kept_rows_are_those_of_the_store_in_the_order_asked_for(Provider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var test = await TestStores.CreateAsync(provider);
        var rows = GeneratedRows.Make(17, 120).ConvertAll(r => r with { ParagraphId = null });
        await StoreFiller.FillAsync(test.Store, rows, 1, cancel);
        using var live = await LiveIndex.OpenAsync(test.Store, cancel);
        var cache = new RowCache(test.Store, live);
        var ids = rows.Select(r => r.Id).Reverse().Append(long.MaxValue).Append(rows[0].Id).ToList();
        await cache.ByIdsAsync([.. ids.Take(5)], cancel);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var kept = await cache.ByIdsAsync(ids, cancel);
            Assert.Equal(ids.Where(id => id != long.MaxValue), kept.Select(r => r.Id));
            var stored = await RecommendationRows.ByIdsAsync(test.Store, ids, cancel);
            Assert.Equal(stored.Select(r => (r.Id, r.Text, r.Position, r.Rs)), kept.Select(r => (r.Id, r.Text, r.Position, r.Rs)));
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_changed_store_is_read_again_once_the_index_knows_of_it(Provider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var test = await TestStores.CreateAsync(provider);
        var rows = GeneratedRows.Make(17, 120).ConvertAll(r => r with { ParagraphId = null });
        await StoreFiller.FillAsync(test.Store, rows, 1, cancel);
        using var live = await LiveIndex.OpenAsync(test.Store, cancel);
        var cache = new RowCache(test.Store, live);
        var changed = rows.First(r => r.Position == Position.Supported);
        Assert.Equal(Position.Supported, (await cache.ByIdsAsync([changed.Id], cancel))[0].Position);
        await using (var db = test.Store.Open())
        {
            await db.Positions.Where(p => p.TextId == changed.TextId).ExecuteUpdateAsync(s => s.SetProperty(p => p.Value, Position.Noted), cancel);
            db.Changes.Add(new Change { Sequence = 2, FirstRecommendationId = changed.Id, LastRecommendationId = changed.Id });
            await db.SaveChangesAsync(cancel);
        }

        Assert.Equal(Position.Supported, (await cache.ByIdsAsync([changed.Id], cancel))[0].Position);
        Assert.True(await live.RefreshAsync(cancel));
        Assert.Equal(Position.Noted, (await cache.ByIdsAsync([changed.Id], cancel))[0].Position);
    }
}
