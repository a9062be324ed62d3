using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;
using OpenUpr.Tests.Search;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Taxonomy.Readings;

/// <summary>What a model reads is laid beside people's labels, once for each text, and follows the text and the model.</summary>
public sealed class ReadingRunTests
{
    private static CancellationToken Cancel => ReadingStore.Cancel;

    [Theory, OnEachDatabase]
    public async Task Every_text_is_read_once_and_what_nobody_labelled_is_found_by_it(Provider provider)
    {
        await using var test = await ReadingStore.CreateAsync(provider);
        using var index = await LiveIndex.OpenAsync(test.Store, Cancel);
        var fake = new FakeReader();
        Assert.Equal(3, await ReadingRun.CatchUpAsync(test.Store, fake.Reader, cancel: Cancel));
        Assert.Equal(0, await ReadingRun.CatchUpAsync(test.Store, fake.Reader, cancel: Cancel));
        Assert.Equal(3, fake.Asked);

        Assert.True(await index.RefreshAsync(Cancel));
        Assert.Equal(3, await ReadingStore.CountAsync(test.Store, "action:4"));
        Assert.Equal(2, await ReadingStore.CountAsync(test.Store, "issue:torture-and-other-cid-treatment"));
        Assert.Equal(1, await ReadingStore.CountAsync(test.Store, "action:4 labels:people"));
        Assert.Equal(0, await ReadingStore.CountAsync(test.Store, "issue:torture-and-other-cid-treatment labels:people"));
        // Coders say nothing of goals, so the machine's stand beside the coder's action.
        Assert.Equal(3, await ReadingStore.CountAsync(test.Store, "sdg:16"));
        Assert.Equal(0, await ReadingStore.CountAsync(test.Store, "sdg:16 labels:people"));
        Assert.Equal(1, await ReadingStore.CountAsync(test.Store, "-sdg:16"));
    }

    [Theory, OnEachDatabase]
    public async Task Rows_say_whose_their_labels_are(Provider provider)
    {
        await using var test = await ReadingStore.CreateAsync(provider);
        await ReadingRun.CatchUpAsync(test.Store, new FakeReader().Reader, cancel: Cancel);
        var rows = await RecommendationRows.ByIdsAsync(test.Store, [11, 13], Cancel);
        Assert.Equal((4, "coder"), (rows[0].Action, rows[0].Labels.Action!.SetBy));
        Assert.Equal(["Justice"], rows[0].Issues);
        Assert.Equal(("model", "fake-1"), (rows[0].Labels.Sdgs!.SetBy, rows[0].Labels.Model));
        Assert.Equal([16], rows[1].Sdgs);
        Assert.Equal([0.7], rows[1].Labels.Sdgs!.Confidence);
        Assert.Equal((4, "model"), (rows[1].Action, rows[1].Labels.Action!.SetBy));
        Assert.Equal(["Justice", "Torture and other CID treatment"], rows[1].Issues);
        Assert.Equal([0.5, 0.9], rows[1].Labels.Issues!.Confidence);
        Assert.Null(rows[1].OfPeople().Action);
        Assert.Empty(rows[1].OfPeople().Issues);
        Assert.Equal(4, rows[0].OfPeople().Action);

        var details = (await RecommendationDetails.ReadAsync(test.Store, 11, Cancel))!;
        var action = details.Labels.Single(l => l.Scheme == Tag.ActionScheme);
        Assert.True(action.Differs);
        Assert.Equal(["4"], action.Coder!);
        Assert.Equal(0.95, action.ConfidenceOf("5"));
        Assert.False((await RecommendationDetails.ReadAsync(test.Store, 12, Cancel))!.Labels.Single(l => l.Scheme == Tag.ActionScheme).Differs);
    }

    [Theory, OnEachDatabase]
    public async Task A_corrected_text_a_new_text_and_a_new_model_are_read_and_an_older_node_leaves_the_newer_model_alone(Provider provider)
    {
        await using var test = await ReadingStore.CreateAsync(provider);
        await ReadingRun.CatchUpAsync(test.Store, new FakeReader().Reader, cancel: Cancel);
        await StoreFiller.FillAsync(test.Store, [ReadingStore.Row(20, 20, "FRA", "Consider more", null, [])], sequence: 20, Cancel);
        await using (var db = test.Store.Open())
        {
            await db.Texts.Where(t => t.Id == ReadingStore.Untagged).ExecuteUpdateAsync(t => t.SetProperty(x => x.Text, "Ratify it"), Cancel);
            db.Changes.Add(new Change { Sequence = await db.TakeIdsAsync(Counters.Changes, 1, Cancel), FirstRecommendationId = 13, LastRecommendationId = 13 });
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(2, await ReadingRun.CatchUpAsync(test.Store, new FakeReader().Reader, cancel: Cancel));
        Assert.Equal(2, await ReadingStore.CountAsync(test.Store, "action:5"));
        Assert.Equal(4, await ReadingRun.CatchUpAsync(test.Store, new FakeReader("fake-2", shift: 1).Reader, cancel: Cancel));
        Assert.Equal(0, await ReadingStore.CountAsync(test.Store, "action:5"));
        Assert.Equal(0, await ReadingRun.CatchUpAsync(test.Store, new FakeReader().Reader, replaceOthers: false, cancel: Cancel));
        await using var after = test.Store.Open();
        Assert.Equal(["fake-2"], await after.MachineReadings.Select(r => r.Model).Distinct().ToListAsync(Cancel));
        Assert.Equal(2, await after.Tags.CountAsync(t => t.Scheme == Tag.ActionScheme && t.WithdrawnAt == null, Cancel));
    }

    [Theory, OnEachDatabase]
    public async Task Two_nodes_share_the_work_and_a_run_cut_short_goes_on(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        await StoreFiller.FillAsync(test.Store, [.. Enumerable.Range(1, 4_500).Select(i => ReadingStore.Row(i, i, "FRA", $"Consider {i}", null, []))], sequence: 1, Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = new FakeReader();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadingRun.CatchUpAsync(test.Store, first.Reader, progress: new Stop(stop), cancel: stop.Token));
        Assert.InRange(first.Asked, 2_000, 4_499);

        var (left, right) = (new FakeReader(), new FakeReader());
        await Task.WhenAll(ReadingRun.CatchUpAsync(test.Store, left.Reader, cancel: Cancel), ReadingRun.CatchUpAsync(test.Store, right.Reader, cancel: Cancel));
        Assert.Equal(4_500, first.Asked + left.Asked + right.Asked);
        await using var db = test.Store.Open();
        Assert.Equal(4_500, await db.MachineReadings.CountAsync(Cancel));
    }

    [Fact]
    public async Task Statistics_say_how_much_a_machine_labelled()
    {
        await using var test = await ReadingStore.CreateAsync(Provider.Sqlite);
        await ReadingRun.CatchUpAsync(test.Store, new FakeReader().Reader, cancel: Cancel);
        using var index = await LiveIndex.OpenAsync(test.Store, Cancel);
        var bySur = StatisticTable.Read(index.Current, SearchQuery.Everything, "sur");
        Assert.Equal((4, 2, 1), (bySur.Total.Count, bySur.ByMachine, bySur.Total.Specific + bySur.Total.Actions[2]));
        Assert.Equal(1, StatisticTable.Read(index.Current, SearchQuery.Everything, "sur", CountUnit.Texts).ByMachine);
        Assert.Equal(4, StatisticTable.Read(index.Current, SearchQuery.Everything, "sdg").ByMachine);
        Assert.Equal(0, StatisticMatrix.Read(index.Current, SearchQuery.Everything, "sur", "rs").ByMachine);
        Assert.Equal(2, StatisticMatrix.Read(index.Current, SearchQuery.Everything, "sur", "issue").ByMachine);
        var people = StatisticTable.Read(index.Current, SearchQuery.Everything with { Labels = LabelScope.People }, "issue");
        Assert.Equal((0, 2, 4), (people.ByMachine, people.Without, people.Total.Count));
    }

    [Fact]
    public async Task Reading_changes_the_same_rows_as_building_anew()
    {
        await using var test = await ReadingStore.CreateAsync(Provider.Sqlite);
        using var live = await LiveIndex.OpenAsync(test.Store, Cancel);
        await ReadingRun.CatchUpAsync(test.Store, new FakeReader().Reader, cancel: Cancel);
        await live.RefreshAsync(Cancel);
        using var anew = await LiveIndex.RebuildAsync(test.Store, Cancel);
        Assert.Equal(Described(anew.Current), Described(live.Current));

        static string[] Described(SearchIndex index) => [.. index.Run(SearchQuery.Everything, new SearchPage()).Facets.SelectMany(f => f.Values.Select(v => $"{f.Field} {v.Value} {v.Count}"))];
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => source.Cancel();
    }
}
