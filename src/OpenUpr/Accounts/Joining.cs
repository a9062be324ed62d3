using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>What a person chose when they accepted an invitation.</summary>
/// <param name="PasswordHash">Null where a passkey opens the account.</param>
/// <param name="Passkey">Null where a password opens it; its account's number is set here.</param>
/// <param name="ReservedId">The account's number, where the passkey was made for it before (<see cref="Joining.ReserveIdAsync"/>).</param>
public sealed record NewAccount(string SignInName, string DisplayName, string? PasswordHash, Passkey? Passkey = null, long? ReservedId = null);

/// <summary>How accepting ended.</summary>
/// <param name="Fault">A code: invitation-over, name-taken, place-taken, or one of <see cref="AccountNames"/>; null where it worked.</param>
/// <param name="AccountId">Whose session may begin.</param>
public sealed record Joined(string? Fault, long AccountId = 0, string? CoalitionSlug = null);

/// <summary>Accepting an invitation: with a new account, with the account that one is signed in to, or on a new device.</summary>
public static class Joining
{
    /// <summary>A number for an account that will be made soon: a passkey is made for a number that is known before.</summary>
    public static async Task<long> ReserveIdAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var id = await db.TakeIdsAsync(Counters.Accounts, 1, cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    /// <summary>Makes an account and gives it what the invitation holds.</summary>
    public static async Task<Joined> WithNewAccountAsync(Store store, TimeProvider time, string token, NewAccount wish, CancellationToken cancel)
    {
        if ((AccountNames.FindFault(wish.SignInName) ?? AccountNames.FindDisplayFault(wish.DisplayName)) is { } fault)
        {
            return new Joined(fault);
        }

        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await Invitations.FindAsync(db, time, token, cancel) is not { } open || open.Invitation.Purpose == Invitation.NewDevice)
        {
            return new Joined("invitation-over");
        }

        if (open.Invitation.Purpose == Invitation.Owner && await db.Accounts.AnyAsync(cancel))
        {
            return new Joined("invitation-over");
        }

        var normalised = AccountNames.Normalise(wish.SignInName);
        if (await db.Accounts.AnyAsync(a => a.NormalisedName == normalised, cancel))
        {
            return new Joined("name-taken");
        }

        var account = await AddAsync(db, time, wish, open.Invitation, cancel);
        var joined = await UseAsync(db, time, open, account, cancel);
        if (joined.Fault is null)
        {
            await transaction.CommitAsync(cancel);
        }

        return joined;
    }

    /// <summary>Gives what the invitation holds to an account that exists.</summary>
    public static async Task<Joined> WithAccountAsync(Store store, TimeProvider time, string token, long accountId, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await Invitations.FindAsync(db, time, token, cancel) is not { } open || open.Invitation.Purpose is not (Invitation.Person or Invitation.Place)
            || await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account)
        {
            return new Joined("invitation-over");
        }

        account.IsOperator |= open.Invitation.GivesOperator;
        account.IsCurator |= open.Invitation.GivesCurator;
        var joined = await UseAsync(db, time, open, account, cancel);
        if (joined.Fault is null)
        {
            await transaction.CommitAsync(cancel);
        }

        return joined;
    }

    /// <summary>Opens an existing account on a new device.</summary>
    public static async Task<Joined> OnNewDeviceAsync(Store store, TimeProvider time, string token, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await Invitations.FindAsync(db, time, token, cancel) is not { Invitation.Purpose: Invitation.NewDevice, Account: { } account } open || account.LockedUntil >= SigningIn.ForGood)
        {
            return new Joined("invitation-over");
        }

        var joined = await UseAsync(db, time, open, account, cancel);
        await transaction.CommitAsync(cancel);
        return joined;
    }

    private static async Task<Account> AddAsync(OpenUprDb db, TimeProvider time, NewAccount wish, Invitation invitation, CancellationToken cancel)
    {
        var account = new Account
        {
            Id = wish.ReservedId ?? await db.TakeIdsAsync(Counters.Accounts, 1, cancel),
            SignInName = wish.SignInName.Trim(),
            NormalisedName = AccountNames.Normalise(wish.SignInName),
            DisplayName = wish.DisplayName.Trim(),
            PasswordHash = wish.PasswordHash,
            SecurityStamp = Secrets.New(),
            IsOperator = invitation.GivesOperator,
            IsCurator = invitation.GivesCurator,
            CreatedAt = time.GetUtcNow(),
        };
        db.Accounts.Add(account);
        await db.SaveChangesAsync(cancel);
        if (wish.Passkey is { } passkey)
        {
            passkey.Id = await db.TakeIdsAsync(Counters.Passkeys, 1, cancel);
            passkey.AccountId = account.Id;
            db.Passkeys.Add(passkey);
            await db.SaveChangesAsync(cancel);
        }

        return account;
    }

    private static async Task<Joined> UseAsync(OpenUprDb db, TimeProvider time, OpenInvitation open, Account account, CancellationToken cancel)
    {
        if (open.Invitation.MembershipId is { } place)
        {
            var waiting = await db.Memberships.SingleOrDefaultAsync(m => m.Id == place && m.AccountId == null && m.LeftAt == null, cancel);
            if (waiting is null)
            {
                return new Joined("invitation-over");
            }

            if (await db.Memberships.SingleOrDefaultAsync(m => m.CoalitionId == waiting.CoalitionId && m.AccountId == account.Id, cancel) is { } had)
            {
                if (had.LeftAt is null)
                {
                    return new Joined("place-taken");
                }

                // The place of the time before stays in the coalition's record, under its own number.
                had.AccountId = null;
                await db.SaveChangesAsync(cancel);
            }

            waiting.AccountId = account.Id;
            waiting.JoinedAt = time.GetUtcNow();
        }

        open.Invitation.UsedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return new Joined(null, account.Id, open.CoalitionSlug);
    }
}
