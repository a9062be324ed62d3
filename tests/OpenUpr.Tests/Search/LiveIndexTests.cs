using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

public sealed class LiveIndexTests
{
    [Theory]
    [OnEachDatabase]
    public async Task The_index_follows_the_stores_changes_on_every_node(Provider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        var rows = Rows();
        await using var test = await TestStores.CreateAsync(provider);
        var store = test.Store;
        using var one = await LiveIndex.OpenAsync(store, cancel);
        using var other = await LiveIndex.OpenAsync(await Store.OpenAsync(store.Location, cancel: cancel), cancel);
        Assert.Equal(0, one.Current.Count);
        Assert.False(await one.RefreshAsync(cancel));

        var half = rows.Where(r => r.TextId <= 60).ToList();
        await StoreFiller.FillAsync(store, half, 1, cancel);
        Assert.True(await one.RefreshAsync(cancel));
        AssertSame(Build(half), one.Current);
        await StoreFiller.FillAsync(store, [.. rows.Except(half)], 2, cancel);
        Assert.True(await one.RefreshAsync(cancel));
        Assert.True(await other.RefreshAsync(cancel));
        Assert.False(await other.RefreshAsync(cancel));
        AssertSame(Build(rows), one.Current);
        AssertSame(Build(rows), other.Current);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_new_position_and_a_merged_pair_are_taken_in(Provider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        var rows = Rows();
        await using var test = await TestStores.CreateAsync(provider);
        var store = test.Store;
        await StoreFiller.FillAsync(store, rows, 1, cancel);
        using var live = await LiveIndex.OpenAsync(store, cancel);
        var text = rows.First(r => r.Position == Position.Supported).TextId;
        var gone = rows.Last(r => r.TextId != text);
        await using (var db = store.Open())
        {
            await db.Positions.Where(p => p.TextId == text).ExecuteUpdateAsync(s => s.SetProperty(p => p.Value, Position.Noted), cancel);
            await db.Recommendations.Where(r => r.Id == gone.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.MergedIntoId, rows[0].Id), cancel);
            foreach (var (id, sequence) in new[] { (rows.First(r => r.TextId == text).Id, 2), (gone.Id, 3) })
            {
                db.Changes.Add(new Change { Sequence = sequence, FirstRecommendationId = id, LastRecommendationId = id });
            }

            await db.SaveChangesAsync(cancel);
        }

        Assert.True(await live.RefreshAsync(cancel));
        AssertSame(Build(rows.Where(r => r.Id != gone.Id).Select(r => r.TextId == text ? r with { Position = Position.Noted } : r)), live.Current);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_start_uses_the_snapshot_and_survives_a_damaged_one(Provider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var test = await TestStores.CreateAsync(provider);
        var store = test.Store;
        await StoreFiller.FillAsync(store, Rows(), 1, cancel);
        var snapshot = Path.Combine(store.Location.DataFolder, "search.index");
        using (await LiveIndex.OpenAsync(store, cancel))
        {
            Assert.True(File.Exists(snapshot));
        }

        await File.WriteAllTextAsync(snapshot, "not an index", cancel);
        using var live = await LiveIndex.OpenAsync(store, cancel);
        AssertSame(Build(Rows()), live.Current);
        Assert.True(new FileInfo(snapshot).Length > 100);
        using var again = await LiveIndex.OpenAsync(store, cancel);
        AssertSame(Build(Rows()), again.Current);
    }

    /// <summary>The store has no paragraphs without a document of their own, so these rows have none.</summary>
    private static List<IndexRow> Rows() => GeneratedRows.Make(17, 120).ConvertAll(r => r with { ParagraphId = null });

    private static void AssertSame(SearchIndex expected, SearchIndex actual)
    {
        foreach (var query in new[] { Query("kind:all"), Query("rights OR torture"), Query("\"human rights\" kind:all") })
        {
            var (a, b) = (expected.Run(query, new SearchPage(SortBy.Id, Limit: 9_999)), actual.Run(query, new SearchPage(SortBy.Id, Limit: 9_999)));
            Assert.Equal((a.Pairs, a.Texts), (b.Pairs, b.Texts));
            Assert.Equal(a.Ids, b.Ids);
            Assert.Equal(a.Facets.SelectMany(f => f.Values), b.Facets.SelectMany(f => f.Values));
        }
    }
}
