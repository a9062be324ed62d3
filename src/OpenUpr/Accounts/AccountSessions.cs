using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>A session that is open now, and whose.</summary>
public sealed record OpenSession(SignIn SignIn, Account Account);

/// <summary>
/// Sessions: somebody is signed in on a device. Each begins with a new token, ends after <see cref="Idle"/> without use and after
/// <see cref="Longest"/> in any case, and ends at once when the account's ways to sign in change.
/// </summary>
public static class AccountSessions
{
    /// <summary>Without use for this long, a session is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>However much it is used, a session is over after this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>For how long after proving who they are a person may do dangerous things without proving it again.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    public const string ByPasskey = "passkey";
    public const string ByPassword = "password";
    public const string ByRecoveryCode = "recovery";
    public const string ByInvitation = "invitation";
    public const string ByDemo = "demo";

    /// <summary>Opens a session and returns its token, which is nowhere else.</summary>
    /// <param name="device">Kind of browser and system (<see cref="DeviceName"/>).</param>
    public static async Task<string> BeginAsync(Store store, TimeProvider time, long accountId, string method, string device, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var token = await BeginAsync(db, time, await db.Accounts.SingleAsync(a => a.Id == accountId, cancel), method, device, cancel);
        await transaction.CommitAsync(cancel);
        return token;
    }

    /// <summary>The same inside the caller's write transaction.</summary>
    public static async Task<string> BeginAsync(OpenUprDb db, TimeProvider time, Account account, string method, string device, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var token = Secrets.New();

        // SQLite compares no moments: what is over is told here.
        db.SignIns.RemoveRange((await db.SignIns.Where(s => s.AccountId == account.Id).ToListAsync(cancel)).Where(s => s.ExpiresAt <= now));
        db.SignIns.Add(new SignIn
        {
            Id = await db.TakeIdsAsync(Counters.SignIns, 1, cancel),
            AccountId = account.Id,
            TokenHash = Secrets.Hash(token),
            Method = method,
            Device = device,
            SecurityStamp = account.SecurityStamp,
            CreatedAt = now,
            LastSeenAt = ToTheHour(now),
            ProvedAt = now,
            ExpiresAt = now + Idle,
        });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>The session of a token, or null where there is none that is open; notes that it is in use.</summary>
    public static async Task<OpenSession?> FindAsync(Store store, TimeProvider time, string? token, CancellationToken cancel)
    {
        if (!Secrets.LooksLikeOne(token))
        {
            return null;
        }

        await using var db = store.Open();
        var hash = Secrets.Hash(token!);
        var now = time.GetUtcNow();
        var found = await db.SignIns.AsNoTracking().Where(s => s.TokenHash == hash)
            .Join(db.Accounts.AsNoTracking(), s => s.AccountId, a => a.Id, (s, a) => new OpenSession(s, a)).SingleOrDefaultAsync(cancel);
        if (found is null || found.SignIn.ExpiresAt <= now || found.SignIn.SecurityStamp != found.Account.SecurityStamp || found.Account.LockedUntil >= SigningIn.ForGood)
        {
            return null;
        }

        // Once an hour is enough for both, and most requests then write nothing.
        if (ToTheHour(now) > found.SignIn.LastSeenAt)
        {
            await NoteSeenAsync(db, found.SignIn, now, cancel);
        }

        return found;
    }

    /// <summary>Reading goes on where this cannot be written, on a full disk for instance; the next request notes it.</summary>
    private static async Task NoteSeenAsync(OpenUprDb db, SignIn session, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            var (seen, end) = (ToTheHour(now), Earlier(now + Idle, session.CreatedAt + Longest));
            await using var transaction = await db.BeginWriteAsync(cancel);
            await db.SignIns.Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, seen).SetProperty(x => x.ExpiresAt, end), cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (Exception e) when (StoreException.DatabaseFailure(e) is not null)
        {
            // Who is signed in is known all the same.
        }
    }

    /// <summary>Every open session of an account, the last used first.</summary>
    public static async Task<IReadOnlyList<SignIn>> ListAsync(Store store, TimeProvider time, long accountId, CancellationToken cancel)
    {
        await using var db = store.Open();
        var (now, stamp) = (time.GetUtcNow(), await db.Accounts.Where(a => a.Id == accountId).Select(a => a.SecurityStamp).SingleOrDefaultAsync(cancel));
        var all = await db.SignIns.AsNoTracking().Where(s => s.AccountId == accountId && s.SecurityStamp == stamp).ToListAsync(cancel);
        return [.. all.Where(s => s.ExpiresAt > now).OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id)];
    }

    /// <summary>Ends one session of an account; false where the account has none of that number.</summary>
    public static async Task<bool> EndAsync(Store store, long accountId, long signInId, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var ended = await db.SignIns.Where(s => s.Id == signInId && s.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return ended > 0;
    }

    /// <summary>Ends every session of an account except one; returns how many.</summary>
    /// <param name="but">The session that goes on; null for none.</param>
    public static async Task<int> EndOthersAsync(Store store, long accountId, long? but, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var ended = await db.SignIns.Where(s => s.AccountId == accountId && s.Id != but).ExecuteDeleteAsync(cancel);
        await Invitations.WithdrawDevicesAsync(db, accountId, cancel);
        await transaction.CommitAsync(cancel);
        return ended;
    }

    /// <summary>Whether a proof given at that moment is still good for a dangerous act.</summary>
    public static bool IsFresh(TimeProvider time, DateTimeOffset provedAt) => time.GetUtcNow() - provedAt <= ProofLasts;

    private static DateTimeOffset ToTheHour(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
