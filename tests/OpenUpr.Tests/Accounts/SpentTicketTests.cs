using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Accounts;

public sealed class SpentTicketTests
{
    private static readonly TimeSpan s_lasts = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_ticket_is_spent_once_whichever_node_is_asked(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var other = await Store.OpenAsync(test.Store.Location, cancel: Cancel);
        var spent = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => SpentTickets.TrySpendAsync(i % 2 == 0 ? test.Store : other, TimeProvider.System, "challenge", s_lasts, Cancel), Cancel)));
        Assert.Equal(1, spent.Count(s => s));
        Assert.True(await SpentTickets.TrySpendAsync(other, TimeProvider.System, "another", s_lasts, Cancel));

        // What nobody could answer any more is forgotten.
        Assert.True(await SpentTickets.TrySpendAsync(test.Store, new Later(), "a third", s_lasts, Cancel));
        await using var db = test.Store.Open();
        Assert.Equal(1, await db.SpentTickets.CountAsync(Cancel));
    }

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + s_lasts + s_lasts + TimeSpan.FromSeconds(1);
    }
}
