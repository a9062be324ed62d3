using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Storage;

/// <summary>What SQLite can do of itself: rows of the log of deeds are only added. On PostgreSQL the program has no right to change them (<see cref="PostgresWall"/>).</summary>
internal static class SqliteWall
{
    // Made anew when the table was: a migration that rebuilds a table drops its triggers.
    private const string Raise = """
        CREATE TRIGGER IF NOT EXISTS audit_entries_stay BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'entries of the log are never changed'); END;
        CREATE TRIGGER IF NOT EXISTS audit_entries_remain BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'entries of the log are never removed'); END;
        """;

    private const string Lower = "DROP TRIGGER IF EXISTS audit_entries_stay; DROP TRIGGER IF EXISTS audit_entries_remain;";

    /// <summary>Without a need nothing is changed and no lock is taken.</summary>
    public static async Task RaiseAsync(OpenUprDb db, CancellationToken cancel)
    {
        if (await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'trigger' AND name IN ('audit_entries_stay', 'audit_entries_remain')").SingleAsync(cancel) < 2)
        {
            await db.Database.ExecuteSqlRawAsync(Raise, cancel);
        }
    }

    /// <summary>For a restore, inside its transaction: the log is replaced with all the rest.</summary>
    public static Task LowerAsync(OpenUprDb db, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(Lower, cancel);
}
