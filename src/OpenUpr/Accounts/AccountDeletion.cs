using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>What must be handed over before an account can go.</summary>
/// <param name="Coalitions">Names of coalitions whose only secretariat the person is, while others are in it.</param>
/// <param name="IsLastOperator">Nobody else runs the installation, while it has other accounts.</param>
public sealed record ToHandOver(IReadOnlyList<string> Coalitions, bool IsLastOperator)
{
    public bool IsNothing => Coalitions.Count == 0 && !IsLastOperator;
}

/// <summary>
/// Deleting an account for good: its row, passkeys, codes, sessions and invitations are gone. What the person wrote for a coalition stays the
/// coalition's, under a member number that leads to nobody; their name there stays or goes, as they choose.
/// </summary>
public static class AccountDeletion
{
    public static async Task<ToHandOver> CheckAsync(Store store, long accountId, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await CheckAsync(db, accountId, cancel);
    }

    /// <summary>Deletes the account, or returns what must be handed over first.</summary>
    /// <param name="forgetName">Whether the coalitions' records are to say "a former member" in place of the name.</param>
    /// <param name="actorId">Who does it, for the installation's log; null for the operator at the machine.</param>
    public static async Task<ToHandOver> DeleteAsync(Store store, Keyring keys, TimeProvider time, long accountId, bool forgetName, long? actorId, CancellationToken cancel)
    {
        if (forgetName)
        {
            await ForgetNamesAsync(store, accountId, cancel);
        }

        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var open = await CheckAsync(db, accountId, cancel);
        if (!open.IsNothing)
        {
            return open;
        }

        var now = time.GetUtcNow();
        var places = await db.Memberships.AsNoTracking().Where(m => m.AccountId == accountId).ToListAsync(cancel);
        await db.Memberships.Where(m => m.AccountId == accountId && m.LeftAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.LeftAt, (DateTimeOffset?)now), cancel);
        await db.Memberships.Where(m => m.AccountId == accountId).ExecuteUpdateAsync(m => m.SetProperty(x => x.AccountId, (long?)null).SetProperty(x => x.ReadsReprisals, false), cancel);
        await db.Invitations.Where(i => i.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.SignIns.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.Passkeys.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.Accounts.Where(a => a.Id == accountId).ExecuteDeleteAsync(cancel);
        await Audit.AddAsync(db, keys, time, actorId, "account.delete", "account", accountId, cancel);
        await transaction.CommitAsync(cancel);
        foreach (var place in places)
        {
            if (place.LeftAt is null)
            {
                await LogLeavingAsync(store, keys, time, place, cancel);
            }

            await OwnChoices.ForgetLeftAsync(store, place.CoalitionId, cancel);
        }

        return open;
    }

    /// <summary>The coalition's log says who is gone: its secretariat does not read the installation's.</summary>
    private static async Task LogLeavingAsync(Store store, Keyring keys, TimeProvider time, Membership place, CancellationToken cancel)
    {
        await using var db = store.Open(await CoalitionAccess.ForUpkeepAsync(store, place.CoalitionId, cancel));
        await using var transaction = await db.BeginWriteAsync(cancel);
        await Audit.AddAsync(db, keys, time, place.CoalitionId, place.Id, "member.leave", "member", place.Id, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<ToHandOver> CheckAsync(OpenUprDb db, long accountId, CancellationToken cancel)
    {
        var secretariat = CoalitionRole.Secretariat.Code();
        var alone = await db.Memberships.AsNoTracking().Where(m => m.AccountId == accountId && m.LeftAt == null && m.Role == secretariat)
            .Where(m => db.Memberships.Any(o => o.CoalitionId == m.CoalitionId && o.Id != m.Id && o.AccountId != null && o.LeftAt == null)
                && !db.Memberships.Any(o => o.CoalitionId == m.CoalitionId && o.Id != m.Id && o.AccountId != null && o.LeftAt == null && o.Role == secretariat))
            .Join(db.Coalitions, m => m.CoalitionId, c => c.Id, (m, c) => c.Name).ToListAsync(cancel);
        var isOperator = await db.Accounts.AnyAsync(a => a.Id == accountId && a.IsOperator, cancel);
        var isLast = isOperator && await db.Accounts.AnyAsync(a => a.Id != accountId, cancel) && !await db.Accounts.AnyAsync(a => a.Id != accountId && a.IsOperator, cancel);
        return new ToHandOver([.. alone.Order(StringComparer.Ordinal)], isLast);
    }

    /// <summary>Each coalition's record is changed with the person's own access to it. A place that was left already is not entered again.</summary>
    private static async Task ForgetNamesAsync(Store store, long accountId, CancellationToken cancel)
    {
        List<string> slugs;
        await using (var db = store.Open())
        {
            if (!(await CheckAsync(db, accountId, cancel)).IsNothing)
            {
                return;
            }

            slugs = await db.Memberships.Where(m => m.AccountId == accountId && m.LeftAt == null).Join(db.Coalitions, m => m.CoalitionId, c => c.Id, (m, c) => c.Slug).ToListAsync(cancel);
        }

        foreach (var slug in slugs)
        {
            if (await CoalitionAccess.FindAsync(store, accountId, slug, cancel) is not { MemberId: { } memberId } access)
            {
                continue;
            }

            // A guest does not see the members' list, but may take their own name out of it.
            await using var own = store.Open(await CoalitionAccess.ForUpkeepAsync(store, access.CoalitionId, cancel));
            await using var transaction = await own.BeginWriteAsync(cancel);
            await own.Members.Where(m => m.Id == memberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.Name, (string?)null).SetProperty(x => x.Task, (string?)null), cancel);
            await transaction.CommitAsync(cancel);
        }
    }
}
