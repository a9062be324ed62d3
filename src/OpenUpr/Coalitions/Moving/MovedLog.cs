using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Moving;

/// <summary>
/// The part of a log that was written in another installation. Its entries keep the hashes that they had there, by which an anchor kept outside still holds; the key
/// of those hashes stays there. One keyed hash of this installation over all of them shows whether anybody touched them since they came (docs/adr/0025).
/// </summary>
internal static class MovedLog
{
    private static readonly byte[] s_end = "\n"u8.ToArray();

    /// <summary>The newest move, which covers what came with earlier ones too; null for a coalition that was founded here.</summary>
    public static async Task<CoalitionMove?> FindAsync(Store store, long coalitionId, CancellationToken cancel)
    {
        if (await AccessAsync(store, coalitionId, cancel) is not { } access)
        {
            return null;
        }

        await using var db = store.Open(access);
        return await db.CoalitionMoves.AsNoTracking().OrderByDescending(m => m.LastNumber).ThenByDescending(m => m.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The keyed hash over the move and every entry that came with it, as they stand now.</summary>
    public static async Task<string> ProofOfAsync(OpenUprDb db, Keyring keys, CoalitionMove move, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.Derive("audit-moved"));
        Add(hash, move.CoalitionId, move.ExportedAt.ToUnixTimeMilliseconds(), move.ArrivedAt.ToUnixTimeMilliseconds(), move.Shift, move.LastNumber, move.FlawsThen);
        await foreach (var e in db.AuditEntries.AsNoTracking().Where(e => e.CoalitionId == move.CoalitionId && e.Number <= move.LastNumber).OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            Add(hash, e.Id, e.Number, e.At.ToUnixTimeMilliseconds(), e.ActorId, e.Deed, e.Thing, e.ThingId, e.PreviousHash, e.Hash);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<CoalitionAccess?> AccessAsync(Store store, long coalitionId, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Coalitions.AnyAsync(c => c.Id == coalitionId, cancel) ? await CoalitionAccess.ForUpkeepAsync(store, coalitionId, cancel) : null;
    }

    private static void Add(IncrementalHash hash, params object?[] values)
    {
        foreach (var value in values)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!));
            hash.AppendData(s_end);
        }
    }
}
