using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Demo;
using OpenUpr.Storage;
using OpenUpr.Tests.App.Accounts;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Accounts;

/// <summary>Coming in by an invitation, being helped by an operator, and going for good.</summary>
public sealed class InvitationTests
{
    private readonly StandingClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task The_first_link_makes_the_owner_and_no_second_one(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        using var keys = await TestAccounts.KeysAsync(test.Store);
        var installation = new Installation(test.Store, keys, _clock, null);
        var older = (await installation.InviteOwnerAsync(Cancel))!;
        var link = (await installation.InviteOwnerAsync(Cancel))!;
        Assert.Equal("invitation-over", (await JoinAsync(test.Store, older.Token, "ada")).Fault);
        var joined = await JoinAsync(test.Store, link.Token, "Ada");
        Assert.Null(joined.Fault);
        var owner = await TestAccounts.ReadAsync(test.Store, joined.AccountId);
        Assert.True(owner is { IsOperator: true, IsCurator: true, NormalisedName: "ada" });
        Assert.Equal("invitation-over", (await JoinAsync(test.Store, link.Token, "bea")).Fault);
        Assert.Null(await installation.InviteOwnerAsync(Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_code_read_over_the_phone_opens_what_the_link_opens_and_each_only_once(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        using var keys = await TestAccounts.KeysAsync(test.Store);
        var installation = new Installation(test.Store, keys, _clock, null);
        var made = await installation.InviteAsync(givesOperator: false, givesCurator: true, Cancel);
        Assert.Null(await Invitations.ChangeCodeAsync(test.Store, keys, _clock, PhoneCode.New(), Cancel));
        var token = await Invitations.ChangeCodeAsync(test.Store, keys, _clock, made.Code.ToLowerInvariant().Replace('-', ' '), Cancel);
        Assert.Null(await Invitations.FindAsync(test.Store, _clock, made.Token, Cancel));
        Assert.Null((await JoinAsync(test.Store, token!, "ada")).Fault);
        Assert.Null(await Invitations.ChangeCodeAsync(test.Store, keys, _clock, made.Code, Cancel));
        var second = await installation.InviteAsync(false, false, Cancel);
        Assert.Equal("name-taken", (await JoinAsync(test.Store, second.Token, "ADA")).Fault);
        _clock.Move(Invitations.Lasts);
        Assert.Equal("invitation-over", (await JoinAsync(test.Store, second.Token, "bea")).Fault);
        await using var db = test.Store.Open();
        Assert.Equal("ada", (await db.Accounts.SingleAsync(Cancel)).NormalisedName);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_lost_device_closes_every_way_in_and_a_new_link_opens_one(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        using var keys = await TestAccounts.KeysAsync(test.Store);
        var id = await TestAccounts.AddAsync(test.Store, "ada", "hash", isOperator: true);
        var session = await AccountSessions.BeginAsync(test.Store, _clock, id, AccountSessions.ByPassword, "", Cancel);
        var installation = new Installation(test.Store, keys, _clock, null);
        var made = (await installation.ResetAsync(id, Cancel))!;
        Assert.Null(await AccountSessions.FindAsync(test.Store, _clock, session, Cancel));
        Assert.Null((await TestAccounts.ReadAsync(test.Store, id)).PasswordHash);
        Assert.Equal("invitation-over", (await JoinAsync(test.Store, made.Token, "eve")).Fault);
        Assert.Equal(id, (await Joining.OnNewDeviceAsync(test.Store, _clock, made.Token, Cancel)).AccountId);
        Assert.Equal("invitation-over", (await Joining.OnNewDeviceAsync(test.Store, _clock, made.Token, Cancel)).Fault);
        Assert.Equal("last-operator", await installation.SetRolesAsync(id, isOperator: false, isCurator: true, Cancel));
        Assert.Equal("last-operator", await installation.LockAsync(id, Cancel));
        await using var db = test.Store.Open();
        Assert.Equal(["account.reset"], await db.AuditEntries.Where(e => e.CoalitionId == null).Select(e => e.Deed).ToListAsync(Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_deleted_account_is_gone_and_the_coalitions_record_is_whole(Provider provider)
    {
        await using var rooms = await TestRooms.CreateAsync(provider);
        var (store, keys) = (rooms.Rooms.Store, rooms.Rooms.Keys);
        var lucas = await rooms.AsAsync("lucas");
        var amara = await rooms.AsAsync("amara");
        await AccountSessions.BeginAsync(store, _clock, lucas.AccountId!.Value, AccountSessions.ByDemo, "", Cancel);

        var first = await AccountDeletion.DeleteAsync(store, keys, _clock, amara.AccountId!.Value, forgetName: true, amara.AccountId, Cancel);
        Assert.True(first.IsLastOperator);
        Assert.Single(first.Coalitions);
        var gone = await AccountDeletion.DeleteAsync(store, keys, _clock, lucas.AccountId.Value, forgetName: true, lucas.AccountId, Cancel);
        Assert.True(gone.IsNothing);

        await using var db = rooms.Open(amara);
        Assert.False(await db.Accounts.AnyAsync(a => a.Id == lucas.AccountId, Cancel));
        Assert.False(await db.SignIns.AnyAsync(s => s.AccountId == lucas.AccountId, Cancel));
        var place = await db.Memberships.SingleAsync(m => m.Id == lucas.MemberId, Cancel);
        Assert.True(place is { AccountId: null, LeftAt: not null });
        Assert.Null((await db.Members.SingleAsync(m => m.Id == lucas.MemberId, Cancel)).Name);
        Assert.NotNull((await db.Members.SingleAsync(m => m.Id == amara.MemberId, Cancel)).Name);
        Assert.Contains(await db.AuditEntries.Where(e => e.ActorId == lucas.MemberId).Select(e => new { e.Deed, e.CoalitionId, e.ThingId }).ToListAsync(Cancel), e => e.Deed == "member.leave" && e.CoalitionId == amara.CoalitionId && e.ThingId == lucas.MemberId);
        Assert.Equal(DemoCoalition.Slug, amara.Slug);
    }

    private Task<Joined> JoinAsync(Store store, string token, string name) => Joining.WithNewAccountAsync(store, _clock, token, new NewAccount(name, name, "hash"), Cancel);
}
