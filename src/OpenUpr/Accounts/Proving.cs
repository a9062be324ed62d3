using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>Proving again who one is, before a dangerous act.</summary>
public static class Proving
{
    /// <summary>By the password and the code of one's own account; wrong tries count as they do when signing in.</summary>
    public static async Task<bool> ByPasswordAsync(Store store, Keyring keys, TimeProvider time, long accountId, long signInId, Func<string?, bool> verify, string? code, CancellationToken cancel)
    {
        await using var db = store.Open();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        if (await SigningIn.ByPasswordAsync(store, time, account.SignInName, verify, cancel) is not { } right
            || (right.TotpIsOn && await SigningIn.ByCodeAsync(store, keys, time, accountId, right.SecurityStamp, code, cancel) is null))
        {
            return false;
        }

        await NoteAsync(store, time, accountId, signInId, cancel);
        return true;
    }

    /// <summary>Notes that the person of this session has just proved who they are.</summary>
    public static async Task NoteAsync(Store store, TimeProvider time, long accountId, long signInId, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var now = time.GetUtcNow();
        await db.SignIns.Where(s => s.Id == signInId && s.AccountId == accountId).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, now), cancel);
        await transaction.CommitAsync(cancel);
    }
}
