using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;

namespace OpenUpr.Storage;

/// <summary>What is needed beside the file to restore a sealed backup.</summary>
/// <param name="Passphrase">That it was made with.</param>
/// <param name="NewKey">What is to unlock the installation's key from now on; null where the restored store is only looked at.</param>
public sealed record BackupSecret(string Passphrase, KeySource? NewKey, TimeProvider Time);

/// <summary>The installation's key on its way in a backup: wrapped a second time, so that it is never a file in the open, not even for somebody who unpacks the backup by hand.</summary>
internal static class BackupKey
{
    public const string Entry = "installation.key";
    public const string Purpose = "installation key";
    public const string Place = "backup.installation_key";

    /// <summary>Takes the key out of a backup; null where it holds none.</summary>
    /// <exception cref="InvalidDataException">The key was changed.</exception>
    public static async Task<byte[]?> ReadAsync(ZipArchive zip, SealedFile? file, CancellationToken cancel)
    {
        if (file is null || zip.GetEntry(Entry) is not { } entry)
        {
            return null;
        }

        var wrapped = new byte[Sealing.Overhead + Sealing.KeyBytes];
        await using var stream = entry.Open();
        await stream.ReadExactlyAsync(wrapped, cancel);
        try
        {
            return Sealing.Open(file.Derive(Purpose), wrapped, Place);
        }
        catch (CryptographicException e)
        {
            throw new InvalidDataException("the key in it was changed.", e);
        }
    }

    /// <summary>Locks the restored store with what this machine has; the old lock's file may be lost. Inside the restore's transaction.</summary>
    public static async Task ReplaceLockAsync(OpenUprDb db, byte[]? key, string? storeId, BackupSecret? secret, CancellationToken cancel)
    {
        if (key is null)
        {
            // Made in the open: nothing in it was sealed, and a new installation makes its own keys.
            await db.InstallationKeys.ExecuteDeleteAsync(cancel);
            await db.ProtectionKeys.ExecuteDeleteAsync(cancel);
        }
        else if (secret?.NewKey is { } source)
        {
            await db.InstallationKeys.ExecuteDeleteAsync(cancel);
            var row = KeyringDoor.Lock(key, source, secret.Time);
            row.Id = await db.TakeIdsAsync(Counters.InstallationKeys, 1, cancel);
            db.InstallationKeys.Add(row);

            // The store stays the one that this machine knows, by whose name its key file is found: a copy is a store of its own.
            await db.Settings.Where(s => s.Key == StoreId.Key).ExecuteDeleteAsync(cancel);
            db.Settings.Add(new Setting { Key = StoreId.Key, Value = storeId! });
            await db.SaveChangesAsync(cancel);
        }
    }
}
