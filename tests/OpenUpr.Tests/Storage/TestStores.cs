using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenUpr.Reviews;
using OpenUpr.Storage;

[assembly: AssemblyFixture(typeof(OpenUpr.Tests.Storage.TestStoresEnd))]

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

    /// <summary>A PostgreSQL database with all tables and nothing in it, of which those of the tests are copies: migrating takes a second, copying a tenth of it.</summary>
    private static readonly Lazy<Task<string>> s_pattern = new(MigrateAsync);

    /// <summary>The same for SQLite: the file of an empty store of each world.</summary>
    private static readonly ConcurrentDictionary<World, Lazy<Task<byte[]>>> s_files = [];

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
            await ExecuteAsync(address!, $"CREATE DATABASE {name} TEMPLATE {await s_pattern.Value}");

            // No test pulls the server's plug: its commits need not wait for the disk.
            await ExecuteAsync(address!, $"ALTER DATABASE {name} SET synchronous_commit = off");
        }
        else
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, "openupr.db"), await s_files.GetOrAdd(world, w => new Lazy<Task<byte[]>>(() => FileAsync(w))).Value);
        }

        var location = StoreLocation.Parse(folder, address is null ? null : new UriBuilder(address) { Path = name }.Uri.ToString());
        return new TestStore(await Store.OpenAsync(location, world), address, name);
    }

    /// <summary>Removes what the databases of the tests were copied from.</summary>
    internal static async Task CloseAsync()
    {
        if (s_pattern.IsValueCreated)
        {
            await ExecuteAsync(Environment.GetEnvironmentVariable("OPENUPR_TEST_POSTGRES")!, $"DROP DATABASE IF EXISTS {await s_pattern.Value} WITH (FORCE)");
        }
    }

    private static async Task<string> MigrateAsync()
    {
        var (address, name) = (Environment.GetEnvironmentVariable("OPENUPR_TEST_POSTGRES")!, $"openupr_test_{Environment.ProcessId}_pattern");
        await ExecuteAsync(address, $"CREATE DATABASE {name}");
        var connection = StoreLocation.Parse(null, new UriBuilder(address) { Path = name }.Uri.ToString()).PostgresConnection!;
        await using (var db = new PostgresDb(PostgresDb.Options(connection)))
        {
            await db.Database.MigrateAsync();
        }

        // A database that somebody is connected to is not copied.
        await using (var pooled = new NpgsqlConnection(connection))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        return name;
    }

    private static async Task<byte[]> FileAsync(World world)
    {
        var folder = Directory.CreateTempSubdirectory("openupr_test_pattern_");
        var location = StoreLocation.Parse(folder.FullName, null);
        await Store.OpenAsync(location, world);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var file = await File.ReadAllBytesAsync(location.SqlitePath);
        folder.Delete(recursive: true);
        return file;
    }

    internal static async Task ExecuteAsync(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(StoreLocation.Parse(null, address).PostgresConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Ends with the last test.</summary>
public sealed class TestStoresEnd : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await TestStores.CloseAsync();
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
