using Microsoft.EntityFrameworkCore;
using OpenUpr.Papers;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Papers;

/// <summary>The table of uploads as a queue.</summary>
public sealed class WaitingUploadsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task However_many_readers_ask_at_once_each_file_goes_to_one(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var uploads = new WaitingUploads(test.Store, TimeProvider.System);
        for (var i = 0; i < 12; i++)
        {
            await uploads.AddAsync("b", $"{i}.pdf", [1, 2, 3], Cancel);
        }

        var readers = Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var taken = new List<long>();
            while (await new WaitingUploads(test.Store, TimeProvider.System).ClaimAsync(Cancel) is { } upload)
            {
                taken.Add(upload.Id);
            }

            return taken;
        }, Cancel));
        var all = (await Task.WhenAll(readers)).SelectMany(t => t).ToList();
        Assert.Equal(12, all.Count);
        Assert.Equal(12, all.Distinct().Count());
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_claim_that_is_not_renewed_falls_back_and_one_that_is_does_not(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var time = new MovedTime();
        var uploads = new WaitingUploads(test.Store, time);
        var id = await uploads.AddAsync("b", "a.pdf", [1], Cancel);
        Assert.Equal(id, (await uploads.ClaimAsync(Cancel))!.Id);
        time.Ahead += WaitingUploads.ClaimHolds - TimeSpan.FromSeconds(5);
        Assert.Null(await uploads.ClaimAsync(Cancel));
        Assert.True(await uploads.KeepAsync(id, "reading", 1, 2, Cancel));
        time.Ahead += WaitingUploads.ClaimHolds - TimeSpan.FromSeconds(5);
        Assert.Null(await uploads.ClaimAsync(Cancel));
        time.Ahead += TimeSpan.FromSeconds(10);
        Assert.Equal(id, (await uploads.ClaimAsync(Cancel))!.Id);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_cancelled_file_is_read_no_further_and_can_be_tried_again(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var uploads = new WaitingUploads(test.Store, TimeProvider.System);
        var id = await uploads.AddAsync("b", "a.pdf", [7], Cancel);
        await uploads.ClaimAsync(Cancel);
        Assert.True(await uploads.CancelAsync(id, Cancel));
        Assert.False(await uploads.KeepAsync(id, "reading", 1, 2, Cancel));
        await uploads.FinishAsync(id, UploadReport.OfRefusal("late"), null, Cancel);
        Assert.Equal(Upload.Cancelled, (await UploadRows.OfBatchAsync(test.Store, "b", Cancel)).Single().State);
        Assert.Null(await uploads.ClaimAsync(Cancel));
        Assert.True(await uploads.RetryAsync(id, Cancel));
        Assert.Equal([7], (await uploads.ClaimAsync(Cancel))!.Content!);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_was_stored_is_stored_even_if_someone_cancelled_a_moment_before_and_its_bytes_go(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var uploads = new WaitingUploads(test.Store, TimeProvider.System);
        var id = await uploads.AddAsync("b", "a.pdf", [7], Cancel);
        await uploads.ClaimAsync(Cancel);
        await uploads.CancelAsync(id, Cancel);
        await uploads.FinishAsync(id, UploadReport.OfRefusal("x") with { Refusal = null }, null, Cancel);
        await using var db = test.Store.Open();
        var row = await db.Uploads.SingleAsync(Cancel);
        Assert.Equal((Upload.Stored, null), (row.State, row.Content));
        Assert.False(await uploads.RetryAsync(id, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_bytes_of_a_refused_file_are_kept_for_a_week(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var time = new MovedTime();
        var uploads = new WaitingUploads(test.Store, time);
        var id = await uploads.AddAsync("b", "a.pdf", [7], Cancel);
        await uploads.ClaimAsync(Cancel);
        await uploads.FinishAsync(id, UploadReport.OfRefusal("why"), null, Cancel);
        time.Ahead += WaitingUploads.KeepsRefused - TimeSpan.FromMinutes(1);
        await uploads.RecoverAsync(Cancel);
        Assert.True((await UploadRows.OfBatchAsync(test.Store, "b", Cancel)).Single().CanRetry);
        time.Ahead += TimeSpan.FromMinutes(2);
        await uploads.RecoverAsync(Cancel);
        var row = (await UploadRows.OfBatchAsync(test.Store, "b", Cancel)).Single();
        Assert.False(row.CanRetry);
        Assert.Equal("why", row.Report!.Refusal);
    }

    private sealed class MovedTime : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
