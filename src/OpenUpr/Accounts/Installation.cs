using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>An account as the operator sees it: who may do what, and whether the door is shut; nothing of what is behind it.</summary>
public sealed record AccountLine(long Id, string SignInName, string DisplayName, bool IsOperator, bool IsCurator, bool IsLocked, int Sessions, DateTimeOffset CreatedAt);

/// <summary>What an operator does with accounts. Each act stands in the installation's log. Codes of refusals: not-there, last-operator.</summary>
/// <param name="ActorId">The operator's account; null for the operator at the machine.</param>
public sealed class Installation(Store store, Keyring keys, TimeProvider time, long? actorId)
{
    public async Task<IReadOnlyList<AccountLine>> ListAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        var now = time.GetUtcNow();
        var accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.NormalisedName).ToListAsync(cancel);
        var sessions = (await db.SignIns.AsNoTracking().Select(s => new { s.AccountId, s.ExpiresAt }).ToListAsync(cancel)).Where(s => s.ExpiresAt > now).CountBy(s => s.AccountId).ToDictionary();
        return [.. accounts.Select(a => new AccountLine(a.Id, a.SignInName, a.DisplayName, a.IsOperator, a.IsCurator, a.LockedUntil >= SigningIn.ForGood, sessions.GetValueOrDefault(a.Id), a.CreatedAt))];
    }

    public async Task<AccountLine?> FindAsync(string name, CancellationToken cancel)
    {
        var normalised = AccountNames.Normalise(name);
        return (await ListAsync(cancel)).FirstOrDefault(a => AccountNames.Normalise(a.SignInName) == normalised);
    }

    /// <summary>Invitations that nobody has used yet, the newest first; those of coalitions are their own affair.</summary>
    public async Task<IReadOnlyList<Invitation>> InvitationsAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        var now = time.GetUtcNow();
        return [.. (await db.Invitations.AsNoTracking().Where(i => i.UsedAt == null && i.CoalitionId == null).OrderByDescending(i => i.Id).ToListAsync(cancel)).Where(i => i.ExpiresAt > now)];
    }

    /// <summary>The link for the first account; null where there is an account already. An older link for it stops to work.</summary>
    public async Task<InvitationKeys?> InviteOwnerAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.Accounts.AnyAsync(cancel))
        {
            return null;
        }

        await db.Invitations.Where(i => i.Purpose == Invitation.Owner).ExecuteDeleteAsync(cancel);
        var made = await Invitations.AddAsync(db, keys, time, new NewInvitation(Invitation.Owner) { GivesOperator = true, GivesCurator = true }, cancel);
        await transaction.CommitAsync(cancel);
        return made;
    }

    public async Task<InvitationKeys> InviteAsync(bool givesOperator, bool givesCurator, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var made = await Invitations.AddAsync(db, keys, time, new NewInvitation(Invitation.Person) { GivesOperator = givesOperator, GivesCurator = givesCurator }, cancel);
        await LogAsync(db, "account.invite", "invitation", made.Id, cancel);
        await transaction.CommitAsync(cancel);
        return made;
    }

    public async Task<bool> WithdrawAsync(long invitationId, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (!await db.Invitations.AnyAsync(i => i.Id == invitationId && i.CoalitionId == null, cancel) || !await Invitations.WithdrawAsync(db, invitationId, cancel))
        {
            return false;
        }

        await LogAsync(db, "account.withdraw", "invitation", invitationId, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    public Task<string?> SetRolesAsync(long accountId, bool isOperator, bool isCurator, CancellationToken cancel) => ChangeAsync(accountId, "account.role", async (db, account) =>
    {
        if (account.IsOperator && !isOperator && !await db.Accounts.AnyAsync(a => a.IsOperator && a.Id != accountId, cancel))
        {
            return "last-operator";
        }

        (account.IsOperator, account.IsCurator) = (isOperator, isCurator);
        return null;
    }, cancel);

    /// <summary>Shuts an account until it is unlocked, and ends its sessions.</summary>
    public Task<string?> LockAsync(long accountId, CancellationToken cancel) => ChangeAsync(accountId, "account.lock", async (db, account) =>
    {
        if (account.IsOperator && (await db.Accounts.AsNoTracking().Where(a => a.IsOperator && a.Id != accountId).ToListAsync(cancel)).All(a => a.LockedUntil >= SigningIn.ForGood))
        {
            return "last-operator";
        }

        (account.LockedUntil, account.SecurityStamp) = (SigningIn.ForGood, Secrets.New());
        await db.SignIns.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await Invitations.WithdrawDevicesAsync(db, accountId, cancel);
        return null;
    }, cancel);

    public Task<string?> UnlockAsync(long accountId, CancellationToken cancel) => ChangeAsync(accountId, "account.unlock", (_, account) =>
    {
        (account.LockedUntil, account.FailedSignIns) = (null, 0);
        return Task.FromResult<string?>(null);
    }, cancel);

    public Task<string?> EndSessionsAsync(long accountId, CancellationToken cancel) => ChangeAsync(accountId, "account.end-sessions", async (db, account) =>
    {
        account.SecurityStamp = Secrets.New();
        await db.SignIns.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await Invitations.WithdrawDevicesAsync(db, accountId, cancel);
        return null;
    }, cancel);

    /// <summary>A device is lost: closes every way into the account, ends its sessions and returns a way in for a new device; null where there is no such account.</summary>
    public async Task<InvitationKeys?> ResetAsync(long accountId, CancellationToken cancel)
    {
        InvitationKeys? made = null;
        await ChangeAsync(accountId, "account.reset", async (db, account) =>
        {
            await db.Invitations.Where(i => i.AccountId == accountId && i.UsedAt == null).ExecuteDeleteAsync(cancel);
            await SignInWays.CloseAllAsync(db, account, cancel);
            made = await Invitations.AddAsync(db, keys, time, new NewInvitation(Invitation.NewDevice) { AccountId = accountId }, cancel);
            return null;
        }, cancel);
        return made;
    }

    public Task<ToHandOver> DeleteAsync(long accountId, bool forgetName, CancellationToken cancel) => AccountDeletion.DeleteAsync(store, keys, time, accountId, forgetName, actorId, cancel);

    private async Task<string?> ChangeAsync(long accountId, string deed, Func<OpenUprDb, Account, Task<string?>> change, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account)
        {
            return "not-there";
        }

        if (await change(db, account) is { } fault)
        {
            return fault;
        }

        await db.SaveChangesAsync(cancel);
        await LogAsync(db, deed, "account", accountId, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private Task LogAsync(OpenUprDb db, string deed, string thing, long id, CancellationToken cancel) => Audit.AddAsync(db, keys, time, actorId, deed, thing, id, cancel);
}
