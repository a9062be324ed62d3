using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Security;

/// <summary>Shows accounts and their passkeys to the framework's passkey handler. It only reads: what is made or changed goes through the core.</summary>
internal sealed class PasskeyUsers(Store store, Keyring keys) : IUserPasskeyStore<Account>
{
    /// <summary>
    /// The number under which a device files the account. It holds a part that only this installation can make, so that two installations on one
    /// machine, both called localhost, do not overwrite each other's passkeys.
    /// </summary>
    public static string HandleOf(Keyring keys, long accountId)
    {
        var id = accountId.ToString(CultureInfo.InvariantCulture);
        return $"{id}.{Convert.ToHexStringLower(HMACSHA256.HashData(keys.Derive("passkey-handle"), Encoding.ASCII.GetBytes(id)).AsSpan(0, 12))}";
    }

    public static UserPasskeyInfo Describe(Passkey row) => new(
        Base64Url.DecodeFromChars(row.CredentialId), row.PublicKey, row.CreatedAt, (uint)row.SignCount, row.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.IsUserVerified, row.IsBackupEligible, row.IsBackedUp, row.AttestationObject, row.ClientDataJson) { Name = row.Name };

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(HandleOf(keys, user.Id));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalisedName);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!long.TryParse(userId.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || userId != HandleOf(keys, id))
        {
            return null;
        }

        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
    }

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalisedName == normalizedUserName, cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        return [.. (await db.Passkeys.AsNoTracking().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).Select(Describe)];
    }

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        await using var db = store.Open();
        return await db.Passkeys.Where(p => p.CredentialId == id).Join(db.Accounts.AsNoTracking(), p => p.AccountId, a => a.Id, (p, a) => a).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        await using var db = store.Open();
        return await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == id && p.AccountId == user.Id, cancellationToken) is { } row ? Describe(row) : null;
    }

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw OnlyReads();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw OnlyReads();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw OnlyReads();

    public void Dispose()
    {
    }

    private static NotSupportedException OnlyReads() => new("Accounts are changed by the core.");
}
