using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Demo;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions.Moving;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Coalitions;

public sealed class ClosingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_coalition_that_is_closed_is_destroyed_after_its_term_and_no_other(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var amara = await test.AsAsync("amara");
        Assert.Equal(Refusal.Absent, (await Closing.AskAsync(test.Rooms, await test.AsAsync("lucas"), amara.Name, Cancel)).Refused);
        Assert.Equal(Refusal.OtherName, (await Closing.AskAsync(test.Rooms, amara, "another", Cancel)).Refused);
        Assert.True((await Closing.AskAsync(test.Rooms, amara, amara.Name, Cancel)).IsDone);
        Assert.True((await Closing.TakeBackAsync(test.Rooms, amara, Cancel)).IsDone);
        Assert.Null(await Closing.EndsAtAsync(test.Rooms.Store, amara, Cancel));
        Assert.True((await Closing.AskAsync(test.Rooms, amara, amara.Name, Cancel)).IsDone);
        Assert.Equal((0, 0), await new CoalitionUpkeep(test.Rooms).RunAsync(Cancel));

        var later = new Rooms(test.Rooms.Store, test.Rooms.Keys, new LaterTime(TimeSpan.FromDays(Closing.TermDays + 1)));
        Assert.Equal((1, 0), await new CoalitionUpkeep(later).RunAsync(Cancel));
        await using var whole = test.Rooms.Store.OpenWhole();
        Assert.False(await whole.CoalitionKeys.AnyAsync(k => k.CoalitionId == amara.CoalitionId, Cancel));
        await using var inside = test.Rooms.Store.Open(amara);
        foreach (var table in MovingColumns.All(inside).Where(c => c.Type.ClrType != typeof(AuditEntry)))
        {
            Assert.Empty(await Contents.RowsAsync(inside, table, amara.CoalitionId));
        }

        Assert.Equal([DemoCoalition.OtherSlug], await whole.Coalitions.Select(c => c.Slug).ToListAsync(Cancel));
        Assert.NotEmpty(await People.ListAsync(test.Rooms.Store, await test.AsAsync("petra", DemoCoalition.OtherSlug), Cancel));
        Assert.Empty((await AuditCheck.RunAsync(test.Rooms.Store, test.Rooms.Keys, null, null, Cancel)).Flaws);
        Assert.Contains("coalition.destroy", await whole.AuditEntries.Where(e => e.CoalitionId == null).Select(e => e.Deed).ToListAsync(Cancel));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_may_found_a_coalition_is_the_operators_word(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, wish) = (test.Rooms, new NewCoalition("Harbour", "en", null, "Somebody", "Be kind."));
        var (amara, lucas) = ((await test.AsAsync("amara")).AccountId!.Value, (await test.AsAsync("lucas")).AccountId!.Value);
        Assert.Equal(FoundingRule.Everyone, (await FoundingRule.ReadAsync(rooms.Store, Cancel)).Who);
        Assert.True((await Founding.FoundAsync(rooms, lucas, wish, Cancel)).Outcome.IsDone);

        Assert.True(await SaveAsync(FoundingRule.Operators));
        Assert.Equal(Refusal.NotAllowed, (await Founding.FoundAsync(rooms, lucas, wish, Cancel)).Outcome.Refused);
        Assert.True((await Founding.FoundAsync(rooms, amara, wish, Cancel)).Outcome.IsDone);
        Assert.True((await Founding.FoundForAsync(rooms, lucas, wish, Cancel)).Outcome.IsDone);

        Assert.True(await SaveAsync(FoundingRule.Named, lucas));
        Assert.True((await Founding.FoundAsync(rooms, lucas, wish, Cancel)).Outcome.IsDone);
        Assert.False(await SaveAsync(FoundingRule.Named, 9_999));
        Assert.False(await SaveAsync(FoundingRule.Named));
        Assert.False(await SaveAsync("anybody"));
        Assert.Equal([lucas], (await FoundingRule.ReadAsync(rooms.Store, Cancel)).AccountIds);

        Task<bool> SaveAsync(string who, params long[] ids) => new FoundingRule(who, ids).SaveAsync(rooms.Store, rooms.Keys, rooms.Time, null, Cancel);
    }
}
