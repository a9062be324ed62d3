using OpenUpr.Accounts;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App.Accounts;

/// <summary>Accounts made without the pages.</summary>
internal static class TestAccounts
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<Keyring> KeysAsync(Store store) => KeyringDoor.OpenAsync(store, new KeySource(Path.Combine(store.Location.DataFolder, "test.key")), TimeProvider.System, Cancel);

    public static async Task<long> AddAsync(Store store, string name, string? passwordHash = null, bool isOperator = false, bool isCurator = false)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(Cancel);
        var account = new Account
        {
            Id = await db.TakeIdsAsync(Counters.Accounts, 1, Cancel), SignInName = name, NormalisedName = AccountNames.Normalise(name), DisplayName = name, PasswordHash = passwordHash,
            SecurityStamp = Secrets.New(), IsOperator = isOperator, IsCurator = isCurator, CreatedAt = DateTimeOffset.UnixEpoch,
        };
        db.Accounts.Add(account);
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
        return account.Id;
    }

    public static async Task<Account> ReadAsync(Store store, long id)
    {
        await using var db = store.Open();
        return (await db.Accounts.FindAsync([id], Cancel))!;
    }
}

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class StandingClock : TimeProvider
{
    private DateTimeOffset _now = new(2030, 1, 15, 10, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;
}
