using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace OpenUpr.Storage;

/// <summary>
/// The second wall on PostgreSQL: row-level security, forced on every private table, taken from the model so that none can be forgotten. A
/// connection sees the coalition that it was set to (<see cref="PostgresGate"/>) and otherwise nothing, whatever the query asks for. The
/// program works as a role that owns no table and can only read and write rows; the owner's login is for the schema and for whole copies.
/// </summary>
internal static class PostgresWall
{
    /// <summary>The coalition that a connection sees; empty for none.</summary>
    public const string Coalition = "openupr.coalition";

    /// <summary>"on" in a connection of the owner that copies the whole store.</summary>
    public const string Upkeep = "openupr.upkeep";

    private const string CoalitionPolicy = "openupr_coalition";
    private const string UpkeepPolicy = "openupr_upkeep";
    private const string History = "__EFMigrationsHistory";

    /// <summary>PostgreSQL cuts a longer name.</summary>
    private const int LongestName = 63;

    /// <param name="Role">The role that connections take on; null where they work with the rights of their login.</param>
    /// <param name="OwnsTables">Whether the owner's connection can do what a whole copy needs.</param>
    /// <param name="Warning">What the operator should know about the rights of the login; null when all is well.</param>
    public sealed record State(string? Role, bool OwnsTables, string? Warning);

    /// <summary>Puts the wall up where it is not, and finds out who the program works as. Without a need nothing is changed and no lock is taken.</summary>
    /// <param name="owner">A context of the owner's login.</param>
    /// <param name="appLogin">The login that the program works with, where it is another than the owner's.</param>
    /// <exception cref="StoreException">The wall is missing and this login may not put it up.</exception>
    public static async Task<State> RaiseAsync(PostgresDb owner, string? appLogin, CancellationToken cancel)
    {
        var login = await LoginAsync(owner, cancel);
        if (!login.OwnsTables)
        {
            return await IsUpAsync(owner, null, cancel) ? new State(null, false, null)
                : throw new StoreException("The tables of coalitions are not walled off from one another yet, and this login may not do it. Run any command once with OPENUPR_DATABASE_OWNER set to the address with the owner's login.");
        }

        if (!await IsUpAsync(owner, login.Name, cancel))
        {
            await BuildAsync(owner, cancel);
        }

        if (appLogin is not null)
        {
            await GrantAsync(owner, appLogin, cancel);
            return new State(null, true, null);
        }

        return await PostgresRole.MakeAsync(owner, RoleOf(login), login.MayCreateRoles, cancel) is { } role
            ? await WithGrantsAsync(owner, role, cancel)
            : new State(null, true, login.IsSuper
                ? "The database login is a superuser for whom row-level security does not count, and no role without rights could be made for the program. Give the program a login of its own: docs/guide/operator.md, \"Two logins\"."
                : "The database login owns the tables and may not create roles: coalitions are walled off, but the program could take the wall down. Give it a login of its own: docs/guide/operator.md, \"Two logins\".");
    }

    private static async Task<State> WithGrantsAsync(PostgresDb owner, string role, CancellationToken cancel)
    {
        await GrantAsync(owner, role, cancel);
        return new State(role, true, null);
    }

    private static async Task<Login> LoginAsync(PostgresDb db, CancellationToken cancel) => await db.Database.SqlQuery<Login>($"""
        SELECT current_user::text AS "Name", r.rolsuper AS "IsSuper", r.rolsuper OR r.rolcreaterole AS "MayCreateRoles", current_database()::text AS "Database", d.oid::bigint AS "DatabaseId",
            (SELECT bool_and(pg_has_role(c.relowner, 'USAGE')) FROM pg_class c WHERE c.oid = '"settings"'::regclass) AS "OwnsTables"
        FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()
        """).SingleAsync(cancel);

    private static string RoleOf(Login login) => System.Text.Encoding.UTF8.GetByteCount(login.Database) + 4 <= LongestName ? $"{login.Database}_app" : $"openupr_{login.DatabaseId}_app";

    /// <summary>Whether every private table is walled; with a login also whether it may copy the whole.</summary>
    private static async Task<bool> IsUpAsync(PostgresDb db, string? owner, CancellationToken cancel)
    {
        var tables = PrivateTables(db.Model);
        var up = await db.Database.SqlQuery<int>($"""
            SELECT count(*)::int AS "Value" FROM pg_class c
            WHERE c.relname = ANY ({tables}) AND c.relnamespace = current_schema()::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity
                AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = {CoalitionPolicy})
                AND ({owner}::text IS NULL OR EXISTS (SELECT 1 FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles) WHERE p.polrelid = c.oid AND p.polname = {UpkeepPolicy} AND r.rolname = {owner}))
            """).SingleAsync(cancel);
        return up == tables.Length;
    }

    private static async Task BuildAsync(PostgresDb owner, CancellationToken cancel)
    {
        await using var transaction = await owner.BeginWriteAsync(cancel);
        foreach (var table in PrivateTables(owner.Model).Select(Quote))
        {
            await RunAsync(owner, $"""
                ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
                ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS {CoalitionPolicy} ON {table};
                DROP POLICY IF EXISTS {UpkeepPolicy} ON {table};
                CREATE POLICY {CoalitionPolicy} ON {table} USING (coalition_id = NULLIF(current_setting('{Coalition}', true), '')::bigint);
                CREATE POLICY {UpkeepPolicy} ON {table} TO CURRENT_USER USING (current_setting('{Upkeep}', true) = 'on');
                """, cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Rows may be read and written, the log of deeds only be added to; nothing else.</summary>
    private static async Task GrantAsync(PostgresDb owner, string role, CancellationToken cancel)
    {
        var tables = Tables(owner.Model);
        var missing = await owner.Database.SqlQuery<int>($"""
            SELECT count(*)::int AS "Value" FROM unnest({tables}) AS t (name), unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS p (privilege)
            WHERE has_table_privilege({role}::name, quote_ident(t.name), p.privilege) = (t.name = 'audit_entries' AND p.privilege IN ('UPDATE', 'DELETE'))
            """).SingleAsync(cancel);
        if (missing == 0)
        {
            return;
        }

        await using var transaction = await owner.BeginWriteAsync(cancel);
        var to = Quote(role);
        await RunAsync(owner, $"""
            GRANT SELECT ON {Quote(History)} TO {to};
            GRANT SELECT, INSERT, UPDATE, DELETE ON {string.Join(", ", tables.Select(Quote))} TO {to};
            REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM {to};
            """, cancel);
        await transaction.CommitAsync(cancel);
    }

    internal static string[] PrivateTables(IModel model) => [.. model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IPrivateRow))).Select(t => t.GetTableName()!)];

    internal static string Quote(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    // Names come from the model and the server's own catalogue, quoted; DDL takes no parameters.
    internal static Task RunAsync(PostgresDb db, string sql, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), cancel);

    private static string[] Tables(IModel model) => [.. model.GetEntityTypes().Select(t => t.GetTableName()!)];

    private sealed record Login(string Name, bool IsSuper, bool MayCreateRoles, string Database, long DatabaseId, bool OwnsTables);
}
