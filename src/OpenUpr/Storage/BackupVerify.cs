using OpenUpr.Coalitions.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Storage;

/// <summary>Proves a backup by restoring it: into a store of its own in a folder that is deleted afterwards, whose rows are then counted and hashed anew.</summary>
public static class BackupVerify
{
    /// <param name="folder">An empty folder that only this user can read; the caller deletes it.</param>
    /// <exception cref="StoreException">The backup cannot be restored, or what was restored is not what was backed up: says which table.</exception>
    public static async Task<BackupManifest> RunAsync(Stream input, string? passphrase, string folder, TimeProvider time, CancellationToken cancel = default)
    {
        var store = await Store.OpenAsync(StoreLocation.Parse(folder, null), cancel: cancel);
        try
        {
            var secret = passphrase is null ? null : new BackupSecret(passphrase, null, time);
            var (manifest, key) = await BackupRestore.RestoreAsync(store, input, overwrite: false, secret, cancel);
            await CompareAsync(store, manifest, isSealed: key is not null, cancel);
            if (key is not null)
            {
                await TryKeysAsync(store, key, time, cancel);
            }

            return manifest;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
        }
    }

    private static async Task CompareAsync(Store store, BackupManifest manifest, bool isSealed, CancellationToken cancel)
    {
        await using var db = store.OpenWhole();
        var isOfToday = manifest.Schema.SequenceEqual(BackupManifest.SchemaOf(db.Database.GetMigrations()));
        foreach (var table in BackupTable.All(db).Where(manifest.Holds))
        {
            var expected = manifest.Tables.Single(t => t.Name == table.Name);
            var found = await Backup.CountAsync(db, table, _ => ValueTask.CompletedTask, cancel);
            var isReplaced = !isSealed && table.Name is "installation_keys" or "protection_keys";

            // Rows from before a change of the schema are written with more columns today.
            if (!isReplaced && (found.Rows != expected.Rows || (isOfToday && found.Sha256 != expected.Sha256)))
            {
                throw new StoreException($"The backup does not hold what it says: table {table.Name} came back with {found.Rows} rows instead of {expected.Rows}, or with other contents. Make a new backup.");
            }
        }
    }

    /// <summary>The installation's key opens every coalition's: otherwise all would be there and nothing could be read.</summary>
    private static async Task TryKeysAsync(Store store, byte[] key, TimeProvider time, CancellationToken cancel)
    {
        using var keys = new Keyring(store, key, time);
        await using var db = store.Open();
        foreach (var row in await db.CoalitionKeys.AsNoTracking().ToListAsync(cancel))
        {
            try
            {
                keys.Open(row.Wrapped, Keyring.PlaceOf(row.CoalitionId, row.Number));
            }
            catch (System.Security.Cryptography.CryptographicException e)
            {
                throw new StoreException($"The backup holds a key that does not open coalition {row.CoalitionId}. Keep the key file and make a new backup.", e);
            }
        }
    }
}
