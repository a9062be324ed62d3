using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OpenUpr.Storage;

/// <summary>The role that the program takes on in a database: nobody can sign in as it, it owns nothing, and each database has its own, so that a login of one opens no other.</summary>
internal static class PostgresRole
{
    /// <returns>The role's name; null where this login may not make it or take it on, or where the name is somebody's already.</returns>
    public static async Task<string?> MakeAsync(PostgresDb owner, string role, bool mayCreate, CancellationToken cancel)
    {
        var found = await FindAsync(owner, role, cancel);
        if (found is null && mayCreate)
        {
            await CreateAsync(owner, role, cancel);
            found = await FindAsync(owner, role, cancel);
        }

        if (found is not { HasNoPower: true })
        {
            return null;
        }

        if (!found.IsOurs && mayCreate)
        {
            await PostgresWall.RunAsync(owner, $"GRANT {PostgresWall.Quote(role)} TO CURRENT_USER", cancel);
            found = await FindAsync(owner, role, cancel);
        }

        return found is { IsOurs: true } ? role : null;
    }

    private static Task<Found?> FindAsync(PostgresDb db, string role, CancellationToken cancel) => db.Database.SqlQuery<Found>($"""
        SELECT NOT (r.rolcanlogin OR r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb) AS "HasNoPower", pg_has_role(r.oid, 'MEMBER') AS "IsOurs"
        FROM pg_roles r WHERE r.rolname = {role}
        """).SingleOrDefaultAsync(cancel);

    private static async Task CreateAsync(PostgresDb owner, string role, CancellationToken cancel)
    {
        try
        {
            await PostgresWall.RunAsync(owner, $"CREATE ROLE {PostgresWall.Quote(role)} NOLOGIN NOINHERIT", cancel);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
        {
            // Another node made it at the same moment.
        }
    }

    private sealed record Found(bool HasNoPower, bool IsOurs);
}
