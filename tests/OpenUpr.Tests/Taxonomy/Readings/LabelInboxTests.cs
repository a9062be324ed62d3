using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Taxonomy.Readings;

public sealed class LabelInboxTests
{
    private static CancellationToken Cancel => ReadingStore.Cancel;

    [Theory, OnEachDatabase]
    public async Task What_a_person_would_most_likely_change_comes_first_and_what_was_settled_waits_no_more(Provider provider)
    {
        await using var test = await ReadingStore.CreateAsync(provider);
        await ReadingRun.CatchUpAsync(test.Store, new FakeReader().Reader, cancel: Cancel);
        var page = await LabelInbox.ReadAsync(test.Store, new QueueFilter(QueueOrder.Action), 1, Cancel);
        Assert.Equal([ReadingStore.Differing, ReadingStore.Untagged, ReadingStore.Alike], page.Rows.Select(r => r.TextId));
        Assert.Equal((3, 1, 2, 0), (page.Total, page.ByModel, page.ByCoder, page.ByUser));
        Assert.Equal([0.95, 0.4, 0.2], page.Rows.Select(r => Math.Round(r.ActionDoubt, 3)));
        Assert.Equal(["FRA", "KEN"], page.Rows[1].Rs);
        Assert.Equal((ReadingStore.Differing, ReadingStore.Alike), await LabelInbox.AroundAsync(test.Store, new QueueFilter(QueueOrder.Action), ReadingStore.Untagged, Cancel));
        Assert.Equal((null, ReadingStore.Untagged), await LabelInbox.AroundAsync(test.Store, new QueueFilter(QueueOrder.Action), ReadingStore.Differing, Cancel));

        await Corrections.SetAsync(test.Store, TimeProvider.System, ReadingStore.Differing, Tag.ActionScheme, ["5"], "curator", Cancel);
        page = await LabelInbox.ReadAsync(test.Store, new QueueFilter(QueueOrder.Action, SetBy: Tag.Coder), 1, Cancel);
        Assert.Equal([ReadingStore.Alike], page.Rows.Select(r => r.TextId));
        Assert.Equal((1, 1, 1, 1), (page.Total, page.ByModel, page.ByCoder, page.ByUser));
        Assert.Equal((null, ReadingStore.Untagged), await LabelInbox.AroundAsync(test.Store, new QueueFilter(QueueOrder.Action), ReadingStore.Differing, Cancel));
    }

    [Theory, OnEachDatabase]
    public async Task The_whole_queue_weighs_issues_too_and_filters_by_review(Provider provider)
    {
        await using var test = await ReadingStore.CreateAsync(provider);
        await ReadingRun.CatchUpAsync(test.Store, new FakeReader().Reader, cancel: Cancel);
        var all = await LabelInbox.ReadAsync(test.Store, new QueueFilter(), 1, Cancel);
        Assert.Equal(3, all.Rows.Count);
        Assert.All(all.Rows, r => Assert.Equal(1 - ((1 - r.ActionDoubt) * (1 - r.IssueDoubt)), r.Doubt, 9));

        // Read as justice and torture, coded as justice alone: right only where one half is and nine tenths are not.
        Assert.Equal(1 - (0.1 * 0.5), all.Rows.Single(r => r.TextId == ReadingStore.Differing).IssueDoubt, 9);
        Assert.Equal(3, (await LabelInbox.ReadAsync(test.Store, new QueueFilter(QueueOrder.Issues, Sur: "CUB", Session: 16), 1, Cancel)).Total);
        Assert.Equal(0, (await LabelInbox.ReadAsync(test.Store, new QueueFilter(QueueOrder.Issues, Sur: "CUB", Session: 17), 1, Cancel)).Total);
        Assert.Equal([ReadingStore.Untagged], (await LabelInbox.ReadAsync(test.Store, new QueueFilter(SetBy: Tag.Model), 1, Cancel)).Rows.Select(r => r.TextId));

        await Corrections.ConfirmAsync(test.Store, TimeProvider.System, ReadingStore.Alike, [Tag.ActionScheme, Tag.IssueScheme], "curator", Cancel);
        var left = await LabelInbox.ReadAsync(test.Store, new QueueFilter(), 1, Cancel);
        Assert.Equal((2, 1), (left.Total, left.ByUser));
        Assert.DoesNotContain(left.Rows, r => r.TextId == ReadingStore.Alike);
    }
}
