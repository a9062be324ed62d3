using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Publications;

/// <summary>The key with which this installation signs what its coalitions show. Made when the first file is asked for, kept sealed in the database, so that a backup holds it.</summary>
public static class PublicationKey
{
    private const string Key = "publication-key";

    /// <exception cref="CryptographicException">The stored key was changed.</exception>
    public static async Task<ECDsa> OpenAsync(Store store, Keyring keys, CancellationToken cancel)
    {
        await using var db = store.Open();
        if (await FindAsync(db, keys, cancel) is { } known)
        {
            return known;
        }

        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await FindAsync(db, keys, cancel) is { } other)
        {
            return other;
        }

        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        db.Settings.Add(new Setting { Key = Key, Value = Convert.ToBase64String(keys.Seal(made.ExportPkcs8PrivateKey(), Key)) });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return made;
    }

    private static async Task<ECDsa?> FindAsync(OpenUprDb db, Keyring keys, CancellationToken cancel)
    {
        if (await db.Settings.AsNoTracking().Where(s => s.Key == Key).Select(s => s.Value).SingleOrDefaultAsync(cancel) is not { } stored)
        {
            return null;
        }

        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(keys.Open(Convert.FromBase64String(stored), Key), out _);
        return key;
    }
}
