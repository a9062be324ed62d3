using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenUpr.Coalitions;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;

namespace OpenUpr.Tests.Storage;

/// <summary>What PostgreSQL itself refuses, whatever the program asks for.</summary>
public sealed class PostgresWallTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row_security_is_forced_on_every_table_with_a_coalitions_rows()
    {
        await using var two = await TwoCoalitions.CreateAsync(Provider.Postgres);
        await using var db = two.Store.Open();
        var walled = await db.Database.SqlQuery<string>($"SELECT relname::text AS \"Value\" FROM pg_class WHERE relrowsecurity AND relforcerowsecurity").ToListAsync(Cancel);
        var all = await db.Database.SqlQuery<string>($"SELECT table_name::text AS \"Value\" FROM information_schema.columns WHERE column_name = 'coalition_id'").ToListAsync(Cancel);
        Assert.Equal(all.Except(["memberships", "invitations", "coalition_keys", "drop_box_doors", "drop_receipts", "calendar_feeds", "public_pages", "audit_entries"]).Order(), walled.Order());
    }

    [Fact]
    public async Task Plain_SQL_sees_the_connections_coalition_and_nothing_else()
    {
        await using var two = await TwoCoalitions.CreateAsync(Provider.Postgres);
        await two.FillAsync();
        await using var north = await two.AsAsync(TwoCoalitions.Secretary);
        await using var nobody = two.Store.Open();
        foreach (var table in TwoCoalitions.PrivateTypes(two.Store).Select(t => t.GetTableName()!))
        {
            var (ids, one, all) = ($"SELECT id AS \"Value\" FROM \"{table}\"", $"DELETE FROM \"{table}\" WHERE id = 2", $"DELETE FROM \"{table}\"");
            Assert.Equal([1L], await north.Database.SqlQueryRaw<long>(ids).ToListAsync(Cancel));
            Assert.Empty(await nobody.Database.SqlQueryRaw<long>(ids).ToListAsync(Cancel));
            Assert.Equal(0, await north.Database.ExecuteSqlRawAsync(one, Cancel));
            Assert.Equal(0, await nobody.Database.ExecuteSqlRawAsync(all, Cancel));
            await RefusedAsync(north, $"UPDATE \"{table}\" SET coalition_id = 2");
        }

        await RefusedAsync(north, "INSERT INTO cluster_members (id, coalition_id, cluster_id, member_id) VALUES (9, 2, 2, 21)");
        await RefusedAsync(nobody, "INSERT INTO cluster_members (id, coalition_id, cluster_id, member_id) VALUES (9, 1, 1, 11)");
    }

    [Fact]
    public async Task The_program_owns_no_table_and_cannot_rewrite_its_log()
    {
        await using var two = await TwoCoalitions.CreateAsync(Provider.Postgres);
        await using var db = await two.AsAsync(TwoCoalitions.Secretary);
        foreach (var sql in new[]
        {
            "ALTER TABLE members NO FORCE ROW LEVEL SECURITY", "DROP TABLE members", "DROP POLICY openupr_coalition ON members", "TRUNCATE members", "CREATE TABLE public.own (id int)",
            "UPDATE audit_entries SET deed = 'x'", "DELETE FROM audit_entries", "TRUNCATE audit_entries",
        })
        {
            await RefusedAsync(db, sql);
        }

        // The switch for whole copies is the owner's alone.
        await two.FillAsync();
        await db.Database.OpenConnectionAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync("SELECT set_config('openupr.upkeep', 'on', false)", Cancel);
        Assert.Equal([1L], await db.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM members").ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_pooled_connection_carries_nothing_over()
    {
        await using var two = await TwoCoalitions.CreateAsync(Provider.Postgres);
        await two.FillAsync();
        var servers = new HashSet<int>();
        for (var i = 0; i < 6; i++)
        {
            await using var db = i % 3 == 0 ? await two.AsAsync(TwoCoalitions.Secretary) : i % 3 == 1 ? two.Store.Open() : two.Store.OpenWhole();
            Assert.Equal(i % 3, (await db.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM members").ToListAsync(Cancel)).Count switch { 1 => 0, 0 => 1, _ => 2 });
            servers.Add(await db.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync(Cancel));
        }

        Assert.InRange(servers.Count, 1, 2);
    }

    [Fact]
    public async Task A_login_that_may_make_no_role_is_walled_off_all_the_same_and_says_so()
    {
        await using var logins = await Logins.CreateAsync();
        var store = await Store.OpenAsync(StoreLocation.Parse(logins.Folder, logins.OwnerAddress), cancel: Cancel);
        Assert.NotNull(store.Warning);
        await FillAsync(store);
        await using var nobody = store.Open();
        Assert.Empty(await nobody.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM clusters").ToListAsync(Cancel));
        await using var whole = store.OpenWhole();
        Assert.Equal([1L, 2L], await whole.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM clusters ORDER BY id").ToListAsync(Cancel));
    }

    [Fact]
    public async Task Two_logins_divide_the_schema_from_the_rows()
    {
        await using var logins = await Logins.CreateAsync();
        await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(StoreLocation.Parse(logins.Folder, logins.AppAddress), cancel: Cancel));
        var store = await Store.OpenAsync(StoreLocation.Parse(logins.Folder, logins.AppAddress, logins.OwnerAddress), cancel: Cancel);
        Assert.Null(store.Warning);
        await FillAsync(store);
        await using (var db = store.Open())
        {
            await RefusedAsync(db, "ALTER TABLE members NO FORCE ROW LEVEL SECURITY");
            await RefusedAsync(db, "DELETE FROM audit_entries");
            Assert.Empty(await db.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM clusters").ToListAsync(Cancel));
        }

        await using (var whole = store.OpenWhole())
        {
            Assert.Equal(2, await whole.Clusters.IgnoreQueryFilters().CountAsync(Cancel));
        }

        // Once the schema is there, the program starts without the owner's login; it cannot copy the whole.
        var alone = await Store.OpenAsync(StoreLocation.Parse(logins.Folder, logins.AppAddress), cancel: Cancel);
        Assert.Throws<StoreException>(() => alone.OpenWhole());
    }

    [Fact]
    public async Task What_is_shredded_is_vacuumed_by_the_owner_and_passed_over_by_a_program_that_owns_nothing()
    {
        await using var logins = await Logins.CreateAsync();
        var store = await Store.OpenAsync(StoreLocation.Parse(logins.Folder, logins.AppAddress, logins.OwnerAddress), cancel: Cancel);
        await using var db = store.Open();

        // As the program's own login PostgreSQL does nothing, and says so in a warning that no one reads.
        await db.WipeAsync(Cancel);
        Assert.Equal(0, await VacuumsAsync(db));
        var alone = await Store.OpenAsync(StoreLocation.Parse(logins.Folder, logins.AppAddress), cancel: Cancel);
        await alone.WipeAsync(Cancel);
        Assert.Equal(0, await VacuumsAsync(db));
        await store.WipeAsync(Cancel);
        Assert.Equal(5, await VacuumsAsync(db));

        // With one login the program steps back to the owner's rights for it.
        await using var two = await TwoCoalitions.CreateAsync(Provider.Postgres);
        await two.Store.WipeAsync(Cancel);
        await using var one = two.Store.Open();
        Assert.Equal(5, await VacuumsAsync(one));
    }

    private static Task<int> VacuumsAsync(OpenUprDb db) => db.Database.SqlQuery<int>(
        $"SELECT count(*)::int AS \"Value\" FROM pg_stat_user_tables WHERE vacuum_count > 0 AND relname IN ('evidence_pieces', 'evidence_files', 'evidence_cases', 'coalition_keys', 'installation_keys')").SingleAsync(Cancel);

    private static async Task FillAsync(Store store)
    {
        foreach (var id in new[] { 1L, 2L })
        {
            await using (var db = store.Open())
            {
                db.Coalitions.Add(new Coalition { Id = id, Slug = $"c{id}", Name = "c", Language = "en" });
                await db.SaveChangesAsync(Cancel);
            }

            await using var inside = store.Open(await CoalitionAccess.ForUpkeepAsync(store, id, Cancel));
            await using var transaction = await inside.BeginWriteAsync(Cancel);
            await inside.BulkInsertAsync([new Cluster { Id = id, CoalitionId = id, Name = "c", Kind = Cluster.Thematic, Issues = "" }], Cancel);
            await transaction.CommitAsync(Cancel);
        }
    }

    private static async Task RefusedAsync(OpenUprDb db, string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancel));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    /// <summary>A database with an owner who may make no role, and a login that owns nothing.</summary>
    private sealed class Logins(string server, string name) : IAsyncDisposable
    {
        private static int s_number;

        public string Folder => Path.Combine(Path.GetTempPath(), Name);

        private string Name => name;

        public string OwnerAddress => As($"{name}_owner");

        public string AppAddress => As($"{name}_works");

        public static async Task<Logins> CreateAsync()
        {
            var server = Environment.GetEnvironmentVariable("OPENUPR_TEST_POSTGRES");
            Assert.SkipWhen(string.IsNullOrEmpty(server), "OPENUPR_TEST_POSTGRES names no PostgreSQL server.");
            var logins = new Logins(server!, $"openupr_wall_{Environment.ProcessId}_{Interlocked.Increment(ref s_number)}");
            await TestStores.ExecuteAsync(server!, $"CREATE ROLE {logins.Name}_owner LOGIN; CREATE ROLE {logins.Name}_works LOGIN");
            await TestStores.ExecuteAsync(server!, $"CREATE DATABASE {logins.Name} OWNER {logins.Name}_owner");
            return logins;
        }

        public async ValueTask DisposeAsync()
        {
            NpgsqlConnection.ClearAllPools();
            await TestStores.ExecuteAsync(server, $"DROP DATABASE {Name} WITH (FORCE)");
            await TestStores.ExecuteAsync(server, $"DROP ROLE {Name}_owner; DROP ROLE {Name}_works");
            Directory.Delete(Folder, recursive: true);
        }

        private string As(string user) => new UriBuilder(server) { UserName = user, Password = "", Path = Name }.Uri.ToString();
    }
}
