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
}
