using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Vault;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Evidence;

/// <summary>Sendings through a drop box that do not come to their end, on both databases.</summary>
public sealed class BrokenSendingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task What_a_sending_that_broke_off_has_left_goes_after_two_days_and_not_before(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (sending, _, _) = await BeginAsync(test);
        await sending.AddFileAsync("a.txt", new MemoryStream("words"u8.ToArray()), Cancel);
        Assert.Equal((1, 2), await LeftAsync(test));

        // A slow line may still be sending the next file: neither the row nor its pieces go, however often the upkeep comes.
        var time = new Later();
        var upkeep = new EvidenceUpkeep(new Rooms(test.Rooms.Store, test.Rooms.Keys, time));
        for (time.By = TimeSpan.Zero; time.By < TimeSpan.FromHours(20); time.By += TimeSpan.FromHours(4))
        {
            Assert.Equal(0, (await upkeep.RunAsync(Cancel)).Swept);
        }

        Assert.Equal((1, 2), await LeftAsync(test));
        time.By = TimeSpan.FromDays(StraySendings.Days + 1);
        Assert.Equal(1, (await upkeep.RunAsync(Cancel)).Swept);
        Assert.Equal((0, 0), await LeftAsync(test));

        // Whoever comes to the end after all hears that it broke off, and no case without its files is made.
        await Assert.ThrowsAsync<InvalidDataException>(() => sending.FinishAsync("What I saw", null, null, Cancel));
        await using var db = test.Open(await test.AsAsync("lucas"));
        Assert.False(await db.EvidenceCases.AnyAsync(c => c.State == EvidenceCase.Inbox && c.EnteredAt > TimeProvider.System.GetUtcNow().AddDays(-1), Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Closing_a_box_stops_what_is_on_its_way_in(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (sending, boxes, box) = await BeginAsync(test);
        var lucas = await test.AsAsync("lucas");
        await sending.AddFileAsync("a.txt", new MemoryStream("words"u8.ToArray()), Cancel);
        await using var slow = new SlowFile(() => boxes.CloseAsync(lucas, box, Cancel));
        await Assert.ThrowsAsync<DropBoxClosedException>(() => sending.AddFileAsync("b.txt", slow, Cancel));
        Assert.True(slow.Taken < slow.Size, "The file was read to its end.");
        await Assert.ThrowsAsync<DropBoxClosedException>(() => sending.FinishAsync("What I saw", null, null, Cancel));
        await sending.UndoAsync();
        Assert.Equal((0, 0), await LeftAsync(test));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Undoing_takes_nothing_of_a_sending_that_arrived(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (sending, _, _) = await BeginAsync(test);
        await sending.AddFileAsync("a.txt", new MemoryStream("words"u8.ToArray()), Cancel);
        var receipt = await sending.FinishAsync("What I saw", null, null, Cancel);
        await sending.UndoAsync();
        Assert.Equal((1, 2), await LeftAsync(test));
        Assert.Equal(DropReceipt.Received, await DropSending.StateAsync(test.Rooms, receipt, Cancel));
    }

    private static async Task<(DropSending Sending, DropBoxes Boxes, long Box)> BeginAsync(TestRooms test)
    {
        var boxes = new DropBoxes(test.Rooms);
        var made = await boxes.AddAsync(await test.AsAsync("lucas"), "Hearing", "en", null, test.Rooms.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Cancel);
        var box = (await boxes.FindAsync(made.Token, Cancel))!;
        return (new DropSending(test.Rooms, new FileVault(test.Rooms, new EvidenceLimits()), box), boxes, box.Id);
    }

    /// <summary>Rows of files and pieces, seen or not.</summary>
    private static async Task<(int Files, int Pieces)> LeftAsync(TestRooms test)
    {
        await using var db = test.Open(await test.AsAsync("lucas"));
        return (await db.EvidenceFiles.IgnoreQueryFilters().CountAsync(f => f.AuthorId == null, Cancel), await db.EvidencePieces.IgnoreQueryFilters().CountAsync(p => !db.EvidenceFiles.Any(f => f.Id == p.FileId && f.AuthorId != null), Cancel));
    }

    private sealed class Later : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
    }

    /// <summary>Ten megabytes of letters; something happens after the second.</summary>
    private sealed class SlowFile(Func<Task> happens) : MemoryStream(Enumerable.Repeat((byte)'a', 10 * WatchedStream.Between).ToArray())
    {
        private bool _happened;

        public long Taken => Position;

        public long Size => Length;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_happened && Position > 2 * WatchedStream.Between)
            {
                _happened = true;
                await happens();
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
