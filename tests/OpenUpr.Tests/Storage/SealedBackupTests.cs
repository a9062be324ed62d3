using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;

namespace OpenUpr.Tests.Storage;

/// <summary>Backups of a store with private data. The tests share one sealed file of each database: making a key from a passphrase is slow on purpose.</summary>
public sealed class SealedBackupTests
{
    private const string Passphrase = "four words not together";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Provider, Provider> EveryWay => new(
        from a in Enum.GetValues<Provider>()
        from b in Enum.GetValues<Provider>()
        select (a, b));

    [Theory]
    [MemberData(nameof(EveryWay))]
    public async Task A_backup_brings_every_coalition_and_its_keys_to_a_new_machine(Provider from, Provider to)
    {
        await using var two = await TwoCoalitions.CreateAsync(from);
        using var keyFolder = new Folder();
        var (file, _) = await BackUpAsync(two, keyFolder);
        await using var target = await TestStores.CreateAsync(to);
        var newKey = new KeySource(Path.Combine(keyFolder.Path, "new", "installation.key"));
        await BackupRestore.RunAsync(target.Store, new MemoryStream(file), overwrite: false, new BackupSecret(Passphrase, newKey, TimeProvider.System), Cancel);

        // The old machine and its key file are gone.
        using var keys = await KeyringDoor.OpenAsync(target.Store, newKey, TimeProvider.System, Cancel);
        var access = (await CoalitionAccess.FindAsync(target.Store, TwoCoalitions.Secretary, "north", Cancel))!;
        await using var db = target.Store.Open(access);
        var row = await db.EvidenceFiles.SingleAsync(Cancel);
        Assert.Equal("witness.jpg", await keys.OpenTextAsync(access, row.SealedName, "evidence_files.sealed_name.1", Cancel));
        foreach (var type in TwoCoalitions.PrivateTypes(target.Store))
        {
            Assert.Equal(2, await db.Database.SqlQueryRaw<int>(to == Provider.Sqlite ? $"SELECT count(*) AS Value FROM \"{type.GetTableName()}\"" : "SELECT 2 AS \"Value\"").SingleAsync(Cancel));
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_backup_of_private_data_tells_nothing_without_its_passphrase(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        using var keyFolder = new Folder();
        var (file, keys) = await BackUpAsync(two, keyFolder);
        await Assert.ThrowsAsync<StoreException>(() => Backup.WriteAsync(two.Store, new MemoryStream(), TimeProvider.System, Cancel));
        Assert.DoesNotContain("north", System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        await using var target = await TestStores.CreateAsync(Provider.Sqlite);
        var none = await Assert.ThrowsAsync<StoreException>(() => BackupRestore.RunAsync(target.Store, new MemoryStream(file), overwrite: false, Cancel));
        Assert.Contains("OPENUPR_BACKUP_PASSPHRASE", none.Message, StringComparison.Ordinal);
        var wrong = await Assert.ThrowsAsync<StoreException>(() => BackupRestore.RunAsync(target.Store, new MemoryStream(file), overwrite: false, new BackupSecret("another one entirely", null, TimeProvider.System), Cancel));
        Assert.Contains("passphrase does not open", wrong.Message, StringComparison.Ordinal);
        await using var db = target.Store.Open();
        Assert.False(await db.Coalitions.AnyAsync(Cancel));
        Assert.NotEmpty(keys);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Verifying_restores_the_backup_elsewhere_and_compares_it(Provider provider)
    {
        await using var two = await TwoCoalitions.CreateAsync(provider);
        using var folder = new Folder();
        var (file, _) = await BackUpAsync(two, folder);
        var manifest = await BackupVerify.RunAsync(new MemoryStream(file), Passphrase, Path.Combine(folder.Path, "verify"), TimeProvider.System, Cancel);
        Assert.Equal(2, manifest.Tables.Single(t => t.Name == "evidence_pieces").Rows);

        // One byte anywhere in the body, and it is no backup any more.
        file[file.Length / 2] ^= 1;
        await Assert.ThrowsAsync<StoreException>(() => BackupVerify.RunAsync(new MemoryStream(file), Passphrase, Path.Combine(folder.Path, "again"), TimeProvider.System, Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_schedule_keeps_the_newest_and_says_when_the_last_good_one_was(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        using var folder = new Folder();
        var clock = new Clock();
        var plan = new BackupPlan(Path.Combine(folder.Path, "backups"), TimeSpan.FromHours(24), 2, null);
        using var keys = await KeyringDoor.OpenAsync(test.Store, new KeySource(Path.Combine(folder.Path, "a.key")), clock, Cancel);
        Assert.True((await ScheduledBackup.StatusAsync(test.Store, Cancel)).IsOldAt(clock.Now));
        for (var day = 0; day < 3; day++)
        {
            await ScheduledBackup.RunAsync(test.Store, keys, plan, clock, Cancel);
            clock.Now += plan.Every;
        }

        File.WriteAllText(Path.Combine(plan.Folder, "openupr-mine.openupr"), "kept");
        Assert.Equal(3, Directory.GetFiles(plan.Folder).Length);
        var status = await ScheduledBackup.StatusAsync(test.Store, Cancel);
        Assert.False(status.IsOldAt(clock.Now));
        Assert.True(status.IsOldAt(clock.Now + plan.Every + TimeSpan.FromMinutes(1)));

        // A folder that is not there and cannot be: noted, and the last good one stays the last good one.
        await Assert.ThrowsAsync<StoreException>(() => ScheduledBackup.RunAsync(test.Store, keys, plan with { Folder = "/proc/none" }, clock, Cancel));
        var after = await ScheduledBackup.StatusAsync(test.Store, Cancel);
        Assert.NotNull(after.Problem);
        Assert.Equal(status.LastGood, after.LastGood);
        Assert.Empty(Directory.GetDirectories(test.Store.Location.DataFolder, "verify-*"));
    }

    [Fact]
    public async Task A_sealed_file_cannot_be_cut_moved_or_changed()
    {
        var sealed_ = SealedFile.Create(Passphrase, SealedFile.Backup);
        var plain = RandomNumberGenerator.GetBytes((3 * SealedFile.PieceBytes) + 5);
        using var output = new MemoryStream();
        await using (var stream = new SealingStream(sealed_, output))
        {
            await stream.WriteAsync(plain, Cancel);
            await stream.FinishAsync(Cancel);
        }

        var bytes = output.ToArray();
        Assert.Equal(plain, Read(sealed_, bytes));
        const int Piece = SealedFile.PieceBytes + SealedFile.TagBytes;
        var first = SealedFile.HeadBytes;
        byte[][] harmed =
        [
            bytes[..^1],
            bytes[..^(5 + SealedFile.TagBytes)],
            bytes[..(first + Piece)],
            bytes[..first],
            [.. bytes[..first], .. bytes[(first + Piece)..(first + (2 * Piece))], .. bytes[first..(first + Piece)], .. bytes[(first + (2 * Piece))..]],
            [.. bytes[..first], .. bytes[(first + Piece)..]],
            [.. bytes, 0],
            [.. bytes[..^1], (byte)(bytes[^1] ^ 1)],
            [.. bytes[..(first + 7)], (byte)(bytes[first + 7] ^ 1), .. bytes[(first + 8)..]],
        ];
        foreach (var harm in harmed)
        {
            Assert.Throws<InvalidDataException>(() => Read(sealed_, harm));
        }

        Assert.Throws<InvalidDataException>(() => SealedFile.Open(new MemoryStream(bytes), Passphrase, SealedFile.Coalition));
    }

    private static byte[] Read(SealedFile file, byte[] bytes)
    {
        using var stream = new UnsealingStream(file, new MemoryStream(bytes));
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static async Task<(byte[] File, IReadOnlyList<CoalitionKey> Keys)> BackUpAsync(TwoCoalitions two, Folder folder)
    {
        using var keys = await KeyringDoor.OpenAsync(two.Store, new KeySource(Path.Combine(folder.Path, "old.key")), TimeProvider.System, Cancel);
        await two.FillAsync();
        await using var db = two.Store.Open();
        await using (var transaction = await db.BeginWriteAsync(Cancel))
        {
            await keys.AddKeyAsync(db, 1, Cancel);
            await keys.AddKeyAsync(db, 2, Cancel);
            await transaction.CommitAsync(Cancel);
        }

        var access = await two.AccessAsync(TwoCoalitions.Secretary);
        await using var inside = two.Store.Open(access);
        await using (var transaction = await inside.BeginWriteAsync(Cancel))
        {
            (await inside.EvidenceFiles.SingleAsync(Cancel)).SealedName = await keys.SealAsync(access, "witness.jpg", "evidence_files.sealed_name.1", Cancel);
            await Audit.AddAsync(inside, keys, TimeProvider.System, access, "evidence.added", "evidence-file", 1, Cancel);
            await transaction.CommitAsync(Cancel);
        }

        using var output = new MemoryStream();
        await Backup.WriteSealedAsync(two.Store, keys, Passphrase, output, TimeProvider.System, Cancel);
        return (output.ToArray(), await db.CoalitionKeys.ToListAsync(Cancel));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 3, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("openupr-sealed-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
