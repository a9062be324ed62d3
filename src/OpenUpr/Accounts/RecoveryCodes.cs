using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>Codes to print and put away: each opens an account once, in place of the one-time code, when the device that makes those is lost.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    /// <summary>Makes new codes inside the caller's write transaction; the old ones open nothing any more.</summary>
    public static async Task<IReadOnlyList<string>> RenewAsync(OpenUprDb db, Keyring keys, long accountId, CancellationToken cancel)
    {
        await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancel);
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length)).ToList();
        var id = await db.TakeIdsAsync(Counters.RecoveryCodes, Count, cancel);
        db.RecoveryCodes.AddRange(codes.Select((code, i) => new RecoveryCode { Id = id + i, AccountId = accountId, Hash = Hash(keys, code) }));
        await db.SaveChangesAsync(cancel);
        return [.. codes.Select(c => $"{c[..(Length / 2)]}-{c[(Length / 2)..]}")];
    }

    internal static async Task<bool> TakeAsync(OpenUprDb db, Keyring keys, long accountId, string? typed, CancellationToken cancel)
    {
        var plain = new string([.. (typed ?? "").Take(40).Where(char.IsAsciiLetterOrDigit).Select(c => char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other })]);
        if (plain.Length != Length)
        {
            return false;
        }

        var hash = Hash(keys, plain);
        return await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.Hash == hash).ExecuteDeleteAsync(cancel) > 0;
    }

    // 50 bits behind a lock that shuts; the key, which is not in the database, keeps them from being tried on a stolen copy.
    private static string Hash(Keyring keys, string code) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.Derive("recovery-code"), Encoding.ASCII.GetBytes(code)));
}
