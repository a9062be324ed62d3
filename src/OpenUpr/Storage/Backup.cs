using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Reviews;

namespace OpenUpr.Storage;

/// <summary>
/// Writes the whole store into one file: a ZIP of a manifest and one .jsonl a table. The rows, not the database's pages, are kept,
/// so that a backup made on SQLite can be restored on PostgreSQL and the other way round, and can be read without this program.
/// </summary>
public static class Backup
{
    /// <summary>Whether the store holds anything that only some people may read: such a store is never written in the open.</summary>
    public static async Task<bool> HoldsPrivateAsync(Store store, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        return await db.Accounts.AnyAsync(cancel) || await db.Coalitions.AnyAsync(cancel);
    }

    /// <summary>Writes a backup of one moment in the open; others may go on writing to the store meanwhile. The output need not be seekable.</summary>
    /// <exception cref="StoreException">The store holds private data.</exception>
    public static async Task<BackupManifest> WriteAsync(Store store, Stream output, TimeProvider time, CancellationToken cancel = default) =>
        await HoldsPrivateAsync(store, cancel) ? throw new StoreException("This store holds accounts or coalitions: it is backed up with a passphrase only. Set OPENUPR_BACKUP_PASSPHRASE, or leave --plain out to be asked for one.")
        : await WriteAsync(store, output, null, time, cancel);

    /// <summary>Writes a backup of one moment that the passphrase opens, with the installation's key inside, so that it can be restored where the key file is lost.</summary>
    public static async Task<BackupManifest> WriteSealedAsync(Store store, Keyring keys, string passphrase, Stream output, TimeProvider time, CancellationToken cancel = default)
    {
        var file = SealedFile.Create(passphrase, SealedFile.Backup);
        await using var sealing = new SealingStream(file, output);
        var manifest = await WriteAsync(store, sealing, keys.Wrap(file.Derive(BackupKey.Purpose), BackupKey.Place), time, cancel);
        await sealing.FinishAsync(cancel);
        return manifest;
    }

    private static async Task<BackupManifest> WriteAsync(Store store, Stream output, byte[]? key, TimeProvider time, CancellationToken cancel)
    {
        await using var db = store.OpenWhole();
        await db.BeginSnapshotAsync(cancel);
        var now = time.GetUtcNow();
        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var tables = new List<BackupManifest.Table>();
        foreach (var table in BackupTable.All(db))
        {
            tables.Add(await WriteTableAsync(db, zip, table, now, cancel));
        }

        if (key is not null)
        {
            await using var entry = NewEntry(zip, BackupKey.Entry, now).Open();
            await entry.WriteAsync(key, cancel);
        }

        var manifest = new BackupManifest(
            BackupManifest.FormatName, BackupManifest.CurrentVersion, typeof(Backup).Assembly.GetName().Version!.ToString(3),
            store.World == World.Demo ? "demo" : "un", BackupManifest.SchemaOf(db.Database.GetMigrations()), now, tables);
        await using var about = NewEntry(zip, BackupManifest.Entry, now).Open();
        await JsonSerializer.SerializeAsync(about, manifest, BackupManifest.Json, cancel);
        return manifest;
    }

    private static async Task<BackupManifest.Table> WriteTableAsync(OpenUprDb db, ZipArchive zip, BackupTable table, DateTimeOffset now, CancellationToken cancel)
    {
        await using var entry = NewEntry(zip, table.Entry, now).Open();
        return await CountAsync(db, table, piece => entry.WriteAsync(piece, cancel), cancel);
    }

    /// <summary>Hands out a table's rows and tells their number, bytes and hash.</summary>
    internal static async Task<BackupManifest.Table> CountAsync(OpenUprDb db, BackupTable table, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        var rows = await table.WriteAsync(
            db,
            piece =>
            {
                hash.AppendData(piece.Span);
                bytes += piece.Length;
                return write(piece);
            },
            cancel);
        return new BackupManifest.Table(table.Name, rows, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static ZipArchiveEntry NewEntry(ZipArchive zip, string name, DateTimeOffset now)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = now;
        return entry;
    }
}
