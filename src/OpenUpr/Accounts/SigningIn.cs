using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>
/// Proving who one is by a password and a one-time code. Whoever asks learns nothing but yes or no: an unknown name, a wrong word and a door that is
/// shut for a while look the same and cost the same work.
/// </summary>
public static class SigningIn
{
    /// <summary>Wrong tries that cost nothing.</summary>
    public const int FreeTries = 5;

    /// <summary>The account's door is shut after one more wrong try; each further one doubles the time, up to <see cref="LongestShut"/>.</summary>
    public static readonly TimeSpan FirstShut = TimeSpan.FromMinutes(1);

    /// <summary>Nobody can keep a person out of their account for longer than this by typing wrong words; passkeys are never shut out.</summary>
    public static readonly TimeSpan LongestShut = TimeSpan.FromHours(1);

    /// <summary>An operator locked the account: until they unlock it.</summary>
    public static readonly DateTimeOffset ForGood = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The account of a name and a password; null for anything else.</summary>
    /// <param name="verify">Compares the password with a hash, and takes as long where there is none (null).</param>
    public static async Task<Account?> ByPasswordAsync(Store store, TimeProvider time, string? name, Func<string?, bool> verify, CancellationToken cancel)
    {
        await using var db = store.Open();
        var normalised = AccountNames.FindFault(name) is null ? AccountNames.Normalise(name!) : "";
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalisedName == normalised, cancel);
        var isRight = verify(account?.PasswordHash) && account?.PasswordHash is not null && !IsShut(account, time);

        // With the code still to come, only that one ends the count of wrong tries.
        var wasOpen = await NoteAsync(db, time, account?.Id ?? 0, isRight ? account!.TotpIsOn ? null : true : false, cancel);
        return isRight && wasOpen ? account : null;
    }

    /// <summary>The second step: a one-time code, or a recovery code in its place. Returns how it was proved, or null.</summary>
    /// <param name="stamp">The account's when the password was right.</param>
    public static async Task<string?> ByCodeAsync(Store store, Keyring keys, TimeProvider time, long accountId, string stamp, string? typed, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.SecurityStamp == stamp, cancel);
        var method = account is null || IsShut(account, time) ? null : await TakeCodeAsync(db, keys, time, account, typed, cancel);
        if (account is not null)
        {
            Count(account, time, method is not null);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return method;
    }

    /// <summary>Whether an account may be entered by a passkey: wrong passwords of others shut no passkey out, an operator's lock does.</summary>
    public static bool MayUsePasskey(Account account) => account.LockedUntil < ForGood || account.LockedUntil is null;

    internal static bool IsShut(Account account, TimeProvider time) => account.LockedUntil > time.GetUtcNow();

    /// <summary>Takes a code that fits, so that it fits no second time.</summary>
    internal static async Task<string?> TakeCodeAsync(OpenUprDb db, Keyring keys, TimeProvider time, Account account, string? typed, CancellationToken cancel)
    {
        if (!account.TotpIsOn || account.TotpSecret is null)
        {
            return null;
        }

        if (Totp.FindStep(keys.Open(account.TotpSecret, TotpPlace(account.Id)), typed, time.GetUtcNow(), account.TotpLastStep) is { } step)
        {
            account.TotpLastStep = step;
            return AccountSessions.ByPassword;
        }

        return await RecoveryCodes.TakeAsync(db, keys, account.Id, typed, cancel) ? AccountSessions.ByRecoveryCode : null;
    }

    internal static string TotpPlace(long accountId) => FormattableString.Invariant($"accounts.totp_secret.{accountId}");

    /// <returns>Whether the door was open when this try's turn came: of many tries at once, those after the last free one are late, right or not.</returns>
    private static async Task<bool> NoteAsync(OpenUprDb db, TimeProvider time, long accountId, bool? isRight, CancellationToken cancel)
    {
        // For an unknown name too a writer's turn is waited for: the clock then does not tell which names exist.
        await using var transaction = await db.BeginWriteAsync(cancel);
        var account = await db.Accounts.AsTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancel);
        var isOpen = account is not null && !IsShut(account, time);
        if (account is not null && isRight is { } right)
        {
            Count(account, time, right && isOpen);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return isOpen;
    }

    private static void Count(Account account, TimeProvider time, bool isRight)
    {
        if (isRight)
        {
            (account.FailedSignIns, account.LockedUntil) = (0, account.LockedUntil >= ForGood ? account.LockedUntil : null);
            return;
        }

        // Tries at a shut door are not counted: they would let anyone keep it shut for ever.
        if (IsShut(account, time))
        {
            return;
        }

        account.FailedSignIns++;
        if (account.FailedSignIns > FreeTries)
        {
            var shut = FirstShut * Math.Pow(2, Math.Min(account.FailedSignIns - FreeTries - 1, 10));
            account.LockedUntil = time.GetUtcNow() + (shut < LongestShut ? shut : LongestShut);
        }
    }
}
