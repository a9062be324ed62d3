using OpenUpr.Accounts;
using OpenUpr.Storage;
using OpenUpr.Tests.App.Accounts;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Accounts;

/// <summary>Signing in by password and code, and what it tells of accounts: nothing.</summary>
public sealed class SigningInTests
{
    private const string Right = "right";

    private readonly StandingClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Wrong_tries_shut_the_door_for_a_growing_time_and_never_longer_than_an_hour(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var id = await TestAccounts.AddAsync(test.Store, "ada", Right);
        for (var i = 0; i < SigningIn.FreeTries; i++)
        {
            Assert.Null(await TryAsync(test.Store, "ada", "wrong"));
        }

        Assert.NotNull(await TryAsync(test.Store, "ADA", Right));
        for (var i = 0; i <= SigningIn.FreeTries; i++)
        {
            await TryAsync(test.Store, "ada", "wrong");
        }

        // The right password is refused too, and tries at the shut door do not make it longer.
        Assert.Null(await TryAsync(test.Store, "ada", Right));
        Assert.Equal(_clock.GetUtcNow() + SigningIn.FirstShut, (await TestAccounts.ReadAsync(test.Store, id)).LockedUntil);
        var before = SigningIn.FirstShut;
        for (var i = 0; i < 10; i++)
        {
            _clock.Move(before);
            Assert.Null(await TryAsync(test.Store, "ada", "wrong"));
            var shut = (await TestAccounts.ReadAsync(test.Store, id)).LockedUntil!.Value - _clock.GetUtcNow();
            Assert.Equal(before * 2 < SigningIn.LongestShut ? before * 2 : SigningIn.LongestShut, shut);
            before = shut;
        }

        _clock.Move(before);
        Assert.NotNull(await TryAsync(test.Store, "ada", Right));
        Assert.Equal(0, (await TestAccounts.ReadAsync(test.Store, id)).FailedSignIns);
    }

    [Fact]
    public async Task An_unknown_name_an_account_without_password_and_a_wrong_password_cost_one_comparison_each_and_answer_the_same()
    {
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        await TestAccounts.AddAsync(test.Store, "ada", Right);
        await TestAccounts.AddAsync(test.Store, "bea");
        foreach (var name in new[] { "ada", "bea", "nobody", "", "a b", "\ud800", new string('x', 5000), null })
        {
            var compared = 0;
            Assert.Null(await SigningIn.ByPasswordAsync(test.Store, _clock, name, hash => { compared++; return hash == "other"; }, Cancel));
            Assert.Equal(1, compared);
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_second_step_takes_each_code_once_and_counts_wrong_ones(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        using var keys = await TestAccounts.KeysAsync(test.Store);
        var id = await TestAccounts.AddAsync(test.Store, "ada", Right);
        var token = await AccountSessions.BeginAsync(test.Store, _clock, id, AccountSessions.ByInvitation, "", Cancel);
        var session = (await AccountSessions.FindAsync(test.Store, _clock, token, Cancel))!.SignIn.Id;
        var secret = await SignInWays.BeginTotpAsync(test.Store, keys, id, Cancel);
        Assert.Equal("code-wrong", (await SignInWays.ConfirmTotpAsync(test.Store, keys, _clock, id, session, "000000", Cancel)).Fault);
        var (fault, codes) = await SignInWays.ConfirmTotpAsync(test.Store, keys, _clock, id, session, Totp.CodeAt(secret, Totp.StepAt(_clock.GetUtcNow())), Cancel);
        Assert.Null(fault);
        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());

        var stamp = (await TestAccounts.ReadAsync(test.Store, id)).SecurityStamp;
        Task<string?> EnterAsync(string code) => SigningIn.ByCodeAsync(test.Store, keys, _clock, id, stamp, code, Cancel);

        // The code that turned them on was used up.
        Assert.Null(await EnterAsync(Totp.CodeAt(secret, Totp.StepAt(_clock.GetUtcNow()))));
        _clock.Move(TimeSpan.FromSeconds(Totp.Step));
        var next = Totp.CodeAt(secret, Totp.StepAt(_clock.GetUtcNow()));
        Assert.Equal(AccountSessions.ByPassword, await EnterAsync(next));
        Assert.Null(await EnterAsync(next));
        Assert.Equal(AccountSessions.ByRecoveryCode, await EnterAsync(codes[3].ToLowerInvariant()));
        Assert.Null(await EnterAsync(codes[3]));
        Assert.Null(await SigningIn.ByCodeAsync(test.Store, keys, _clock, id, "an older stamp", codes[4], Cancel));
        for (var i = 0; i <= SigningIn.FreeTries; i++)
        {
            await EnterAsync("123456");
        }

        Assert.Null(await EnterAsync(codes[5]));
        await using var db = test.Store.Open();
        Assert.DoesNotContain(db.RecoveryCodes.Select(c => c.Hash).ToList(), codes.Contains);
        Assert.NotEqual(secret, (await TestAccounts.ReadAsync(test.Store, id)).TotpSecret);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Sessions_end_when_unused_when_old_and_when_the_ways_in_change(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var id = await TestAccounts.AddAsync(test.Store, "ada", Right);
        var token = await AccountSessions.BeginAsync(test.Store, _clock, id, AccountSessions.ByPassword, "Firefox, Linux", Cancel);
        async Task<bool> IsOpenAsync(string t) => await AccountSessions.FindAsync(test.Store, _clock, t, Cancel) is not null;
        for (var hours = 0; hours < 13 * 24; hours += 11)
        {
            Assert.True(await IsOpenAsync(token));
            _clock.Move(TimeSpan.FromHours(11));
        }

        _clock.Move(TimeSpan.FromDays(1));
        Assert.False(await IsOpenAsync(token));
        var unused = await AccountSessions.BeginAsync(test.Store, _clock, id, AccountSessions.ByPassword, "", Cancel);
        _clock.Move(AccountSessions.Idle);
        Assert.False(await IsOpenAsync(unused));

        var (here, there) = (await AccountSessions.BeginAsync(test.Store, _clock, id, AccountSessions.ByPassword, "", Cancel), await AccountSessions.BeginAsync(test.Store, _clock, id, AccountSessions.ByPassword, "", Cancel));
        var session = (await AccountSessions.FindAsync(test.Store, _clock, here, Cancel))!.SignIn;
        Assert.Null(await SignInWays.SetPasswordAsync(test.Store, id, session.Id, "another", Cancel));
        Assert.True(await IsOpenAsync(here));
        Assert.False(await IsOpenAsync(there));
        Assert.False(await AccountSessions.EndAsync(test.Store, id + 1, session.Id, Cancel));
        Assert.True(await AccountSessions.EndAsync(test.Store, id, session.Id, Cancel));
        Assert.False(await IsOpenAsync(here));
        await using var db = test.Store.Open();
        Assert.DoesNotContain(db.SignIns.Select(s => s.TokenHash).ToList(), h => h == here || h == there);
    }

    private Task<Account?> TryAsync(Store store, string name, string password) => SigningIn.ByPasswordAsync(store, _clock, name, hash => hash == password, Cancel);
}
