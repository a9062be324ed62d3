using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Storage;

/// <summary>A random name of a store, by which things outside it, such as its key file, are told from those of another.</summary>
public static class StoreId
{
    internal const string Key = "store-id";
    private const int Bytes = 8;

    /// <summary>Sixteen hexadecimal digits; made when first asked for.</summary>
    public static async Task<string> ReadAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        if (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Key == Key, cancel) is { } known)
        {
            return known.Value;
        }

        await using var transaction = await db.BeginWriteAsync(cancel);
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Key == Key, cancel);
        if (setting is null)
        {
            setting = new Setting { Key = Key, Value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)) };
            db.Settings.Add(setting);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return setting.Value;
    }
}
