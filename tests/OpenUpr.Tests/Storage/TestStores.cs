using Npgsql;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Storage;

public enum Provider
{
    Sqlite,
    Postgres,
}

/// <summary>Makes real, empty stores: a SQLite file in a folder of its own, or a database of its own on the PostgreSQL server that OPENUPR_TEST_POSTGRES names.</summary>
public static class TestStores
{
    private static int s_number;

    /// <summary>An empty store that is deleted when it is disposed of. Skips the test, visibly, where there is no PostgreSQL.</summary>
    public static async Task<TestStore> CreateAsync(Provider provider, World world = World.UnitedNations)
    {
        var name = $"openupr_test_{Environment.ProcessId}_{Interlocked.Increment(ref s_number)}";
        var folder = Path.Combine(Path.GetTempPath(), name);
        string? address = null;
        if (provider == Provider.Postgres)
        {
            address = Environment.GetEnvironmentVariable("OPENUPR_TEST_POSTGRES");
            Assert.SkipWhen(string.IsNullOrEmpty(address), "OPENUPR_TEST_POSTGRES names no PostgreSQL server.");
            await ExecuteAsync(address!, $"CREATE DATABASE {name}");
        }

        var location = StoreLocation.Parse(folder, address is null ? null : new UriBuilder(address) { Path = name }.Uri.ToString());
        return new TestStore(await Store.OpenAsync(location, world), address, name);
    }

    internal static async Task ExecuteAsync(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(StoreLocation.Parse(null, address).PostgresConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A store for one test.</summary>
public sealed class TestStore(Store store, string? address, string name) : IAsyncDisposable
{
    public Store Store { get; } = store;

    /// <summary>The --database value that opens this store from outside; null for SQLite.</summary>
    public string? DatabaseAddress { get; } = address is null ? null : new UriBuilder(address) { Path = name }.Uri.ToString();

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (address is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await TestStores.ExecuteAsync(address, $"DROP DATABASE {name} WITH (FORCE)");
            await TestStores.ExecuteAsync(address, $"DROP ROLE IF EXISTS {name}_app");
        }

        Directory.Delete(Store.Location.DataFolder, recursive: true);
    }
}
