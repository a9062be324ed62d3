using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Keys;

/// <summary>
/// The installation's key, opened at start, and the coalitions' keys under it. Keys leave this class only inside sealed bytes; a coalition's
/// key is used only with access to that coalition. Coalitions' keys are read anew each time: one that was destroyed, here or on another node,
/// opens nothing from that moment on.
/// </summary>
public sealed class Keyring : IDisposable
{
    private readonly byte[] _installation;
    private readonly Store _store;
    private readonly TimeProvider _time;

    internal Keyring(Store store, byte[] installation, TimeProvider time) => (_store, _installation, _time) = (store, installation, time);

    /// <summary>Seals something of the installation itself, such as the secret of an account's one-time codes.</summary>
    /// <param name="place">Table, column and row, such as "accounts.totp_secret.17".</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place) => Sealing.Seal(_installation, 0, plain, place);

    /// <exception cref="CryptographicException">The bytes were changed or belong to another place.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string place) => Sealing.Open(_installation, sealedBytes, place);

    /// <summary>Seals something of a coalition under its newest key. Call it inside the write transaction that keeps the bytes: a rotation then waits for it.</summary>
    public async Task<byte[]> SealAsync(CoalitionAccess access, byte[] plain, string place, CancellationToken cancel)
    {
        var number = await NewestAsync(access, cancel);
        return Sealing.Seal(await KeyAsync(access.CoalitionId, number, cancel), number, plain, place);
    }

    public Task<byte[]> SealAsync(CoalitionAccess access, string plain, string place, CancellationToken cancel) => SealAsync(access, Encoding.UTF8.GetBytes(plain), place, cancel);

    /// <summary>Seals many values at once under the newest key, in the order in which they came. Call it inside the write transaction that keeps them.</summary>
    public async Task<IReadOnlyList<byte[]>> SealManyAsync(CoalitionAccess access, IReadOnlyList<(string Plain, string Place)> values, CancellationToken cancel)
    {
        var number = await NewestAsync(access, cancel);
        var key = await KeyAsync(access.CoalitionId, number, cancel);
        return [.. values.Select(v => Sealing.Seal(key, number, Encoding.UTF8.GetBytes(v.Plain), v.Place))];
    }

    /// <exception cref="CryptographicException">The bytes were changed, belong to another place, or their key was destroyed.</exception>
    public async Task<byte[]> OpenAsync(CoalitionAccess access, byte[] sealedBytes, string place, CancellationToken cancel) =>
        Sealing.Open(await KeyAsync(access.CoalitionId, Sealing.KeyNumberOf(sealedBytes), cancel), sealedBytes, place);

    public async Task<string> OpenTextAsync(CoalitionAccess access, byte[] sealedBytes, string place, CancellationToken cancel) =>
        Encoding.UTF8.GetString(await OpenAsync(access, sealedBytes, place, cancel));

    /// <summary>Opens many values at once, each key being read once. In the order in which they came.</summary>
    /// <exception cref="CryptographicException">Some bytes were changed, belong to another place, or their key was destroyed.</exception>
    public async Task<IReadOnlyList<byte[]>> OpenManyAsync(CoalitionAccess access, IReadOnlyList<(byte[] Sealed, string Place)> values, CancellationToken cancel)
    {
        var openers = new Dictionary<int, AesGcm>();
        try
        {
            var opened = new byte[values.Count][];
            for (var i = 0; i < opened.Length; i++)
            {
                var number = Sealing.KeyNumberOf(values[i].Sealed);
                if (!openers.TryGetValue(number, out var opener))
                {
                    openers.Add(number, opener = Sealing.Opener(await KeyAsync(access.CoalitionId, number, cancel)));
                }

                opened[i] = Sealing.Open(opener, values[i].Sealed, values[i].Place);
            }

            return opened;
        }
        finally
        {
            foreach (var opener in openers.Values)
            {
                opener.Dispose();
            }
        }
    }

    /// <summary>A key for one purpose, such as the audit's hashes, from which the installation's key cannot be found.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _installation, Sealing.KeyBytes, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>The installation's key itself, sealed for another opener, such as a backup's passphrase.</summary>
    internal byte[] Wrap(byte[] opener, string place) => Sealing.Seal(opener, 0, _installation, place);

    /// <summary>Makes the first key of a new coalition, or its next one, inside the caller's transaction.</summary>
    public async Task AddKeyAsync(OpenUprDb db, long coalitionId, CancellationToken cancel)
    {
        var number = 1 + (await db.CoalitionKeys.Where(k => k.CoalitionId == coalitionId).MaxAsync(k => (int?)k.Number, cancel) ?? 0);
        var key = RandomNumberGenerator.GetBytes(Sealing.KeyBytes);
        db.CoalitionKeys.Add(new CoalitionKey
        {
            Id = await db.TakeIdsAsync(Counters.CoalitionKeys, 1, cancel),
            CoalitionId = coalitionId,
            Number = number,
            Wrapped = Seal(key, PlaceOf(coalitionId, number)),
            CreatedAt = _time.GetUtcNow(),
        });
        CryptographicOperations.ZeroMemory(key);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>All keys of a coalition, for its move to another installation or its arrival here, as this context's transaction sees them.</summary>
    internal async Task<MovingKeys> TakeAllAsync(OpenUprDb db, long coalitionId, CancellationToken cancel)
    {
        var rows = await db.CoalitionKeys.AsNoTracking().Where(k => k.CoalitionId == coalitionId).ToListAsync(cancel);
        return new MovingKeys(rows.ToDictionary(k => k.Number, k => Open(k.Wrapped, PlaceOf(coalitionId, k.Number))));
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_installation);

    /// <summary>The number of the coalition's newest key.</summary>
    internal async Task<int> NewestAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = _store.Open();
        return await db.CoalitionKeys.Where(k => k.CoalitionId == access.CoalitionId).MaxAsync(k => k.Number, cancel);
    }

    internal async Task<byte[]> KeyAsync(long coalitionId, int number, CancellationToken cancel)
    {
        await using var db = _store.Open();
        var row = await db.CoalitionKeys.AsNoTracking().SingleOrDefaultAsync(k => k.CoalitionId == coalitionId && k.Number == number, cancel)
            ?? throw new CryptographicException($"Key {number} of the coalition was destroyed; what it sealed cannot be read any more.");
        return Open(row.Wrapped, PlaceOf(coalitionId, number));
    }

    internal static string PlaceOf(long coalitionId, int number) => FormattableString.Invariant($"coalition_keys.wrapped.{coalitionId}.{number}");
}
