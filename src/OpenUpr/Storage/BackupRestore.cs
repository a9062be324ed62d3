using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Storage;

/// <summary>
/// Puts a backup in the place of what a store holds, in one transaction: until it is committed, readers, other nodes and a crash
/// see the old store. The whole file is checked before the store is touched.
/// </summary>
public static class BackupRestore
{
    /// <param name="input">The backup file; it must be seekable.</param>
    /// <param name="overwrite">Whether a store that holds data may be replaced.</param>
    /// <param name="secret">What opens a sealed backup; null for one in the open.</param>
    /// <exception cref="StoreException">The file is not a backup, is damaged or does not fit, or the store holds data; the store is as before.</exception>
    public static async Task<BackupManifest> RunAsync(Store store, Stream input, bool overwrite, BackupSecret? secret, CancellationToken cancel = default) =>
        (await RestoreAsync(store, input, overwrite, secret, cancel)).Manifest;

    /// <summary>Restores a backup that was made in the open.</summary>
    /// <exception cref="StoreException">As above, or the backup is sealed.</exception>
    public static Task<BackupManifest> RunAsync(Store store, Stream input, bool overwrite, CancellationToken cancel = default) => RunAsync(store, input, overwrite, null, cancel);

    /// <summary>The same, and hands out the installation's key that came with it.</summary>
    internal static async Task<(BackupManifest Manifest, byte[]? Key)> RestoreAsync(Store store, Stream input, bool overwrite, BackupSecret? secret, CancellationToken cancel)
    {
        try
        {
            var file = Unlock(input, secret);
            await using var opened = file is null ? null : new UnsealingStream(file, input);
            await using var zip = Open(opened ?? input);
            await using var db = store.OpenWhole();
            var tables = BackupTable.All(db);
            var manifest = await BackupCheck.RunAsync(zip, tables, BackupManifest.SchemaOf(db.Database.GetMigrations()), cancel);
            var key = await BackupKey.ReadAsync(zip, file, cancel);
            var id = secret?.NewKey is null ? null : await StoreId.ReadAsync(store, cancel);
            await ReplaceAsync(store, db, zip, tables, manifest, overwrite, () => BackupKey.ReplaceLockAsync(db, key, id, secret, cancel), cancel);
            return (manifest, key);
        }
        catch (InvalidDataException e)
        {
            throw new StoreException($"The backup is damaged or is not one: {e.Message} Take another backup file; the store is as before.", e);
        }
        catch (Exception e) when (e is JsonException || StoreException.DatabaseFailure(e) is not null)
        {
            throw new StoreException($"The backup cannot be restored: {(StoreException.DatabaseFailure(e) ?? e.InnerException ?? e).Message} The store is as before.", e);
        }
    }

    private static SealedFile? Unlock(Stream input, BackupSecret? secret) =>
        !SealedFile.IsIn(input, SealedFile.Backup) ? null
        : secret is not null ? SealedFile.Open(input, secret.Passphrase, SealedFile.Backup)
        : throw new StoreException("This backup is sealed with a passphrase. Set OPENUPR_BACKUP_PASSPHRASE, or run the command at a terminal to be asked for it.");

    private static ZipArchive Open(Stream input)
    {
        try
        {
            return new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("it is no ZIP file, or its end is missing.", e);
        }
    }

    private static async Task ReplaceAsync(
        Store store, OpenUprDb db, ZipArchive zip, IReadOnlyList<BackupTable> tables, BackupManifest manifest, bool overwrite, Func<Task> replaceLock, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var held = await db.Documents.AnyAsync(cancel) || await db.Reviews.AnyAsync(cancel) || await db.Accounts.AnyAsync(cancel) || await db.Coalitions.AnyAsync(cancel);
        if (held && !overwrite)
        {
            throw new StoreException("The store holds data already. Name another one with --data or --database, or replace everything in it with --force.");
        }

        var before = await db.CounterRows.AsNoTracking().ToDictionaryAsync(c => c.Name, c => c.Last, cancel);
        var lastId = await db.Recommendations.MaxAsync(r => (long?)r.Id, cancel) ?? 0;
        await EmptyAsync(db, tables, cancel);
        foreach (var table in tables.Where(manifest.Holds))
        {
            var expected = manifest.Tables.Single(t => t.Name == table.Name);
            await using var rows = zip.GetEntry(table.Entry)!.Open();
            if (await table.ReadAsync(db, rows, cancel) != expected.Rows)
            {
                throw new InvalidDataException($"table {table.Name} does not hold {expected.Rows} rows.");
            }
        }

        await replaceLock();
        if (await db.FindDamageAsync(cancel) is { } damage)
        {
            throw new InvalidDataException(damage);
        }

        if (held)
        {
            await KeepCountingAsync(db, before, cancel);
            await AnnounceAsync(db, lastId, cancel);
        }

        await transaction.CommitAsync(cancel);

        // The index is derived from what is gone.
        File.Delete(store.Location.SearchIndexPath);
    }

    private static async Task EmptyAsync(OpenUprDb db, IReadOnlyList<BackupTable> tables, CancellationToken cancel)
    {
        if (db is SqliteDb)
        {
            await SqliteWall.LowerAsync(db, cancel);
        }

        foreach (var table in tables.Reverse())
        {
            await table.DeleteAllAsync(db, cancel);
        }

        if (db is SqliteDb)
        {
            await SqliteWall.RaiseAsync(db, cancel);
        }
    }

    /// <summary>An id that was given since the backup was made may stand in somebody's link: it is not given again.</summary>
    private static async Task KeepCountingAsync(OpenUprDb db, IReadOnlyDictionary<string, long> before, CancellationToken cancel)
    {
        var restored = await db.CounterRows.ToDictionaryAsync(c => c.Name, cancel);
        foreach (var (name, last) in before)
        {
            var counter = restored.GetValueOrDefault(name) ?? db.CounterRows.Add(new Counter { Name = name }).Entity;
            counter.Last = Math.Max(counter.Last, last);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Nodes that run follow the change sequence: one more change, later than any they have seen, makes them read everything again.</summary>
    private static async Task AnnounceAsync(OpenUprDb db, long lastId, CancellationToken cancel)
    {
        var last = Math.Max(Math.Max(1, lastId), await db.Recommendations.MaxAsync(r => (long?)r.Id, cancel) ?? 0);
        var change = new Change { Sequence = await db.TakeIdsAsync(Counters.Changes, 1, cancel), FirstRecommendationId = 1, LastRecommendationId = last };
        await db.BulkInsertAsync([change], cancel);
    }
}
