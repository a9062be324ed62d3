using Microsoft.Data.Sqlite;

namespace OpenUpr.App.Cli;

/// <summary>A folder for one run of the program, gone at its end with all that is in it.</summary>
internal sealed class TemporaryFolder(string prefix) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory(prefix).FullName;

    public void Dispose()
    {
        // Pooled connections keep the database's file open.
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
