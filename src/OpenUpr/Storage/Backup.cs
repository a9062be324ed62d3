using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;

namespace OpenUpr.Storage;

/// <summary>
/// Writes the whole store into one file: a ZIP of a manifest and one .jsonl a table. The rows, not the database's pages, are kept,
/// so that a backup made on SQLite can be restored on PostgreSQL and the other way round, and can be read without this program.
/// </summary>
public static class Backup
{
    /// <summary>Writes a backup of one moment; others may go on writing to the store meanwhile. The output need not be seekable.</summary>
    public static async Task<BackupManifest> WriteAsync(Store store, Stream output, TimeProvider time, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        await db.BeginSnapshotAsync(cancel);
        var now = time.GetUtcNow();
        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var tables = new List<BackupManifest.Table>();
        foreach (var table in BackupTable.All(db))
        {
            tables.Add(await WriteTableAsync(db, zip, table, now, cancel));
        }

        var manifest = new BackupManifest(
            BackupManifest.FormatName, BackupManifest.CurrentVersion, typeof(Backup).Assembly.GetName().Version!.ToString(3),
            store.World == World.Demo ? "demo" : "un", BackupManifest.SchemaOf(db.Database.GetMigrations()), now, tables);
        await using var entry = NewEntry(zip, BackupManifest.Entry, now).Open();
        await JsonSerializer.SerializeAsync(entry, manifest, BackupManifest.Json, cancel);
        return manifest;
    }

    private static async Task<BackupManifest.Table> WriteTableAsync(OpenUprDb db, ZipArchive zip, BackupTable table, DateTimeOffset now, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        await using var entry = NewEntry(zip, table.Entry, now).Open();
        var rows = await table.WriteAsync(
            db,
            piece =>
            {
                hash.AppendData(piece.Span);
                bytes += piece.Length;
                return entry.WriteAsync(piece, cancel);
            },
            cancel);
        return new BackupManifest.Table(table.Name, rows, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static ZipArchiveEntry NewEntry(ZipArchive zip, string name, DateTimeOffset now)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = now;
        return entry;
    }
}
