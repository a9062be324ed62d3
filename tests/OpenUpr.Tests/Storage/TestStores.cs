using Npgsql;
using OpenUpr.Storage;
using Xunit;

namespace OpenUpr.Tests.Storage;

/// <summary>The databases that the store runs on. Every test that touches storage runs once on each.</summary>
public enum Provider
{
    Sqlite,
    Postgres,
}

/// <summary>Makes fresh stores for tests.</summary>
public static class TestStores
{
    private const string PostgresVariable = "OPENUPR_TEST_POSTGRES";

    private static int _count;

    /// <summary>A new, empty store of its own. On PostgreSQL the test is skipped, visibly, where OPENUPR_TEST_POSTGRES names no server.</summary>
    public static async Task<TestStore> CreateAsync(Provider provider)
    {
        var name = $"openupr_test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        var folder = Directory.CreateTempSubdirectory(name + "_").FullName;
        if (provider == Provider.Sqlite)
        {
            return new TestStore(await Store.OpenAsync(StoreLocation.Parse(folder, null)), folder, null);
        }

        var server = Environment.GetEnvironmentVariable(PostgresVariable);
        if (string.IsNullOrEmpty(server))
        {
            Directory.Delete(folder);
            Assert.Skip($"No PostgreSQL: set {PostgresVariable} to postgres://user:password@host:port/postgres.");
        }

        var admin = StoreLocation.Parse(folder, server).PostgresConnection!;
        await TestStore.RunAsync(admin, $"CREATE DATABASE {name}");
        var own = new NpgsqlConnectionStringBuilder(admin) { Database = name }.ToString();
        return new TestStore(await Store.OpenAsync(new StoreLocation(folder, own)), folder, admin);
    }
}

/// <summary>A store that is removed with everything in it when the test ends.</summary>
public sealed class TestStore(Store store, string folder, string? admin) : IAsyncDisposable
{
    public Store Store { get; } = store;

    public async ValueTask DisposeAsync()
    {
        if (admin is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync(admin, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(Store.Location.PostgresConnection).Database} WITH (FORCE)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    internal static async Task RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
