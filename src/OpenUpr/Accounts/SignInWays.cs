using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>The ways into one account as its person sees them.</summary>
public sealed record WaysIn(Account Account, IReadOnlyList<Passkey> Passkeys, int RecoveryCodes)
{
    /// <summary>Whether a password and a one-time code open the account.</summary>
    public bool HasPassword => Account.PasswordHash is not null && Account.TotpIsOn;
}

/// <summary>
/// Changing the ways into one's account. Each change gives the account a new stamp, so that every session ends but the one in which it is made. Codes
/// of refusals: last-way (nothing would open the account any more), not-there, code-wrong, too-many.
/// </summary>
public static class SignInWays
{
    public const int MaxPasskeys = 20;

    public static async Task<WaysIn?> ReadAsync(Store store, long accountId, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account ? null : new WaysIn(
            account,
            await db.Passkeys.AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.Id).ToListAsync(cancel),
            await db.RecoveryCodes.CountAsync(c => c.AccountId == accountId, cancel));
    }

    /// <param name="hash">As the password hasher made it.</param>
    public static Task<string?> SetPasswordAsync(Store store, long accountId, long signInId, string hash, CancellationToken cancel) => ChangeAsync(store, accountId, signInId, (_, account) =>
    {
        account.PasswordHash = hash;
        return Task.FromResult<string?>(null);
    }, cancel);

    /// <summary>Takes password, one-time codes and recovery codes away together: none opens anything without the others.</summary>
    public static Task<string?> RemovePasswordAsync(Store store, long accountId, long signInId, CancellationToken cancel) => ChangeAsync(store, accountId, signInId, async (db, account) =>
    {
        if (!await db.Passkeys.AnyAsync(p => p.AccountId == accountId, cancel))
        {
            return "last-way";
        }

        (account.PasswordHash, account.TotpSecret, account.TotpIsOn, account.TotpLastStep) = (null, null, false, 0);
        await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancel);
        return null;
    }, cancel);

    /// <summary>The secret that is to be typed into the code program; it opens nothing before a code of it was typed right.</summary>
    public static async Task<byte[]> BeginTotpAsync(Store store, Keyring keys, long accountId, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancel);
        if (account is { TotpIsOn: false, TotpSecret: { } begun })
        {
            return keys.Open(begun, SigningIn.TotpPlace(accountId));
        }

        if (account.TotpIsOn)
        {
            throw new InvalidOperationException("The account has one-time codes.");
        }

        var secret = Totp.NewSecret();
        account.TotpSecret = keys.Seal(secret, SigningIn.TotpPlace(accountId));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return secret;
    }

    /// <summary>Turns the one-time codes on by the first of them, and makes recovery codes.</summary>
    public static async Task<(string? Fault, IReadOnlyList<string> Codes)> ConfirmTotpAsync(Store store, Keyring keys, TimeProvider time, long accountId, long signInId, string? typed, CancellationToken cancel)
    {
        IReadOnlyList<string> codes = [];
        var fault = await ChangeAsync(store, accountId, signInId, async (db, account) =>
        {
            if (account.TotpSecret is null || account.TotpIsOn || Totp.FindStep(keys.Open(account.TotpSecret, SigningIn.TotpPlace(accountId)), typed, time.GetUtcNow(), 0) is not { } step)
            {
                return "code-wrong";
            }

            (account.TotpIsOn, account.TotpLastStep) = (true, step);
            codes = await RecoveryCodes.RenewAsync(db, keys, accountId, cancel);
            return null;
        }, cancel);
        return (fault, codes);
    }

    /// <summary>Turns the one-time codes off, for a new program; the password then opens nothing until they are on again.</summary>
    public static Task<string?> RemoveTotpAsync(Store store, long accountId, long signInId, CancellationToken cancel) => ChangeAsync(store, accountId, signInId, async (db, account) =>
    {
        (account.TotpSecret, account.TotpIsOn, account.TotpLastStep) = (null, false, 0);
        await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancel);
        return null;
    }, cancel);

    public static async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(Store store, Keyring keys, long accountId, long signInId, CancellationToken cancel)
    {
        IReadOnlyList<string> codes = [];
        await ChangeAsync(store, accountId, signInId, async (db, account) =>
        {
            codes = account.TotpIsOn ? await RecoveryCodes.RenewAsync(db, keys, accountId, cancel) : [];
            return null;
        }, cancel);
        return codes;
    }

    public static Task<string?> AddPasskeyAsync(Store store, long accountId, long signInId, Passkey passkey, CancellationToken cancel) => ChangeAsync(store, accountId, signInId, async (db, _) =>
    {
        if (await db.Passkeys.CountAsync(p => p.AccountId == accountId, cancel) >= MaxPasskeys)
        {
            return "too-many";
        }

        (passkey.Id, passkey.AccountId) = (await db.TakeIdsAsync(Counters.Passkeys, 1, cancel), accountId);
        db.Passkeys.Add(passkey);
        return null;
    }, cancel);

    /// <summary>A name opens nothing, so that the sessions stay.</summary>
    public static async Task<bool> RenamePasskeyAsync(Store store, long accountId, long passkeyId, string name, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var changed = await db.Passkeys.Where(p => p.Id == passkeyId && p.AccountId == accountId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, name), cancel);
        await transaction.CommitAsync(cancel);
        return changed > 0;
    }

    public static Task<string?> RemovePasskeyAsync(Store store, long accountId, long signInId, long passkeyId, CancellationToken cancel) => ChangeAsync(store, accountId, signInId, async (db, account) =>
    {
        var hasPassword = account is { PasswordHash: not null, TotpIsOn: true };
        if (!hasPassword && await db.Passkeys.CountAsync(p => p.AccountId == accountId, cancel) < 2)
        {
            return "last-way";
        }

        return await db.Passkeys.Where(p => p.Id == passkeyId && p.AccountId == accountId).ExecuteDeleteAsync(cancel) > 0 ? null : "not-there";
    }, cancel);

    /// <summary>Notes that a passkey was used, and how often it says that it was (WebAuthn Level 3, section 6.1.1).</summary>
    public static async Task NoteUseAsync(Store store, TimeProvider time, string credentialId, long signCount, bool isBackedUp, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var now = time.GetUtcNow();
        await db.Passkeys.Where(p => p.CredentialId == credentialId)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.SignCount, signCount).SetProperty(x => x.IsBackedUp, isBackedUp).SetProperty(x => x.LastUsedAt, now), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Closes every way into an account and ends its sessions, inside the caller's write transaction: the device is lost.</summary>
    internal static async Task CloseAllAsync(OpenUprDb db, Account account, CancellationToken cancel)
    {
        (account.PasswordHash, account.TotpSecret, account.TotpIsOn, account.TotpLastStep, account.SecurityStamp) = (null, null, false, 0, Secrets.New());
        await db.Passkeys.Where(p => p.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await db.SignIns.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static async Task<string?> ChangeAsync(Store store, long accountId, long signInId, Func<OpenUprDb, Account, Task<string?>> change, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancel);
        if (await change(db, account) is { } fault)
        {
            return fault;
        }

        account.SecurityStamp = Secrets.New();
        await db.SaveChangesAsync(cancel);
        await db.SignIns.Where(s => s.AccountId == accountId && s.Id != signInId).ExecuteDeleteAsync(cancel);
        await Invitations.WithdrawDevicesAsync(db, accountId, cancel);
        await db.SignIns.Where(s => s.AccountId == accountId && s.Id == signInId).ExecuteUpdateAsync(s => s.SetProperty(x => x.SecurityStamp, account.SecurityStamp), cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
