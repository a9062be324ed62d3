using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>
/// The log of who did what to which thing, and when; never the content. Each entry holds a keyed hash over itself and the entry before, so
/// that one that is changed, taken out or put in shows (<see cref="AuditEntry"/>).
/// </summary>
public static class Audit
{
    internal const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>
    /// Adds an entry to the coalition's log inside the caller's write transaction (<see cref="OpenUprDb.BeginWriteAsync"/>): what is done and
    /// what is logged stand or fall together.
    /// </summary>
    /// <param name="deed">Such as "evidence.read".</param>
    /// <param name="thing">Such as "evidence-case".</param>
    public static Task AddAsync(OpenUprDb db, Keyring keys, TimeProvider time, CoalitionAccess access, string deed, string thing, long? thingId, CancellationToken cancel) =>
        AddAsync(db, keys, time, access.CoalitionId, access.MemberId, deed, thing, thingId, cancel);

    /// <summary>Adds an entry to the installation's own log.</summary>
    public static Task AddAsync(OpenUprDb db, Keyring keys, TimeProvider time, long? accountId, string deed, string thing, long? thingId, CancellationToken cancel) =>
        AddAsync(db, keys, time, null, accountId, deed, thing, thingId, cancel);

    /// <summary>The hash that an entry must hold.</summary>
    public static string HashOf(AuditEntry entry, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join(
        '\n',
        entry.Id.ToString(CultureInfo.InvariantCulture),
        entry.CoalitionId?.ToString(CultureInfo.InvariantCulture),
        entry.Number.ToString(CultureInfo.InvariantCulture),
        entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        entry.ActorId?.ToString(CultureInfo.InvariantCulture),
        entry.Deed,
        entry.Thing,
        entry.ThingId?.ToString(CultureInfo.InvariantCulture),
        entry.PreviousHash))));

    /// <summary>Adds an entry to a coalition's log for somebody who has no access to it any more.</summary>
    internal static async Task AddAsync(OpenUprDb db, Keyring keys, TimeProvider time, long? coalitionId, long? actorId, string deed, string thing, long? thingId, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An audit entry is added inside a write transaction.");
        }

        var last = await db.AuditEntries.AsNoTracking().Where(e => e.CoalitionId == coalitionId).OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancel);
        var entry = new AuditEntry
        {
            Id = await db.TakeIdsAsync(Counters.AuditEntries, 1, cancel),
            CoalitionId = coalitionId,
            Number = (last?.Number ?? 0) + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            ActorId = actorId,
            Deed = deed,
            Thing = thing,
            ThingId = thingId,
            PreviousHash = last?.Hash ?? Beginning,
            Hash = "",
        };
        entry.Hash = HashOf(entry, keys.Derive("audit"));
        db.AuditEntries.Add(entry);
        await db.SaveChangesAsync(cancel);
    }
}
