using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Vault;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Evidence;

/// <summary>Cases, files, keys and drop boxes in the store, on both databases.</summary>
public sealed class EvidenceRoomTests
{
    private static readonly CaseFields s_fields = new("Heron 7", ["Detention"], "2026-01-02", null, Consents.Given, null, false, [], new CaseSecrets(Notes: "What happened", Who: "A name"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_file_comes_out_as_it_went_in_and_its_copy_clean(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (vault, reader) = Tools(test.Rooms);
        var access = await test.AsAsync("lucas");
        var id = (await new CaseWriter(test.Rooms).AddAsync(access, s_fields, Cancel)).Id;
        byte[] large = [.. Samples.Jpeg(1)[..^2], .. new byte[Pieces.Bytes * 2], 0xFF, 0xD9];
        var file = await vault.AddAsync(access, id, @"C:\Users\me\photo.jpg", new MemoryStream(large), false, TimeProvider.System.GetUtcNow(), Cancel);
        Assert.Null(file.Refused);

        var original = await reader.DownloadAsync(access, id, file.FileId, "court", Cancel);
        Assert.Equal("photo.jpg", original!.Name);
        Assert.Equal(large, await BytesAsync(original.Content));
        var clean = await reader.DownloadAsync(access, id, file.FileId, null, Cancel);
        Assert.DoesNotContain(Samples.Secret, System.Text.Encoding.Latin1.GetString(await BytesAsync(clean!.Content)), StringComparison.Ordinal);

        // Neither the store's rows nor a contributor may see the original.
        Assert.Null(await reader.DownloadAsync(await test.AsAsync("noor"), id, file.FileId, "court", Cancel));
        Assert.Null(await reader.DownloadAsync(await test.AsAsync("petra", "arvenia-watch"), id, file.FileId, null, Cancel));
        await using var db = test.Open(access);
        Assert.All(await db.EvidencePieces.Where(p => p.FileId == file.FileId).ToListAsync(Cancel), p => Assert.Equal(-1, p.Bytes.AsSpan().IndexOf("JFIF"u8)));
        Assert.Contains("evidence-file.download-original.court", (await new Custody(test.Rooms).ReadAsync(access, id, Cancel)).Select(l => l.Deed));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Pieces_that_were_changed_moved_or_cut_off_do_not_open(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (vault, reader) = Tools(test.Rooms);
        var access = await test.AsAsync("lucas");
        var id = (await new CaseWriter(test.Rooms).AddAsync(access, s_fields, Cancel)).Id;
        var text = Enumerable.Repeat((byte)'a', (Pieces.Bytes * 2) + 5).ToArray();
        var file = (await vault.AddAsync(access, id, "a.txt", new MemoryStream(text), false, TimeProvider.System.GetUtcNow(), Cancel)).FileId;
        await using var db = test.Open(access);
        await db.EvidencePieces.Where(p => p.FileId == file && p.Copy == EvidencePiece.Clean && p.Number == 2).ExecuteDeleteAsync(Cancel);
        await db.EvidenceFiles.Where(f => f.Id == file).ExecuteUpdateAsync(f => f.SetProperty(x => x.CleanSize, Pieces.Bytes * 2), Cancel);
        var cut = await reader.DownloadAsync(access, id, file, null, Cancel);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => BytesAsync(cut!.Content));
        await db.EvidencePieces.Where(p => p.FileId == file && p.Copy == EvidencePiece.Original && p.Number == 0).ExecuteUpdateAsync(p => p.SetProperty(x => x.Number, 9), Cancel);
        await db.EvidencePieces.Where(p => p.FileId == file && p.Copy == EvidencePiece.Original && p.Number == 1).ExecuteUpdateAsync(p => p.SetProperty(x => x.Number, 0), Cancel);
        var moved = await reader.DownloadAsync(access, id, file, "verify", Cancel);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => BytesAsync(moved!.Content));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_shredded_case_leaves_hashes_and_nothing_else(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (vault, reader) = Tools(test.Rooms);
        var access = await test.AsAsync("lucas");
        var writer = new CaseWriter(test.Rooms);
        var id = (await writer.AddAsync(access, s_fields, Cancel)).Id;
        var file = (await vault.AddAsync(access, id, "a.txt", new MemoryStream("words"u8.ToArray()), false, TimeProvider.System.GetUtcNow(), Cancel)).FileId;
        var shredding = new Shredding(test.Rooms);
        Assert.Equal(Refusal.Closed, (await shredding.ShredCaseAsync(access, id, Cancel)).Refused);
        Assert.True((await writer.TrashAsync(access, id, Cancel)).IsDone);
        Assert.Equal(0, await shredding.ShredDueAsync(await UpkeepAsync(test, access), Cancel));

        var later = new Rooms(test.Rooms.Store, test.Rooms.Keys, new LaterTime(TimeSpan.FromDays(EvidenceLimits.TrashDays + 1)));
        Assert.Equal(1, await new Shredding(later).ShredDueAsync(await UpkeepAsync(test, access), Cancel));
        await using var db = test.Open(access);
        Assert.False(await db.EvidencePieces.AnyAsync(p => p.FileId == file, Cancel));
        var row = await db.EvidenceFiles.SingleAsync(f => f.Id == file, Cancel);
        Assert.Null(row.WrappedKey);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("words"u8)), row.Sha256);
        Assert.Null(await reader.DownloadAsync(access, id, file, null, Cancel));
        Assert.Equal(new CaseSecrets(), (await reader.OpenAsync(access, id, Cancel))!.Secrets);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Sealed_cases_and_their_files_are_there_for_those_named_alone(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (vault, reader) = Tools(test.Rooms);
        var (noor, lucas, amara) = (await test.AsAsync("noor"), await test.AsAsync("lucas"), await test.AsAsync("amara"));
        var guest = (await test.AsAsync("ines")).MemberId!.Value;
        var id = (await new CaseWriter(test.Rooms).AddAsync(noor, s_fields with { IsSealed = true, Readers = [lucas.MemberId!.Value, guest] }, Cancel)).Id;
        var file = (await vault.AddAsync(noor, id, "a.txt", new MemoryStream("words"u8.ToArray()), false, TimeProvider.System.GetUtcNow(), Cancel)).FileId;
        Assert.Equal([lucas.MemberId.Value], (await reader.OpenAsync(lucas, id, Cancel))!.Readers);
        Assert.Null(await reader.OpenAsync(amara, id, Cancel));
        Assert.DoesNotContain(await reader.ListAsync(amara, new CaseFilter(), Cancel), r => r.Case.Id == id);
        await using var db = test.Open(amara);
        Assert.False(await db.EvidenceFiles.AnyAsync(f => f.Id == file, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_saves_over_another_is_told_and_a_check_is_needed_to_leave(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var writer = new CaseWriter(test.Rooms);
        var lucas = await test.AsAsync("lucas");
        var (_, reader) = Tools(test.Rooms);
        var id = (await writer.AddAsync(lucas, s_fields, Cancel)).Id;
        Assert.True((await writer.ChangeAsync(lucas, id, s_fields with { Alias = "Heron 8" }, Cancel)).IsDone);
        Assert.Equal(Refusal.Conflict, (await writer.ChangeAsync(lucas, id, s_fields, Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await writer.ChangeAsync(await test.AsAsync("noor"), id, s_fields with { Revision = 1 }, Cancel)).Refused);
        Assert.False(CaseRules.MayLeave((await reader.FindAsync(lucas, id, Cancel))!));
        Assert.True((await writer.CheckSafetyAsync(lucas, id, SafetyVerdicts.AliasOnly, "asked", Cancel)).IsDone);
        Assert.True(CaseRules.MayLeave((await reader.FindAsync(lucas, id, Cancel))!));
        Assert.Equal("asked", (await reader.OpenAsync(lucas, id, Cancel))!.Secrets.SafetyNote);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_new_key_opens_everything_and_the_old_one_is_gone(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (vault, reader) = Tools(test.Rooms);
        var access = await test.AsAsync("lucas");
        var id = (await new CaseWriter(test.Rooms).AddAsync(access, s_fields, Cancel)).Id;
        var file = (await vault.AddAsync(access, id, "a.txt", new MemoryStream("words"u8.ToArray()), false, TimeProvider.System.GetUtcNow(), Cancel)).FileId;
        await using var db = test.Open(access);
        var before = await db.EvidenceCases.AsNoTracking().SingleAsync(c => c.Id == id, Cancel);

        // As if a first run had stopped right after it made the key.
        await using (var transaction = await db.BeginWriteAsync(Cancel))
        {
            await test.Rooms.Keys.AddKeyAsync(db, access.CoalitionId, Cancel);
            await transaction.CommitAsync(Cancel);
        }

        Assert.True(await new KeyRotation(test.Rooms).RunAsync(await UpkeepAsync(test, access), Cancel) >= 3);
        Assert.Equal(2, (await db.CoalitionKeys.SingleAsync(k => k.CoalitionId == access.CoalitionId, Cancel)).Number);
        Assert.Equal("A name", (await reader.OpenAsync(access, id, Cancel))!.Secrets.Who);
        Assert.Equal("words"u8.ToArray(), await BytesAsync((await reader.DownloadAsync(access, id, file, null, Cancel))!.Content));
        await Assert.ThrowsAsync<CryptographicException>(() => test.Rooms.Keys.OpenAsync(access, before.Sealed, CaseSecrets.PlaceOf(id), Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_unlocks_the_installation_can_be_changed(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var store = test.Rooms.Store;
        var access = await test.AsAsync("amara");
        var sealedText = await test.Rooms.Keys.SealAsync(access, "words", "x.y.1", Cancel);
        await KeyringDoor.ChangeAsync(store, test.Rooms.Keys, new KeySource(null, "six random words of a person"), TimeProvider.System, Cancel);
        await Assert.ThrowsAsync<StoreException>(() => KeyringDoor.OpenAsync(store, new KeySource(Path.Combine(store.Location.DataFolder, "test.key")), TimeProvider.System, Cancel));
        using var keys = await KeyringDoor.OpenAsync(store, new KeySource(null, "six random words of a person"), TimeProvider.System, Cancel);
        Assert.Equal("words", await keys.OpenTextAsync(access, sealedText, "x.y.1", Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_a_stranger_sends_waits_for_editors_with_nothing_of_the_stranger(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (vault, reader) = Tools(test.Rooms);
        var (lucas, noor) = (await test.AsAsync("lucas"), await test.AsAsync("noor"));
        var boxes = new DropBoxes(test.Rooms);
        var made = await boxes.AddAsync(lucas, "Hearing", "en", "Hello", test.Rooms.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Cancel);
        var box = (await boxes.FindAsync(made.Code!.ToLowerInvariant().Replace("-", " "), Cancel))!;
        Assert.Equal(box.Id, (await boxes.FindAsync(made.Token, Cancel))!.Id);

        await using var before = test.Open(lucas);
        var log = await before.AuditEntries.CountAsync(Cancel);
        var sending = new DropSending(test.Rooms, vault, box);
        await sending.AddFileAsync("a.heic", new MemoryStream([0, 0, 0, 24, .. "ftypheic"u8, .. new byte[300]]), Cancel);
        var receipt = await sending.FinishAsync("What I saw", null, null, Cancel);
        Assert.Equal(log, await before.AuditEntries.CountAsync(Cancel));
        Assert.Equal(DropReceipt.Received, await DropSending.StateAsync(test.Rooms, receipt, Cancel));

        var row = (await reader.ListAsync(lucas, new CaseFilter(EvidenceCase.Inbox), Cancel))[0].Case;
        Assert.Equal(TimeSpan.Zero, row.EnteredAt.TimeOfDay);
        Assert.Null(row.AuthorId);
        Assert.Null(await reader.OpenAsync(noor, row.Id, Cancel));
        Assert.Equal("What I saw", (await reader.OpenAsync(lucas, row.Id, Cancel))!.Secrets.Notes);
        Assert.True((await new Inbox(test.Rooms).TakeOverAsync(lucas, row.Id, Cancel)).IsDone);
        Assert.Equal(DropReceipt.Taken, await DropSending.StateAsync(test.Rooms, receipt, Cancel));

        var more = new DropSending(test.Rooms, vault, box);
        await more.FinishAsync("And more", null, receipt, Cancel);
        var second = (await reader.ListAsync(lucas, new CaseFilter(EvidenceCase.Inbox), Cancel))[0].Case;
        Assert.Equal(row.Id, (await new Inbox(test.Rooms).TakeOverAsync(lucas, second.Id, Cancel)).Id);
        Assert.Equal("What I saw\n\nAnd more", (await reader.OpenAsync(noor, row.Id, Cancel))!.Secrets.Notes);

        Assert.True((await boxes.CloseAsync(lucas, box.Id, Cancel)).IsDone);
        Assert.Null(await boxes.FindAsync(made.Token, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Pieces_of_a_sending_that_broke_off_are_invisible_and_swept(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var access = await test.AsAsync("lucas");
        await using (var writer = new PieceWriter(test.Rooms.Store, access, 4711, EvidencePiece.Original, new byte[32], 10_000_000, Cancel))
        {
            await writer.WriteAsync(new byte[(Pieces.Bytes * 4) + 1], Cancel);
        }

        await using var db = test.Open(access);
        Assert.Equal(4, await db.EvidencePieces.CountAsync(p => p.FileId == 4711, Cancel));
        var time = new LaterTime(TimeSpan.Zero);
        var upkeep = new EvidenceUpkeep(new Rooms(test.Rooms.Store, test.Rooms.Keys, time));
        Assert.Equal(0, (await upkeep.RunAsync(Cancel)).Swept);
        time.Later = EvidenceUpkeep.Patience + TimeSpan.FromMinutes(1);
        Assert.Equal(1, (await upkeep.RunAsync(Cancel)).Swept);
        Assert.False(await db.EvidencePieces.AnyAsync(p => p.FileId == 4711, Cancel));
    }

    private static (FileVault Vault, CaseReader Reader) Tools(Rooms rooms)
    {
        var vault = new FileVault(rooms, new EvidenceLimits());
        return (vault, new CaseReader(rooms, vault));
    }

    private static Task<CoalitionAccess> UpkeepAsync(TestRooms test, CoalitionAccess access) => CoalitionAccess.ForUpkeepAsync(test.Rooms.Store, access.CoalitionId, Cancel);

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        await using (stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Cancel);
            return bytes.ToArray();
        }
    }

    private sealed class LaterTime(TimeSpan later) : TimeProvider
    {
        public TimeSpan Later { get; set; } = later;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Later;
    }
}
