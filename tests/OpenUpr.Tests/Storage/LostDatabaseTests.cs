using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Storage;

public sealed class LostDatabaseTests
{
    [Fact]
    public async Task A_PostgreSQL_that_is_gone_is_a_failure_of_the_database_and_of_nothing_else()
    {
        // Nothing listens on port 1. Whoever keeps on while the database restarts catches exactly this.
        await using var db = new PostgresDb(PostgresDb.Options("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=5"));
        await Assert.ThrowsAnyAsync<DbException>(() => db.Changes.MaxAsync(c => (long?)c.Sequence, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_full_database_is_told_from_one_that_is_away()
    {
        // SQLite itself says so, where the file may not grow any further.
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        await using var db = test.Store.Open();
        var cancel = TestContext.Current.CancellationToken;
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1", cancel);
        var full = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            db.Settings.Add(new Setting { Key = "large", Value = new string('x', 1_000_000) });
            await db.SaveChangesAsync(cancel);
        });
        Assert.True(StoreException.IsDiskFull(full), full.ToString());
        Assert.True(StoreException.IsDiskFull(new IOException("No space left on device", 28)));
        Assert.False(StoreException.IsDiskFull(new IOException("Connection reset by peer", 104)));
        await using var away = new PostgresDb(PostgresDb.Options("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=5"));
        Assert.False(StoreException.IsDiskFull(await Assert.ThrowsAnyAsync<DbException>(() => away.Changes.MaxAsync(c => (long?)c.Sequence, cancel))));
    }
}
