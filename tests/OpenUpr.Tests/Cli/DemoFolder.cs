using Microsoft.Data.Sqlite;
using OpenUpr.Demo;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Cli;

/// <summary>A data folder with the demonstration's store, for all tests of a class.</summary>
public sealed class DemoFolder : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("openupr_test_cli_").FullName;

    public string Data => Path.Combine(_root, "data");

    /// <summary>A name in the folder beside the data.</summary>
    public string File(string name) => Path.Combine(_root, name);

    public async ValueTask InitializeAsync()
    {
        var store = await Store.OpenAsync(StoreLocation.Parse(Data, null), World.Demo);
        await DemoWorld.LoadAsync(store, TimeProvider.System);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
